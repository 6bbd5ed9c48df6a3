package khos.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SrxTests {
    private static final String MAPS = """
            <languagemap languagepattern="zh.*" languagerulename="A"/>
            <languagemap languagepattern=".*" languagerulename="B"/>
            """;

    private static Srx read(String xml) {
        return Srx.read(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    /** Rules A forbid an end before {@code b}, rules B set one after every {@code .} */
    private static String srx(String cascade, String before, String maps) {
        return """
                <srx xmlns="http://www.lisa.org/srx20" version="2.0">
                  <header segmentsubflows="yes" cascade="%s"/>
                  <body>
                    <languagerules>
                      <languagerule languagerulename="A">
                        <rule break="no"><beforebreak>%s</beforebreak><afterbreak>b</afterbreak></rule>
                      </languagerule>
                      <languagerule languagerulename="B">
                        <rule><beforebreak>\\.</beforebreak><afterbreak/></rule>
                      </languagerule>
                    </languagerules>
                    <maprules>%s</maprules>
                  </body>
                </srx>
                """.formatted(cascade, before, maps);
    }

    private static BitSet ends(Srx srx, String tag) {
        var ends = new BitSet();
        srx.rules(tag).reversed().forEach(rule -> rule.apply("a.b.c", ends));
        return ends;
    }

    @Test
    void theFirstRuleThatMatchesDecides() {
        assertThat(ends(read(srx("yes", "", MAPS)), "zh-Hans").stream()).containsExactly(4);
        assertThat(ends(read(srx("yes", "", MAPS)), "mn-Mong").stream()).containsExactly(2, 4);
    }

    @Test
    void withoutCascadeOneMapDecides() {
        assertThat(ends(read(srx("no", "", MAPS)), "zh-Hans").stream()).isEmpty();
        assertThat(ends(read(srx("no", "", MAPS)), "mn-Mong").stream()).containsExactly(2, 4);
    }

    @Test
    void theRulesOfKhosDifferByLanguage() {
        Srx rules = Srx.load("segmentation.srx");
        assertThat(rules.rules("zh-Hans")).isNotEmpty().isNotEqualTo(rules.rules("mn-Mong"));
        assertThat(rules.rules("mn-Cyrl")).isEqualTo(rules.rules("mn-Mong"));
        assertThat(rules.rules("zh-Hans")).containsAll(rules.rules("en"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "<srx/>", "<srx xmlns='http://www.lisa.org/srx20' version='1.0'/>", "<tmx version='2.0'/>"})
    void whatIsNoSrxIsRefused(String xml) {
        assertThatThrownBy(() -> read(xml))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no SRX");
    }

    @ParameterizedTest
    @ValueSource(strings = {".*", "(a+)+", "a{2,}", "[*]\\+\\s*", "("})
    void aRuleWithoutAGreatestLengthIsRefusedWithItsLine(String before) {
        assertThatThrownBy(() -> read(srx("yes", before, MAPS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 6");
    }

    @Test
    void aMapToRulesThatAreNotThereIsRefused() {
        String maps = "<languagemap languagepattern='.*' languagerulename='C'/>";
        assertThatThrownBy(() -> read(srx("yes", "", maps)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'C'");
    }

    /** A file that would be read, and one that would be multiplied. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE srx [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
                "<!DOCTYPE srx [<!ENTITY y 'yyyyyyyy'><!ENTITY x '&y;&y;&y;&y;&y;&y;&y;&y;'>]>"
            })
    void entitiesAreRefused(String doctype) {
        assertThatThrownBy(() -> read(doctype + srx("yes", "&x;", MAPS)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no SRX");
    }
}
