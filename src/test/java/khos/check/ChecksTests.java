package khos.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.markdown.Block;
import khos.markdown.FrontMatter;
import khos.markdown.Markdown;
import khos.mongolian.Connector;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.TermOccurrence;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksTests {
    private static final LanguagePair TO_MONGOLIAN = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final LanguagePair TO_CHINESE = TO_MONGOLIAN.reversed();

    private static final Concept HORSE = concept(
            "1",
            new Term(Language.CHINESE, "骏马", Status.PREFERRED),
            new Term(Language.MONGOLIAN, "ᠮᠣᠷᠢ", Status.PREFERRED),
            new Term(Language.MONGOLIAN, "ᠠᠳᠤᠭᠤ", Status.FORBIDDEN));

    private static final Checks.Checker CHECKS =
            new Checks.Checker((text, language) -> List.of(), Connector.VOWEL_SEPARATOR);
    private static final Checks.Checker WITH_TERMS = new Checks.Checker(ChecksTests::find, Connector.VOWEL_SEPARATOR);

    private static Concept concept(String id, Term... terms) {
        return new Concept(id, "", "", "", "", List.of(terms), 0);
    }

    /** A recognizer that knows one concept and no suffixes. */
    private static List<TermOccurrence> find(String text, Language language) {
        List<TermOccurrence> found = new ArrayList<>();
        for (Term term : HORSE.terms(language)) {
            for (int at = text.indexOf(term.text()); at >= 0; at = text.indexOf(term.text(), at + 1)) {
                found.add(new TermOccurrence(
                        new khos.language.Span(at, at + term.text().length()), term, HORSE));
            }
        }
        return found;
    }

    private static List<Issue> of(Kind kind, LanguagePair pair, String source, String target) {
        return CHECKS.check(pair, source, target).stream()
                .filter(issue -> issue.kind() == kind)
                .toList();
    }

    private static LanguagePair pair(String code) {
        return code.equals("mn") ? TO_MONGOLIAN : TO_CHINESE;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                // kind | target language | source | target | what is found there | repaired
                "SAME_AS_SOURCE | mn | 马 | 马 | 马 | ",
                "NUMBER | mn | 有3匹马 | 4 ᠮᠣᠷᠢ ᠪᠠᠢᠨ\u180eᠠ | 4 | 3 ᠮᠣᠷᠢ ᠪᠠᠢᠨ\u180eᠠ",
                "NUMBER | mn | 有35匹马 | ᠓᠔ ᠮᠣᠷᠢ | ᠓᠔ | ᠓᠕ ᠮᠣᠷᠢ",
                "NUMBER | mn | 3.5万人 | 3.5 ᠬᠥᠮᠦᠨ | 3.5 | 35000 ᠬᠥᠮᠦᠨ",
                "DATE | mn | 3月4日 | 4 ᠰᠠᠷ\u180eᠠ ᠶᠢᠨ 3 ᠡᠳᠦᠷ | 4 ᠰᠠᠷ\u180eᠠ ᠶᠢᠨ 3 ᠡᠳᠦᠷ | ",
                "DATE | zh | ᠡᠳᠦᠷ | 13月40日 | 13月40日 | ",
                "PUNCTUATION | zh | ᠮᠣᠷᠢ᠂ ᠦᠬᠡᠷ᠃ | 马,牛。 | , | 马，牛。",
                "PUNCTUATION | zh | ᠮᠣᠷᠢ᠃ | 马. | . | 马。",
                "PUNCTUATION | zh | ᠮᠣᠷᠢ᠃ | 马᠃ | ᠃ | 马。",
                "PUNCTUATION | zh | ᠮᠣᠷᠢ᠃ | 马(黑马)。 | (黑马) | 马（黑马）。",
                "PUNCTUATION | mn | 马，牛。 | ᠮᠣᠷᠢ, ᠦᠬᠡᠷ᠃ | , | ᠮᠣᠷᠢ᠂ ᠦᠬᠡᠷ᠃",
                "PUNCTUATION | mn | 马。 | ᠮᠣᠷᠢ。 | 。 | ᠮᠣᠷᠢ᠃",
                "PUNCTUATION | mn | 马。 | ᠮᠣᠷᠢ | ᠢ | ᠮᠣᠷᠢ᠃",
                "BRACKET | zh | ᠮᠣᠷᠢ | “马 | “ | ",
                "BRACKET | zh | ᠮᠣᠷᠢ | 马）） | ） | ",
                "BRACKET | zh | ᠮᠣᠷᠢ | （马) | ) | （马）",
                "CODE | mn | **马** | ᠮᠣᠷᠢ |  | ",
                "CODE | mn | 马 | **ᠮᠣᠷᠢ** | **ᠮᠣᠷᠢ** | ",
                "CODE | mn | **马** `x` | `x` **ᠮᠣᠷᠢ** | `x` | ",
                "CODE | mn | [**马**](/m) | **[ᠮᠣᠷᠢ](/m)** | **[ᠮᠣᠷᠢ](/m)** | ",
                "LINK | mn | 见 https://a.cn/x。 | ᠦᠵᠡ https://a.cn/y | https://a.cn/y | ",
                "REPETITION | zh | ᠮᠣᠷᠢ | 马的的头 | 的 | 马的头",
                "REPETITION | mn | 马 | ᠮᠣᠷᠢ ᠮᠣᠷᠢ | ᠮᠣᠷᠢ | ᠮᠣᠷᠢ",
                "SPACE | mn | 马牛 | ᠮᠣᠷᠢ  ᠦᠬᠡᠷ | '  ' | ᠮᠣᠷᠢ ᠦᠬᠡᠷ",
                "SPACE | mn | 马 | ' ᠮᠣᠷᠢ' | ' ' | ᠮᠣᠷᠢ",
                "SPACE | mn | 马。 | ᠮᠣᠷᠢ ᠃ | ' ' | ᠮᠣᠷᠢ᠃",
                "SPACE | zh | ᠮᠣᠷᠢ | 马 牛 | ' ' | 马牛",
                "LENGTH | mn | 马是人的好朋友跑得快 | ᠮᠣᠷᠢ | ᠮᠣᠷᠢ | ",
                "SUFFIX | mn | 书的 | ᠨᠣᠮ ᠤᠨ | ' ᠤᠨ' | ᠨᠣᠮ\u180eᠤᠨ",
                "SUFFIX | mn | 书的 | ᠨᠣᠮ\u202fᠤᠨ ᠨᠣᠮ\u202fᠤᠨ | '\u202f' | ᠨᠣᠮ\u180eᠤᠨ ᠨᠣᠮ\u180eᠤᠨ",
                "SUFFIX | mn | 书的 | ᠨᠣᠮ\u202fᠤᠨ | '\u202f' | ᠨᠣᠮ\u180eᠤᠨ",
                "SUFFIX | mn | 书的 | ᠨᠣᠮ ᠤ\u180bᠨ | ' ' | ᠨᠣᠮ\u180eᠤᠨ",
                "SELECTOR | mn | 马 | ᠮᠣᠷᠢ\u180c | \u180c | ᠮᠣᠷᠢ",
                "ENCODING | mn | 好 | \ue266\ue2c6\ue28f | \ue266\ue2c6\ue28f | ᠠᠪᠤ",
                "CYRILLIC | mn | 马 | морь | морь | ",
                "CYRILLIC | mn | 马 | ᠮᠣрᠢ | ᠮᠣрᠢ | ",
                "CYRILLIC | zh | ᠮᠣᠷᠢ | Аpple 公司 | Аpple | Apple 公司",
                "SPELLING | mn | 草原 | ᠮᠤᠩᠭᠤᠯ | ᠮᠤᠩᠭᠤᠯ | ᠮᠣᠩᠭᠣᠯ",
            })
    void anIssueHasItsPlaceAndItsRepair(
            Kind kind, String language, String source, String target, String place, String repaired) {
        List<Issue> issues = of(kind, pair(language), source, target);
        assertThat(issues)
                .as("%s", CHECKS.check(pair(language), source, target))
                .isNotEmpty();
        Issue issue = issues.getFirst();
        if (place != null) {
            Issue there = issues.stream()
                    .filter(one -> one.target().isPresent())
                    .findFirst()
                    .orElseThrow();
            assertThat(there.target().orElseThrow().of(target)).isEqualTo(place);
            issue = there;
        }
        if (repaired == null) {
            assertThat(issue.fix()).isEmpty();
        } else {
            assertThat(issue.fix().orElseThrow().apply(target)).isEqualTo(repaired);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mn | 3.5万人 | 3.5 ᠲᠦᠮᠡᠨ ᠬᠥᠮᠦᠨ",
                "mn | 3.28亿元 | 3᠃28 ᠳ\u180bᠦᠩᠰᠢᠭᠤᠷ ᠲᠥᠭᠥᠷᠢᠭ",
                "mn | 1,200人 | 1200 ᠬᠥᠮᠦᠨ",
                "mn | １２人 | ᠑᠒ ᠬᠥᠮᠦᠨ",
                "mn | 一般 | ᠶᠡᠷᠦ\u180eᠶᠢᠨ",
                "mn | 25匹马 | ᠬᠣᠷᠢᠨ ᠲᠠᠪᠤᠨ ᠮᠣᠷᠢ",
                "zh | 25 ᠮᠣᠷᠢ | 二十五匹马",
                "zh | 1998 ᠣᠨ | 一九九八年",
                "zh | ᠮᠣᠷᠢ 3.14 | 马3.14",
                "zh | ᠮᠣᠷᠢ https://a.cn/a,b | 马是 A.B 公司的 https://a.cn/a,b",
                "zh | ᠮᠣᠷᠢ `a,b` | 马`a,b`",
                "zh | ᠮᠣᠷᠢ | 的的确确",
                "mn | 马，马 | ᠮᠣᠷᠢ᠂ ᠮᠣᠷᠢ",
                "mn | 年 | ᠡᠨᠡ ᠣᠨ",
                "mn | 书的 | ᠨᠣᠮ\u180eᠤᠨ",
                "mn | 太阳 | ᠨᠠᠷᠠ",
                "mn | （一）马 | (᠑) ᠮᠣᠷᠢ",
                "zh | don’t | 不（要）",
            })
    void whatIsRightIsLeftAlone(String language, String source, String target) {
        assertThat(CHECKS.check(pair(language), source, target))
                .filteredOn(issue -> issue.kind() != Kind.LENGTH)
                .isEmpty();
    }

    @Test
    void anEmptyTargetIsAnErrorAndNothingElse() {
        assertThat(CHECKS.check(TO_MONGOLIAN, "有3匹**马**。", " \u202f"))
                .singleElement()
                .satisfies(issue -> {
                    assertThat(issue.kind()).isEqualTo(Kind.EMPTY);
                    assertThat(issue.severity()).isEqualTo(Severity.ERROR);
                });
        assertThat(CHECKS.check(TO_MONGOLIAN, "", "")).isEmpty();
    }

    @Test
    void termsAreUsedAndForbiddenOnesReplaced() {
        assertThat(WITH_TERMS.check(TO_MONGOLIAN, "骏马", "ᠮᠣᠷᠢ")).isEmpty();
        assertThat(WITH_TERMS.check(TO_MONGOLIAN, "骏马", "ᠦᠬᠡᠷ")).singleElement().satisfies(issue -> {
            assertThat(issue.key()).isEqualTo("check.term-missing");
            assertThat(issue.arguments()).containsExactly("骏马", "ᠮᠣᠷᠢ");
        });
        Issue forbidden = WITH_TERMS.check(TO_MONGOLIAN, "骏马", "ᠠᠳᠤᠭᠤ").getFirst();
        assertThat(forbidden.severity()).isEqualTo(Severity.ERROR);
        assertThat(forbidden.fix().orElseThrow().apply("ᠠᠳᠤᠭᠤ")).isEqualTo("ᠮᠣᠷᠢ");
    }

    @Test
    void whatAnIssueIsRememberedByDoesNotMoveWithTheText() {
        Issue first = of(Kind.PUNCTUATION, TO_CHINESE, "ᠮᠣᠷᠢ", "马,牛").getFirst();
        Issue moved = of(Kind.PUNCTUATION, TO_CHINESE, "ᠮᠣᠷᠢ", "黑马,牛").getFirst();
        assertThat(moved.fingerprint("ᠮᠣᠷᠢ", "黑马,牛")).isEqualTo(first.fingerprint("ᠮᠣᠷᠢ", "马,牛"));
        Issue other = of(Kind.PUNCTUATION, TO_CHINESE, "ᠮᠣᠷᠢ", "马;牛").getFirst();
        assertThat(other.fingerprint("ᠮᠣᠷᠢ", "马;牛")).isNotEqualTo(first.fingerprint("ᠮᠣᠷᠢ", "马,牛"));
    }

    /** Of every fix of random texts: fewer issues of its kind, and no error that was not there. */
    @ParameterizedTest
    @ValueSource(strings = {"mn", "zh"})
    void aFixTakesItsIssueAwayAndBringsNoError(String language) {
        LanguagePair pair = pair(language);
        String[] parts = {
            "ᠮᠣᠷᠢ",
            "ᠬᠤᠳᠠ",
            "ᠨᠠᠷ\u180eᠠ",
            "ᠤᠨ",
            "ᠶᠢᠨ",
            "ᠠᠳᠤᠭᠤ",
            "马",
            "骏马",
            "的",
            "的",
            " ",
            " ",
            "  ",
            ",",
            "，",
            ".",
            "。",
            "᠂",
            "᠃",
            ":",
            "(",
            ")",
            "（",
            "）",
            "“",
            "”",
            "\"",
            "3",
            "12",
            "３",
            "᠓",
            "万",
            ".5",
            "**",
            "*",
            "`x`",
            "[",
            "](/m)",
            "\u202f",
            "\u180e",
            "\u180b",
            "\u180c",
            "\u200d",
            "\ue266",
            "\ue2c6",
            "\ue28f",
            "\uf000",
            "р",
            "p",
            "A",
            "а",
            "https://a.cn",
            "\ud800",
            "\u187c",
            "\ufe12",
            "\n",
            "?"
        };
        for (int round = 0; round < 3_000; round++) {
            var random = new Random(round);
            String source = random(random, parts);
            String target = random(random, parts);
            List<Issue> issues = WITH_TERMS.check(pair, source, target);
            for (Issue issue : issues) {
                if (issue.fix().isEmpty()) {
                    continue;
                }
                String repaired = issue.fix().get().apply(target);
                List<Issue> after = WITH_TERMS.check(pair, source, repaired);
                String print = issue.fingerprint(source, target);
                long before = issues.stream()
                        .filter(one -> one.fingerprint(source, target).equals(print))
                        .count();
                assertThat(after.stream()
                                .filter(one -> one.fingerprint(source, repaired).equals(print)))
                        .as("seed %d: %s of “%s” / “%s” gives “%s”", round, issue, source, target, repaired)
                        .hasSizeLessThan((int) before);
                assertThat(errors(after))
                        .as("seed %d: %s of “%s” / “%s” gives “%s”", round, issue, source, target, repaired)
                        .isLessThanOrEqualTo(errors(issues));
            }
        }
    }

    private static long errors(List<Issue> issues) {
        return issues.stream()
                .filter(issue -> issue.severity() == Severity.ERROR)
                .count();
    }

    private static String random(Random random, String[] parts) {
        var text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(parts[random.nextInt(parts.length)]);
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9", "9,999", "亿", "三", "(", ")", "“(", "ᠠ", "ᠠ ", "ᠨᠢᠭᠡ ", "\u180b", "ᠠ\u180b", "\u202f", " ",
                "*a **b ", "\ue266", "р", "pр", "\ud800", "\udc00马", "http://", "a@b.", "1年2月", ",", "马,", "\"", "[",
                "的"
            })
    void halfAMillionCharactersOfAnythingAreChecked(String part) {
        String text = part.repeat(500_000 / part.length());
        Assertions.assertTimeout(Duration.ofSeconds(15), () -> {
            assertThat(CHECKS.check(TO_MONGOLIAN, "马", text)).hasSizeLessThanOrEqualTo(Found.MOST);
            assertThat(CHECKS.check(TO_CHINESE, "x" + text, text)).hasSizeLessThanOrEqualTo(Found.MOST);
        });
    }

    @Test
    void aSentenceIsCheckedInATenthOfWhatAKeyMayTake() {
        String source = "据悉，2014—2015年农村校舍建设与安全改造项目，共涉及33所中小学、幼儿园，规划面积13.5万平方米。";
        String target =
                "2014 — 2015 ᠣᠨ\u180eᠤ ᠬᠥᠳᠡᠭᠡ ᠲᠣᠰᠬᠣᠨ\u180eᠤ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ\u180eᠶᠢᠨ 33 ᠳᠤᠮᠳᠠᠳᠤ ᠪᠠᠭ\u180eᠠ ᠰᠤᠷᠭᠠᠭᠤᠯᠢ᠂ 13.5 ᠲᠦᠮᠡᠨ ᠮᠧᠲᠷ᠃";
        for (int i = 0; i < 2_000; i++) {
            CHECKS.check(TO_MONGOLIAN, source, target);
        }
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            long start = System.nanoTime();
            CHECKS.check(TO_MONGOLIAN, source, target);
            best = Math.min(best, System.nanoTime() - start);
        }
        assertThat(Duration.ofNanos(best)).isLessThan(Duration.ofMillis(1));
    }

    /** What is published has been read by people: the checks say little of it. */
    @Test
    void thePublishedPairsHaveNoErrorsAndFewWarnings() throws IOException {
        List<Issue> issues = new ArrayList<>();
        int pairs = 0;
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            for (Path file : files.filter(path -> path.endsWith("zh.md")).toList()) {
                Path other = file.resolveSibling("mn.md");
                if (Files.exists(other)) {
                    List<String> source = blocks(file);
                    List<String> target = blocks(other);
                    for (int i = 0; i < Math.min(source.size(), target.size()); i++) {
                        issues.addAll(CHECKS.check(TO_MONGOLIAN, source.get(i), target.get(i)));
                        issues.addAll(CHECKS.check(TO_CHINESE, target.get(i), source.get(i)));
                        pairs++;
                    }
                }
            }
        }
        assertThat(pairs).isGreaterThan(50);
        assertThat(issues)
                .filteredOn(issue -> issue.severity() == Severity.ERROR)
                .isEmpty();
        assertThat(issues)
                .filteredOn(issue -> issue.severity() == Severity.WARNING)
                .as("%s", issues)
                .hasSizeLessThanOrEqualTo(pairs / 20);
    }

    private static List<String> blocks(Path file) throws IOException {
        return new Markdown(FrontMatter.split(Files.readString(file)).body())
                .blocks().stream().map(Block::text).toList();
    }

    @Test
    void kindsHaveNames() {
        assertThat(IntStream.range(0, Kind.values().length).mapToObj(i -> Kind.values()[i].key()))
                .contains("check.same_as_source")
                .doesNotHaveDuplicates();
    }
}
