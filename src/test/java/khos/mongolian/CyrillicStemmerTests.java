package khos.mongolian;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CyrillicStemmerTests {
    private static void assertOneStem(String... forms) {
        assertThat(List.of(forms).stream().map(CyrillicStemmer::stem).distinct())
                .as(String.join(" ", forms))
                .hasSize(1);
    }

    /** -ын, -ийн, -гийн, -ны */
    @Test
    void genitive() {
        assertOneStem("ном", "номын");
        assertOneStem("гэр", "гэрийн");
        assertOneStem("аймаг", "аймгийн");
        assertOneStem("морь", "морины");
    }

    /** -ыг, -ийг, -г */
    @Test
    void accusative() {
        assertOneStem("ном", "номыг");
        assertOneStem("гэр", "гэрийг");
    }

    /** -д, -т */
    @Test
    void dativeLocative() {
        assertOneStem("хот", "хотод");
        assertOneStem("гэр", "гэрт");
    }

    /** -аас, -ээс, -оос, -өөс */
    @Test
    void ablative() {
        assertOneStem("хот", "хотоос");
        assertOneStem("гар", "гараас");
        assertOneStem("гэр", "гэрээс");
        assertOneStem("өдөр", "өдрөөс");
    }

    /** -аар, -ээр, -оор, -өөр */
    @Test
    void instrumental() {
        assertOneStem("хэл", "хэлээр");
        assertOneStem("монгол", "монголоор");
    }

    /** -тай, -тэй, -той; -руу */
    @Test
    void comitativeAndDirective() {
        assertOneStem("ном", "номтой");
        assertOneStem("хот", "хотруу");
    }

    /** -ууд, -үүд; -аа after a case */
    @Test
    void pluralAndReflexive() {
        assertOneStem("ном", "номууд", "номуудаас", "номоо", "номоосоо");
        assertOneStem("гэр", "гэртээ", "гэрээсээ");
    }

    /** -на, -сан, -даг, -жээ, -аад, -вал, -х */
    @Test
    void formsOfVerbs() {
        assertOneStem("явна", "явсан", "явдаг", "явжээ", "явах", "яваад", "явбал");
        assertOneStem("ирнэ", "ирсэн", "ирснийг", "ирдгийн");
    }

    /** ё and е; capitals */
    @Test
    void theTwoWaysToWriteYoAreOne() {
        assertOneStem("хоёр", "ХОЕР");
    }

    @Test
    void wordsThatHaveNothingInCommonStayApart() {
        assertThat(List.of("ном", "морь", "хот", "гэр", "гар", "хэл", "хүн", "ус", "уул", "монгол", "аймаг").stream()
                        .map(CyrillicStemmer::stem))
                .doesNotHaveDuplicates();
    }

    @Test
    void aStemIsNeverEmptyNorLongerThanItsWord() {
        var random = new Random(5217);
        String letters = "абвгдеёжзийклмноөпрстуүфхцчшщъыьэюя";
        for (int round = 0; round < 20_000; round++) {
            var word = new StringBuilder();
            for (int i = 1 + random.nextInt(14); i > 0; i--) {
                word.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(CyrillicStemmer.stem(word))
                    .as(word.toString())
                    .isNotEmpty()
                    .hasSizeLessThanOrEqualTo(word.length());
        }
    }
}
