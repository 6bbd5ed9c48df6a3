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

    @Test
    void aLanguageWithoutItsTermYetIsLeftOut() {
        ReadTerms read = read("""
                <martif type="TBX"><text><body><termEntry id="c7">
                <langSet xml:lang="zh"><ntig><termGrp><term/></termGrp></ntig></langSet>
                <langSet xml:lang="mn"><ntig><termGrp><term>ᠨᠣᠮ</term></termGrp></ntig></langSet></termEntry>
                <termEntry><langSet xml:lang="zh"><tig><term> </term></tig></langSet></termEntry>
                </body></text></martif>
                """);
        assertThat(read.concepts())
                .singleElement()
                .satisfies(concept -> assertThat(concept.terms())
                        .containsExactly(new Term(Language.MONGOLIAN, "ᠨᠣᠮ", Status.ADMITTED)));
        assertThat(read.refused()).containsExactly(new ReadTerms.Refusal(4, "refused.no-term", ""));
    }

    @Test
    void versionThreeIsReadWhereElementsAreNamedByTheirTypes() {
        ReadTerms read = read("""
                <tbx style="dct" type="TBX-Basic" xmlns="urn:iso:std:iso:30042:ed-2" xmlns:min="http://www.tbxinfo.net/ns/min"
                  xmlns:basic="http://www.tbxinfo.net/ns/basic"><text><body><conceptEntry id="c1">
                <min:subjectField>教育</min:subjectField><basic:definition>课</basic:definition>
                <langSec xml:lang="zh"><termSec><term>云课堂</term>
                <min:administrativeStatus>preferredTerm-admn-sts</min:administrativeStatus></termSec></langSec>
                </conceptEntry></body></text></tbx>
                """);
        assertThat(read.refused()).isEmpty();
        assertThat(read.concepts())
                .containsExactly(new Concept(
                        "", "教育", "课", "", "", List.of(new Term(Language.CHINESE, "云课堂", Status.PREFERRED)), 0));
    }

    @Test
    void textsAreKeptWithTheirWhiteSpaceAndIds() throws XMLStreamException {
        var concept = new Concept(
                "019ab3c0-6f2e-7c41-9d3a-5b8f0e6a1c22",
                " 教育",
                "两行\n  的",
                "\u0001",
                "",
                List.of(new Term(Language.CHINESE, "马  厩", Status.ADMITTED)),
                0);
        var out = new ByteArrayOutputStream();
        Tbx.write(List.of(concept), out);
        assertThat(Tbx.read(new ByteArrayInputStream(out.toByteArray())).concepts())
                .containsExactly(new Concept(
                        concept.id(), concept.subject(), concept.definition(), "\uFFFD", "", concept.terms(), 0));
        assertThat(read(out.toString(StandardCharsets.UTF_8).replace("id=\"c019", "id=\"x019"))
                        .concepts()
                        .getFirst()
                        .id())
                .isEmpty();
    }

    @Test
    void textsThatAreTooLongAreRefusedNotCut() {
        ReadTerms read = read(
                "<tbx><text><body>\n<conceptEntry><note>" + "长".repeat(100_001)
                        + "</note><langSec xml:lang=\"zh\"><termSec><term>马</term></termSec></langSec></conceptEntry></body></text></tbx>");
        assertThat(read.concepts()).isEmpty();
        assertThat(read.refused()).containsExactly(new ReadTerms.Refusal(2, "refused.text-length", "100000"));
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
