package khos.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Span;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class ConcordanceTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    private final ConfigurableApplicationContext context;
    private final TranslationMemory memory;

    ConcordanceTests(TestDatabase database) {
        context = database.start(TranslationMemory.class, TranslationUnitRepository.class);
        memory = context.getBean(TranslationMemory.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static TranslationUnit unit(String origin, String source, String target) {
        return new TranslationUnit(PAIR, source, target, origin, "tester", Instant.EPOCH);
    }

    private List<String> found(String words, Language language) {
        return memory.concordance(words, language, 10).stream()
                .map(occurrence -> occurrence.unit().source() + ": "
                        + occurrence.spans().stream()
                                .map(span -> span.of(occurrence.unit().source()))
                                .collect(Collectors.joining(" + ")))
                .toList();
    }

    @Test
    void theLatestUnitsWithTheWordsComeFirst() {
        memory.store(List.of(unit("1", "草原上的马", "ᠮᠣᠷᠢ"), unit("2", "马", "ᠮᠣᠷᠢ"), unit("3", "牛", "ᠦᠬᠡᠷ")));
        assertThat(found("马", Language.CHINESE)).containsExactly("马: 马", "草原上的马: 马");
        assertThat(found("原上", Language.CHINESE)).containsExactly("草原上的马: 原上");
        assertThat(found("上原", Language.CHINESE)).isEmpty();
        assertThat(memory.concordance("马", Language.CHINESE, 1, 1))
                .extracting(occurrence -> occurrence.unit().source())
                .containsExactly("草原上的马");
    }

    @Test
    void widthAndCaseDoNotCountAndDigitsDo() {
        memory.store(List.of(unit("1", "共ＡＢ１２３个，ab12", "x"), unit("2", "共CD45个", "y")));
        assertThat(found("ab12", Language.CHINESE)).containsExactly("共ＡＢ１２３个，ab12: ＡＢ１２ + ab12");
        assertThat(found("45", Language.CHINESE)).containsExactly("共CD45个: 45");
        assertThat(found("，", Language.CHINESE)).containsExactly("共ＡＢ１２３个，ab12: ，");
        assertThat(found("99", Language.CHINESE)).isEmpty();
    }

    @Test
    void composedCharactersKeepTheirPlace() {
        memory.store(List.of(unit("1", "咖啡cafe\u0301馆", "x")));
        assertThat(found("CAFÉ馆", Language.CHINESE)).containsExactly("咖啡cafe\u0301馆: cafe\u0301馆");
        assertThat(memory.concordance("馆", Language.CHINESE, 1).getFirst().spans())
                .containsExactly(new Span(7, 8));
    }

    @Test
    void mongolianWordsAreFoundByTheirLookWithAndWithoutSuffixes() {
        memory.store(List.of(
                unit("1", "城市的", "ᠬᠣᠲᠠ ᠶᠢᠨ ᠨᠡᠷ\u180eᠡ"),
                unit("2", "城市", "ᠬᠣᠲᠠ\u202fᠳᠤ ᠭᠠᠷᠪᠠ ᠬᠣᠲᠠ"),
                unit("3", "马", "ᠮᠣᠷᠢ")));
        assertThat(found("ᠬᠤᠳᠠ", Language.MONGOLIAN))
                .containsExactly("ᠬᠣᠲᠠ\u202fᠳᠤ ᠭᠠᠷᠪᠠ ᠬᠣᠲᠠ: ᠬᠣᠲᠠ + ᠬᠣᠲᠠ", "ᠬᠣᠲᠠ ᠶᠢᠨ ᠨᠡᠷ\u180eᠡ: ᠬᠣᠲᠠ");
        assertThat(found("ᠬᠣᠲᠠ\u202fᠶᠢᠨ ᠨᠡᠷ\u180eᠡ", Language.MONGOLIAN))
                .containsExactly("ᠬᠣᠲᠠ ᠶᠢᠨ ᠨᠡᠷ\u180eᠡ: ᠬᠣᠲᠠ ᠶᠢᠨ ᠨᠡᠷ\u180eᠡ");
        assertThat(found("ᠨᠡᠷ\u180eᠡ ᠬᠣᠲᠠ", Language.MONGOLIAN)).isEmpty();
    }

    @Test
    void replacedUnitsAreNotFoundAnyLonger() {
        memory.store(List.of(unit("1", "草原上的马", "A"), unit("2", "马跑", "B")));
        assertThat(found("马", Language.CHINESE)).hasSize(2);
        memory.store(List.of(unit("1", "牛", "C")));
        assertThat(found("马", Language.CHINESE)).containsExactly("马跑: 马");
    }

    @Test
    void nothingIsFoundByNothing() {
        memory.store(List.of(unit("1", "马", "ᠮᠣᠷᠢ")));
        assertThat(found(" ", Language.CHINESE)).isEmpty();
        assertThat(found("᠂", Language.MONGOLIAN)).isEmpty();
        assertThatThrownBy(() -> memory.concordance("马", Language.CHINESE, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void findsWhatReadingEveryUnitFinds() {
        var random = new Random(21);
        List<TranslationUnit> units = new ArrayList<>();
        for (int i = 0; i < 3_000; i++) {
            units.add(unit(
                    "u" + i, text("马牛羊草原上ａA12，. *]()<b>", random), text("ᠬᠣᠤᠲᠳᠠ ᠮᠷᠢ ᠶᠢᠨ\u202f\u180eg5大᠂", random)));
        }
        for (int i = 0; i < units.size(); i += 150) {
            memory.store(units.subList(i, i + 150));
        }
        List<TranslationUnit> latestFirst = new ArrayList<>(units);
        Collections.reverse(latestFirst);
        for (int round = 0; round < 200; round++) {
            Language language = Language.values()[round % 2];
            TranslationUnit some = units.get(random.nextInt(units.size()));
            String text = language == Language.CHINESE ? some.source() : some.target();
            int start = random.nextInt(text.length());
            String words = text.substring(start, Math.min(text.length(), start + 1 + random.nextInt(8)));
            var wording = Wording.of(words, language);
            List<String> expected = latestFirst.stream()
                    .filter(unit -> !wording.isEmpty()
                            && !wording.in(language == Language.CHINESE ? unit.source() : unit.target())
                                    .isEmpty())
                    .map(TranslationUnit::origin)
                    .toList();
            assertThat(memory.concordance(words, language, 5_000))
                    .as("round %d: '%s'", round, words)
                    .extracting(occurrence -> occurrence.unit().origin())
                    .isEqualTo(expected);
        }
    }

    private static String text(String letters, Random random) {
        return random.ints(1 + random.nextInt(30), 0, letters.length())
                .mapToObj(i -> letters.substring(i, i + 1))
                .collect(Collectors.joining());
    }
}
