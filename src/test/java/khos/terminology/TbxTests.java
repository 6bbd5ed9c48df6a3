package khos.terminology;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import khos.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TbxTests {
    private static ReadTerms read(String file) {
        return Tbx.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void whatIsWrittenIsReadBack() throws XMLStreamException {
        List<Concept> concepts = List.of(
                new Concept(
                        "",
                        "教育",
                        "在网上 <上> 的课 & 更多",
                        "注",
                        "官方",
                        List.of(
                                new Term(Language.CHINESE, "云课堂", Status.PREFERRED),
                                new Term(Language.CHINESE, "网课", Status.FORBIDDEN),
                                new Term(Language.MONGOLIAN, "ᠨᠣᠮ\u202fᠤᠨ ᠬᠢᠴᠢᠶᠡᠯ", Status.PREFERRED),
                                new Term(Language.MONGOLIAN, "хичээл", Status.DEPRECATED)),
                        0),
                Concept.of(List.of(new Term(Language.CHINESE, "书", Status.ADMITTED))));
        var out = new ByteArrayOutputStream();
        Tbx.write(concepts, out);
        ReadTerms back = Tbx.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(back.refused()).isEmpty();
        assertThat(back.concepts()).isEqualTo(concepts);
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("xml:lang=\"mn-Cyrl\"");
    }

    @Test
    void versionTwoIsReadAndItsDoctypePassedOver() {
        ReadTerms read = read("""
                <?xml version="1.0"?>
                <!DOCTYPE martif SYSTEM "TBXBasiccoreStructV02.dtd">
                <martif type="TBX-Basic" xml:lang="en"><text><body>
                <termEntry id="c1"><descripGrp><descrip type="subjectField">IT</descrip></descripGrp>
                <langSet xml:lang="zh-CN"><tig><term>文件</term>
                <termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig></langSet>
                <langSet xml:lang="MN_mong"><tig><term>ᠹᠠᠢᠯ</term></tig></langSet>
                <langSet xml:lang="en"><tig><term>file</term></tig></langSet></termEntry>
                </body></text></martif>
                """);
        assertThat(read.refused()).isEmpty();
        assertThat(read.concepts()).singleElement().satisfies(concept -> {
            assertThat(concept.subject()).isEqualTo("IT");
            assertThat(concept.terms())
                    .containsExactly(
                            new Term(Language.CHINESE, "文件", Status.PREFERRED),
                            new Term(Language.MONGOLIAN, "ᠹᠠᠢᠯ", Status.ADMITTED));
        });
    }

    @Test
    void aConceptThatCannotBeTakenDoesNotStopTheFile() {
        ReadTerms read = read("""
                <tbx><text><body>
                <conceptEntry><langSec xml:lang="en"><termSec><term>only English</term></termSec></langSec></conceptEntry>
                <conceptEntry><langSec xml:lang="zh"><termSec><term>%s</term></termSec></langSec></conceptEntry>
                <conceptEntry><langSec xml:lang="zh"><termSec><term>好</term></termSec></langSec></conceptEntry>
                </body></text></tbx>
                """.formatted("长".repeat(500)));
        assertThat(read.concepts()).hasSize(1);
        assertThat(read.refused())
                .containsExactly(
                        new ReadTerms.Refusal(2, "refused.no-term", ""),
                        new ReadTerms.Refusal(3, "refused.term-length", ""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no xml",
                "<html/>",
                "<tbx><text>",
                "<!DOCTYPE t [<!ENTITY a \"x\"><!ENTITY b \"&a;&a;\">]><tbx>&b;</tbx>",
                "<!DOCTYPE t [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><tbx><text><body><conceptEntry><langSec "
                        + "xml:lang='zh'><termSec><term>&x;</term></termSec></langSec></conceptEntry></body></text></tbx>"
            })
    void brokenAndHostileFilesAreRefusedWithTheirLine(String file) {
        ReadTerms read = read(file);
        assertThat(read.concepts()).isEmpty();
        assertThat(read.refused())
                .isNotEmpty()
                .allSatisfy(refusal -> assertThat(refusal.line()).isPositive());
    }

    @Test
    void deepNestingIsRefused() {
        assertThat(read("<tbx>" + "<a>".repeat(20_000)).refused())
                .extracting(ReadTerms.Refusal::key)
                .containsExactly("refused.too-deep");
    }
}
