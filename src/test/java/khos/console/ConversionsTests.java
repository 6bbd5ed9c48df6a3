package khos.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import khos.language.Conversion;
import khos.language.Messages;
import khos.mongolian.Connector;
import khos.mongolian.Menksoft;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ConversionsTests {
    private static final String HORSE = "ᠮᠣᠷᠢ";
    private static final String BOOK = "ᠨᠣᠮ";
    private static final String OF = "ᠤᠨ";

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private final InputStream standardInput = System.in;
    private final PrintStream standardOutput = System.out;
    private final PrintStream standardError = System.err;
    private final Messages messages = Messages.of(Locale.ENGLISH);

    @BeforeEach
    void redirect() {
        System.setOut(new PrintStream(output, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void restore() {
        System.setIn(standardInput);
        System.setOut(standardOutput);
        System.setErr(standardError);
    }

    private String convert(String input, String... arguments) {
        output.reset();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        assertThat(Conversions.convert(List.of(arguments), messages)).isZero();
        return output.toString(StandardCharsets.UTF_8);
    }

    private String normalize(String input, String... arguments) {
        output.reset();
        System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
        assertThat(Conversions.normalize(List.of(arguments), messages)).isZero();
        return output.toString(StandardCharsets.UTF_8);
    }

    private String errors() {
        return errors.toString(StandardCharsets.UTF_8);
    }

    @Test
    void menksoftGoesToUnicodeAndBack() {
        String codes = Menksoft.ofUnicode(HORSE).text();
        assertThat(convert(codes + "\r\n马 " + codes, "--from", "menksoft", "--to", "unicode"))
                .isEqualTo(HORSE + "\r\n马 " + HORSE);
        assertThat(convert(HORSE + "\n", "--to", "menksoft", "--from", "unicode"))
                .isEqualTo(codes + "\n");
        assertThat(errors()).isEmpty();
    }

    @Test
    void scriptsGoIntoEachOther() {
        assertThat(convert("ᠬᠣᠲᠠ\n", "--from", "unicode", "--to", "latin")).isEqualTo("xota\n");
        assertThat(convert("xota\n", "--from", "latin", "--to", "unicode")).isEqualTo("ᠬᠣᠲᠠ\n");
        assertThat(convert("hqta\n", "--from", "keyboard", "--to", "unicode")).isEqualTo("ᠬᠣᠲᠠ\n");
        assertThat(convert("хот\n", "--from", "cyrillic", "--to", "latin")).isEqualTo("khot\n");
    }

    @Test
    void aSpellingIsMadeCanonicalWithTheConnectorThatIsAskedFor() {
        String typed = BOOK + " \u202F" + OF;
        assertThat(normalize(typed)).isEqualTo(BOOK + "\u180E" + OF);
        assertThat(normalize(typed, "--connector", "nnbsp")).isEqualTo(BOOK + "\u202F" + OF);
        assertThat(normalize(typed, "--connector", "mvs")).isEqualTo(BOOK + "\u180E" + OF);
    }

    @Test
    void whatHasNoCounterpartGoesThroughAndIsTold() {
        String codes = Menksoft.ofUnicode(HORSE).text();
        assertThat(convert("x\n" + codes + " \uE3FF𠮷\uF800", "--from", "menksoft", "--to", "unicode"))
                .isEqualTo("x\n" + HORSE + " \uE3FF𠮷\uF800");
        assertThat(errors())
                .contains("2:" + (codes.length() + 2) + " U+E3FF ")
                .contains("2:" + (codes.length() + 4) + " U+F800 ");
    }

    @Test
    void threeEncodingsInOneWordAreTold() {
        String codes = Menksoft.ofUnicode(HORSE).text();
        convert(BOOK + codes + "x\uE3FF", "--from", "menksoft", "--to", "unicode");
        assertThat(errors()).contains("1:4 U+E").contains("several encodings").contains("U+E3FF");
    }

    @Test
    void notMoreIsToldThanCanBeRead() {
        convert("\uE3FF \n".repeat(500), "--from", "menksoft", "--to", "unicode");
        assertThat(errors().lines())
                .hasSize(51)
                .last()
                .asString()
                .contains("450")
                .contains("500");
    }

    @Test
    void anUnknownPairIsMisusedAndTheKnownOnesAreTold() {
        assertThat(Conversions.convert(List.of("--from", "cyrillic", "--to", "unicode"), messages))
                .isEqualTo(2);
        assertThat(errors())
                .contains("--from menksoft --to unicode")
                .contains("--from cyrillic --to latin")
                .doesNotContain("--from  --to");
    }

    @Test
    void whatIsNoOptionIsMisused() {
        assertThat(Conversions.convert(List.of("--from"), messages)).isEqualTo(2);
        assertThat(Conversions.convert(List.of("--from", "menksoft", "--from", "latin"), messages))
                .isEqualTo(2);
        assertThat(Conversions.normalize(List.of("file.txt"), messages)).isEqualTo(2);
        assertThat(Conversions.normalize(List.of("--connector", "space"), messages))
                .isEqualTo(2);
        assertThat(errors()).contains("“space”");
    }

    @Test
    void aRepairedTextStaysAsItIs() {
        var conversions = new Conversions(Conversion.REPAIR, Connector.VOWEL_SEPARATOR, messages, System.err);
        String once = conversions.rewritten(BOOK + "  \u202F" + OF + " " + HORSE + "\u180B\u180B\u180C", 1);
        assertThat(conversions.rewritten(once, 2)).isEqualTo(once);
    }
}
