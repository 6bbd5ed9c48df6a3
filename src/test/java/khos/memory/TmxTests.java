package khos.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import khos.language.Language;
import khos.language.LanguagePair;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TmxTests {
    private static final Path FILES = Path.of("src/test/resources/khos/memory/tmx");
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final String UNIT =
            "<tu><tuv xml:lang=\"zh-CN\"><seg>马</seg></tuv><tuv xml:lang=\"mn-Mong\"><seg>ᠮᠣᠷᠢ</seg></tuv></tu>\n";

    private final List<TranslationUnit> units = new ArrayList<>();
    private final List<String> refusals = new ArrayList<>();

    private void read(byte[] tmx) throws IOException {
        TmxReader.read(
                new ByteArrayInputStream(tmx),
                units::add,
                refusal -> refusals.add(refusal.line() + " " + refusal.key()));
    }

    private void read(String tmx) throws IOException {
        read(tmx.getBytes(StandardCharsets.UTF_8));
    }

    private static String file(String body) {
        return "<?xml version=\"1.0\"?>\n<tmx version=\"1.4\"><header srclang=\"zh\"/><body>\n" + body
                + "</body></tmx>";
    }

    private static String unit(String chinese, String mongolian) {
        return "<tu><tuv xml:lang=\"zh\"><seg>" + chinese + "</seg></tuv><tuv lang=\"mn\"><seg>" + mongolian
                + "</seg></tuv></tu>\n";
    }

    private List<String> pairs() {
        return units.stream().map(unit -> unit.source() + "=" + unit.target()).toList();
    }

    @Test
    void whatIsWrittenIsReadAgain() throws IOException {
        var random = new Random(21);
        List<TranslationUnit> written = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            written.add(new TranslationUnit(
                    random.nextBoolean() ? PAIR : PAIR.reversed(),
                    "源" + text(random),
                    "ᠠ" + text(random),
                    "o" + i + text(random),
                    "a" + text(random),
                    Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)),
                    random.nextInt(3) == 0 ? 0 : random.nextLong(),
                    Provenance.values()[random.nextInt(4)],
                    properties(random)));
        }
        var file = new ByteArrayOutputStream();
        try (var writer = new TmxWriter(file)) {
            for (TranslationUnit unit : written) {
                writer.write(unit);
            }
        }
        read(file.toByteArray());
        assertThat(refusals).isEmpty();
        assertThat(units).isEqualTo(written);
    }

    private static List<Property> properties(Random random) {
        List<Property> properties = new ArrayList<>();
        for (String name : List.of("@creationid", "@creationdate", "@usagecount", "x-domain", "x-domain", "x a\"<b")) {
            if (random.nextBoolean()) {
                properties.add(new Property(name, name + text(random)));
            }
        }
        return properties;
    }

    @Test
    void whatOtherProgramsSaidOfAUnitIsKept() throws IOException {
        read(file("""
                <tu tuid="7" usagecount="3" creationid="anna" creationdate="20200102T030405Z" changeid="bo" \
                changedate="20210102T030405Z"><prop type="x-domain">law</prop><prop type="x-domain">trade</prop>\
                <tuv xml:lang="zh"><prop type="x-side">s</prop><seg>马</seg></tuv>\
                <tuv xml:lang="mn"><seg>ᠮᠣᠷᠢ</seg></tuv></tu>
                """));
        assertThat(units).singleElement().satisfies(unit -> {
            assertThat(unit.author()).isEqualTo("bo");
            assertThat(unit.createdAt()).isEqualTo("2021-01-02T03:04:05Z");
            assertThat(unit.provenance()).isEqualTo(Provenance.IMPORTED);
            assertThat(unit.properties())
                    .contains(new Property("x-domain", "law"), new Property("x-domain", "trade"))
                    .contains(new Property("@usagecount", "3"), new Property("@tuid", "7"))
                    .doesNotContain(new Property("x-side", "s"));
        });
        var file = new ByteArrayOutputStream();
        try (var writer = new TmxWriter(file)) {
            writer.write(units.getFirst());
        }
        assertThat(file.toString(StandardCharsets.UTF_8))
                .contains("creationid=\"anna\"", "creationdate=\"20200102T030405Z\"")
                .contains("changeid=\"bo\"", "changedate=\"20210102T030405Z\"", "usagecount=\"3\"", "tuid=\"7\"");
    }

    @Test
    void aUnitOfAMachineOrOfAnotherProgramSaysSo() throws IOException {
        String unit = unit("马", "ᠮᠣᠷᠢ");
        read(file(unit.replace("<tu>", "<tu creationid=\"MT!\">")
                + unit
                + unit.replace("<tuv lang=\"mn\">", "<tuv lang=\"mn\" changeid=\"bo\">")
                + unit.replace("<tu>", "<tu><prop type=\"x-khos-origin\">1</prop>")
                + unit.replace("<tu>", "<tu><prop type=\"x-khos-provenance\">NONE</prop>")));
        assertThat(units)
                .extracting(TranslationUnit::provenance)
                .containsExactly(Provenance.MACHINE, Provenance.IMPORTED, Provenance.IMPORTED, Provenance.REVIEWED);
        assertThat(units.get(2).author()).isEqualTo("bo");
        assertThat(refusals).containsExactly("7 tmx.property");
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, 0x30000)
                .filter(c -> c == 9 || c == 10 || c == 13 || c >= 32)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .filter(c -> (c & 0xFFFF) < 0xFFFE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16BE", "UTF-16LE", "GB18030"})
    void everyEncodingIsRead(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String declared = file(UNIT).replace("\"1.0\"", "\"1.0\" encoding=\"" + name + "\"");
        read(declared.getBytes(charset));
        if (!name.equals("GB18030")) {
            read(("\uFEFF" + declared).getBytes(charset));
            read(("\uFEFF" + file(UNIT)).getBytes(charset));
        }
        assertThat(refusals).isEmpty();
        assertThat(pairs()).isNotEmpty().allMatch("马=ᠮᠣᠷᠢ"::equals);
    }

    @Test
    void aWrongDeclarationOfUtf16IsNotBelieved() throws IOException {
        read(file(UNIT).replace("\"1.0\"", "\"1.0\" encoding=\"UTF-16\""));
        assertThat(pairs()).containsExactly("马=ᠮᠣᠷᠢ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO-8859-1", "US-ASCII"})
    void whatAnEncodingLacksIsReadFromReferences(String name) throws IOException {
        var referred = new StringBuilder();
        file(UNIT)
                .replace("\"1.0\"", "\"1.0\" encoding=\"" + name + "\"")
                .codePoints()
                .forEach(c -> referred.append(c < 128 ? Character.toString(c) : "&#" + c + ";"));
        read(referred.toString().getBytes(Charset.forName(name)));
        assertThat(refusals).isEmpty();
        assertThat(pairs()).containsExactly("马=ᠮᠣᠷᠢ");
    }

    @Test
    void anUnknownEncodingIsRefused() throws IOException {
        read(file(UNIT).replace("\"1.0\"", "\"1.0\" encoding=\"klingon\""));
        assertThat(refusals).containsExactly("1 tmx.encoding");
    }

    @ParameterizedTest
    @CsvSource({
        "zh, zh",
        "zh-CN, zh",
        "ZH_hans, zh",
        "zh-Hans-HK, zh",
        "zh-TW, ''",
        "zh-Hant, ''",
        "mn, mn",
        "mn-Mong, mn",
        "MN-CN, mn",
        "mn-Mong-MN, mn",
        "mn-MN, ''",
        "mn-Cyrl, ''",
        "en, ''",
        "'', ''"
    })
    void languagesAreKnownByPrimaryTagAndScript(String tag, String code) {
        assertThat(TmxReader.language(tag).map(Language::code).orElse("")).isEqualTo(code);
    }

    @Test
    void inlineCodesAreTheTextTheyHold() throws IOException {
        read(file(unit("按<bpt i=\"1\">**</bpt>确定<ept i=\"1\">**</ept><hi>键<ph/></hi>", "ᠠ<ph>{0}</ph>")));
        assertThat(pairs()).containsExactly("按**确定**键=ᠠ{0}");
    }

    @Test
    void aUnitThatFailsDoesNotStopTheFile() throws IOException {
        read(file(unit("马", "ᠮᠣᠷᠢ")
                + "<tu><tuv xml:lang=\"en\"><seg>a</seg></tuv><tuv xml:lang=\"zh\"><seg>b</seg></tuv></tu>\n"
                + unit("", "ᠠ")
                + unit("字".repeat(100_001), "ᠠ")
                + unit("牛", "ᠦᠬᠡᠷ")));
        assertThat(pairs()).containsExactly("马=ᠮᠣᠷᠢ", "牛=ᠦᠬᠡᠷ");
        assertThat(refusals).containsExactly("4 tmx.languages", "5 tmx.empty", "6 tmx.long");
    }

    @Test
    void whatIsBrokenOffKeepsTheUnitsBefore() throws IOException {
        read(file(unit("马", "ᠮᠣᠷᠢ") + "<tu><tuv>"));
        assertThat(pairs()).containsExactly("马=ᠮᠣᠷᠢ");
        assertThat(refusals).containsExactly("4 tmx.broken");
    }

    @Test
    void doctypesAreSkippedAndEntitiesRefused() throws IOException {
        String doctype = "<!DOCTYPE tmx SYSTEM \"http://x.invalid/tmx14.dtd\">\n<tmx";
        read(file(UNIT).replace("<tmx", doctype));
        assertThat(pairs()).containsExactly("马=ᠮᠣᠷᠢ");
        String bomb = "<!DOCTYPE tmx [<!ENTITY a \"aaaaaaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>\n<tmx";
        read(file(unit("&a;", "ᠠ") + unit("&b;", "ᠠ")).replace("<tmx", bomb));
        assertThat(pairs()).containsExactly("马=ᠮᠣᠷᠢ");
        assertThat(refusals).isNotEmpty();
    }

    @Test
    void hostileFilesAreRefused() throws IOException {
        read(file("<tu>".repeat(20_000)));
        read(file("<tu tuid=\"" + "x".repeat(1_000_000) + "\">"));
        read("");
        read("<html/>");
        read(new byte[] {0, 0, 0, 0, 1, 2, 3, (byte) 0xFF});
        read(file("<tu><tuv xml:lang=\"zh\"><seg>\u0001</seg></tuv></tu>"));
        assertThat(units).isEmpty();
        assertThat(refusals).hasSize(6);
    }

    private record Golden(String file, String taken, String refused) {
        @Override
        public String toString() {
            return file;
        }
    }

    private static List<Golden> golden() throws IOException {
        return Files.readAllLines(FILES.resolve("table.tsv")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(row -> new Golden(row[0], row[1], row[2]))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("golden")
    void filesOfTheTableAreTakenAndRefusedAsItSays(Golden golden) throws IOException {
        read(Files.readAllBytes(FILES.resolve(golden.file())));
        assertThat(String.join(" | ", pairs())).isEqualTo(golden.taken());
        assertThat(String.join(" | ", refusals)).isEqualTo(golden.refused());
        var again = new ByteArrayOutputStream();
        try (var writer = new TmxWriter(again)) {
            for (TranslationUnit unit : units) {
                writer.write(unit);
            }
        }
        List<TranslationUnit> before = List.copyOf(units);
        units.clear();
        read(again.toByteArray());
        assertThat(units)
                .extracting(TranslationUnit::source, TranslationUnit::target, TranslationUnit::origin)
                .containsExactlyElementsOf(before.stream()
                        .map(unit -> tuple(unit.source(), unit.target(), unit.origin()))
                        .toList());
    }

    @Test
    void everyFileStandsInTheTable() throws IOException {
        try (Stream<Path> files = Files.list(FILES)) {
            assertThat(golden().stream().map(Golden::file))
                    .containsExactlyInAnyOrderElementsOf(
                            files.map(file -> file.getFileName().toString())
                                    .filter(name -> name.endsWith(".tmx"))
                                    .toList());
        }
    }

    @Test
    void charactersAreTheSameHoweverTheBytesCome() throws IOException {
        String text = file(unit("a&#x41;&amp;&#1;&", "b&#") + "&#xFFFFFFFFFFFFFFFF;&&;\u0002&#0;&#x;&#;");
        String whole = characters(text, 4_096);
        for (int step = 1; step < 20; step++) {
            assertThat(characters(text, step)).as("step %d", step).isEqualTo(whole);
        }
        assertThat(whole).contains("a&#x41;&amp;\uFDD0&<", "&#xFFFFFFFFFFFFFFFF;&&;\uFDD0\uFDD0&#x;&#;");
    }

    private static String characters(String text, int step) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)) {
            @Override
            public synchronized int read(byte[] buffer, int offset, int length) {
                return super.read(buffer, offset, Math.min(length, step));
            }
        };
        var all = new StringBuilder();
        try (XmlCharacters characters = XmlCharacters.of(bytes)) {
            char[] buffer = new char[step];
            for (int count = characters.read(buffer); count >= 0; count = characters.read(buffer)) {
                all.append(buffer, 0, count);
            }
        }
        return all.toString();
    }

    @Test
    void aUnitThatNamesNoOriginSaysTheFileItCameFrom() throws IOException {
        String file = file(
                unit("马", "ᠮᠣᠷᠢ") + unit("牛", "ᠦᠬᠡᠷ").replace("<tu>", "<tu><prop type=\"x-khos-origin\">tmx:1</prop>"));
        TmxReader.read(
                new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                "a.tmx" + "x".repeat(1_000),
                units::add,
                refusal -> {});
        assertThat(units.get(0).file().orElseThrow()).startsWith("a.tmx").hasSize(200);
        assertThat(units.get(1).file()).isEmpty();
    }
}
