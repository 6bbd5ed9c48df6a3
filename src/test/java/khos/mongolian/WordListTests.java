package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordListTests {
    private static final int SHOWN = 9;

    private static List<String> typed(String latin) {
        return WordList.candidates(latin, SHOWN, Connector.NARROW_NO_BREAK_SPACE);
    }

    private static String first(String latin) {
        return typed(latin).getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "mongol,ᠮᠣᠩᠭᠣᠯ",
        "hota,ᠬᠣᠲᠠ",
        "sayin,ᠰᠠᠶᠢᠨ",
        "sain,ᠰᠠᠶᠢᠨ",
        "surugci,ᠰᠤᠷᠤᠭᠴᠢ",
        "bagsi,ᠪᠠᠭᠰᠢ",
        "ulus,ᠤᠯᠤᠰ",
        "nom,ᠨᠣᠮ",
        "gerel,ᠭᠡᠷᠡᠯ",
        "bicig,ᠪᠢᠴᠢᠭ",
        "hele,ᠬᠡᠯᠡ",
        "ger,ᠭᠡᠷ",
        "mori,ᠮᠣᠷᠢ",
        "edur,ᠡᠳᠦᠷ",
        "ene,ᠡᠨᠡ",
        "tere,ᠲᠡᠷᠡ",
        "surgaguli,ᠰᠤᠷᠭᠠᠭᠤᠯᠢ",
        "ulagan,ᠤᠯᠠᠭᠠᠨ",
        "tngri,ᠲᠩᠷᠢ"
    })
    void whatIsTypedAsItIsWrittenComesFirst(String latin, String word) {
        assertThat(first(latin)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "hot,ᠬᠣᠲᠠ", // a last short vowel is not said
        "hel,ᠬᠡᠯᠡ",
        "ter,ᠲᠡᠷᠡ",
        "surguuli,ᠰᠤᠷᠭᠠᠭᠤᠯᠢ", // g between vowels is not said
        "ulaan,ᠤᠯᠠᠭᠠᠨ",
        "baigaa,ᠪᠠᠶᠢᠭ᠎ᠠ",
        "huuhed,ᠬᠡᠦᠬᠡᠳ",
        "suragchi,ᠰᠤᠷᠤᠭᠴᠢ", // nor the colour of a later vowel
        "zurh,ᠵᠢᠷᠦᠬᠡ", // i has the colour of the next vowel
        "nud,ᠨᠢᠳᠦ",
        "udur,ᠡᠳᠦᠷ", // e is round before ü
        "eej,ᠡᠵᠢ",
        "aav,ᠠᠪᠤ", // v is b
        "hun,ᠬᠦᠮᠦᠨ", // by no rule
        "tenger,ᠲᠩᠷᠢ"
    })
    void whatIsTypedAsItIsSaidComesFirst(String latin, String word) {
        assertThat(first(latin)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource({
        "uul,ᠠᠭᠤᠯᠠ",
        "duu,ᠳᠡᠭᠦᠦ",
        "nuur,ᠨᠠᠭᠤᠷ",
        "chuluu,ᠴᠢᠯᠠᠭᠤ",
        "zurgaa,ᠵᠢᠷᠭᠤᠭ᠎ᠠ",
        "shar,ᠰᠢᠷ᠎ᠠ",
        "gol,ᠭᠣᠣᠯ",
        "ug,ᠦᠭᠡ"
    })
    void whatIsSaidLikeSomethingElseIsAmongTheFirstThree(String latin, String word) {
        assertThat(typed(latin).subList(0, 3)).contains(word);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mongol", "mongGol", "MONGOL", "mungul", "mönggöl", "monggul", "mqnggql", "монгол"})
    void aWordIsFoundHoweverItIsTyped(String latin) {
        assertThat(first(latin)).isEqualTo("ᠮᠣᠩᠭᠣᠯ");
    }

    @ParameterizedTest
    @CsvSource({"bain_a,ᠪᠠᠶᠢᠨ᠎ᠠ", "baina,ᠪᠠᠶᠢᠨ᠎ᠠ", "bolun_a,ᠪᠣᠯᠤᠨ᠎ᠠ", "ah_a,ᠠᠬ᠎ᠠ", "tala,ᠲᠠᠯ᠎ᠠ", "nar_a,ᠨᠠᠷ᠎ᠠ"})
    void aLastVowelIsWrittenApartWithAGapTypedOrNot(String latin, String word) {
        assertThat(first(latin)).isEqualTo(word);
    }

    @Test
    void aVowelThatCanBeWrittenApartIsOfferedSo() {
        assertThat(typed("nara")).startsWith("ᠨᠠᠷᠠ").contains("ᠨᠠᠷ\u180eᠠ");
    }

    @ParameterizedTest
    @CsvSource({
        "-yin,ᠶᠢᠨ", // genitive
        "-un,ᠤᠨ",
        "-iin,ᠶᠢᠨ", // as it is said
        "-du,ᠳᠤ", // dative
        "-d,ᠳᠤ",
        "-i,ᠢ", // accusative
        "-aca,ᠠᠴᠠ", // ablative
        "-aas,ᠠᠴᠠ",
        "-bar,ᠪᠠᠷ", // instrumental
        "-tai,ᠲᠠᠢ", // comitative
        "-iyan,ᠢᠶᠠᠨ", // reflexive
        "-ud,ᠤᠳ" // plural
    })
    void aHyphenGivesASuffixBehindItsConnector(String latin, String suffix) {
        assertThat(first(latin)).isEqualTo("\u202f" + suffix);
        assertThat(WordList.candidates(latin, 1, Connector.VOWEL_SEPARATOR)).containsExactly("\u180e" + suffix);
    }

    @ParameterizedTest
    @CsvSource({"-ugei,ᠦᠭᠡᠢ", "-gui,ᠦᠭᠡᠢ", "-uu,ᠤᠤ"})
    void aParticleStandsBehindASpace(String latin, String particle) {
        assertThat(first(latin)).isEqualTo(" " + particle);
    }

    @ParameterizedTest
    @CsvSource({"mongoliin,ᠮᠣᠩᠭᠣᠯ,ᠤᠨ", "hotiin,ᠬᠣᠲᠠ,ᠶᠢᠨ", "gert,ᠭᠡᠷ,ᠲᠦ"})
    void aSuffixTypedWithItsWordGoesWithItsVowelsAndItsEnd(String latin, String word, String suffix) {
        assertThat(first(latin)).isEqualTo(word + "\u202f" + suffix);
    }

    @Test
    void theLettersAsTypedAreOfferedWhenNoWordHasThem() {
        assertThat(typed("tsibod")).startsWith("ᠼᠢᠪᠣᠳ");
    }

    @Test
    void wordsThatBeginSoComeAfterTheLettersAsTyped() {
        assertThat(typed("mongo")).contains("ᠮᠣᠩᠭᠣᠯ", "ᠮᠣᠩᠭᠣᠯᠴᠤᠳ");
    }

    @Test
    void noTwoCandidatesLookAlike() {
        for (String latin : List.of("on", "hot", "baina", "un", "ur", "mongol")) {
            assertThat(typed(latin).stream().map(text -> Skeleton.of(text, Skeleton.Level.K1)))
                    .doesNotHaveDuplicates();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "_", "'", "123", "汉", "--", "\u180e"})
    void withoutLettersThereIsNothing(String latin) {
        assertThat(typed(latin)).isEmpty();
    }

    @Test
    void anyTypingIsAnswered() {
        long seed = 20261124;
        var random = new Random(seed);
        String signs = "abcdeghijklmnoqrstuvwxyz_-öüžš'Ж ᠠ汉\ud83d\udc0e\u0000";
        for (int i = 0; i < 2_000; i++) {
            var latin = new StringBuilder();
            for (int length = random.nextInt(80); length > 0; length--) {
                latin.append(signs.charAt(random.nextInt(signs.length())));
            }
            assertThat(typed(latin.toString())).as("seed %d, %s", seed, latin).hasSizeLessThanOrEqualTo(SHOWN);
        }
    }
}
