package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khos.check.Kind;
import khos.language.Language;
import khos.storage.TestDatabase;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.Termbase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class DocumentChecksTests extends Room {
    private final DocumentChecks checks;

    DocumentChecksTests(TestDatabase database) {
        super(database);
        checks = bean(DocumentChecks.class);
    }

    private static List<Kind> kinds(List<CheckedIssue> issues) {
        return issues.stream().map(issue -> issue.issue().kind()).toList();
    }

    @Test
    void aDocumentIsInconsistentBothWays() {
        String document = extract("马\n\n牛\n\n马\n\n羊\n");
        translate(segment(document, 0), "ᠮᠣᠷᠢ");
        translate(segment(document, 1), "ᠦᠬᠡᠷ");
        translate(segment(document, 2), "ᠠᠳᠤᠭᠤ");
        translate(segment(document, 3), "ᠦᠬᠡᠷ");
        var issues = checks.of(document, 0, 100);
        assertThat(issues).hasSize(4);
        assertThat(issues.values()).allSatisfy(list -> assertThat(kinds(list)).contains(Kind.INCONSISTENT));
        List<CheckedIssue> typed = checks.of(segment(document, 2).id(), "ᠮᠣᠷᠢ");
        assertThat(kinds(typed)).doesNotContain(Kind.INCONSISTENT);
        CheckedIssue issue = checks.of(segment(document, 2).id(), "ᠦᠬᠡᠷ").stream()
                .filter(one -> one.issue().key().equals("check.inconsistent-source"))
                .findFirst()
                .orElseThrow();
        assertThat(issue.issue().arguments()).containsExactly(2);
    }

    @Test
    void whatIsIgnoredStaysSoWhileItsTextStays() {
        Segment segment = segment(extract("有3匹马"), 0);
        CheckedIssue issue = checks.of(segment.id(), "4 ᠮᠣᠷᠢ").getFirst();
        assertThat(issue.issue().kind()).isEqualTo(Kind.NUMBER);
        checks.ignore(segment.id(), issue);
        checks.ignore(segment.id(), issue);
        assertThat(checks.of(segment.id(), "4 ᠮᠣᠷᠢ")).isEmpty();
        assertThat(checks.of(segment.id(), "ᠡᠨᠡ 4 ᠮᠣᠷᠢ")).isEmpty();
        assertThat(kinds(checks.of(segment.id(), "5 ᠮᠣᠷᠢ"))).containsExactly(Kind.NUMBER);
        translate(segment, "4 ᠮᠣᠷᠢ");
        assertThat(checks.of(segment.documentId(), 0, 10)).isEmpty();
        checks.ignoreNothing(segment.id());
        assertThat(checks.of(segment.documentId(), 0, 10)).hasSize(1);
    }

    @Test
    void termsOfTheTermbaseCount() {
        bean(Termbase.class)
                .add(Concept.of(List.of(
                        new Term(Language.CHINESE, "骏马", Status.PREFERRED),
                        new Term(Language.MONGOLIAN, "ᠮᠣᠷᠢ", Status.PREFERRED))));
        Segment segment = segment(extract("骏马"), 0);
        assertThat(kinds(checks.of(segment.id(), "ᠦᠬᠡᠷ"))).containsExactly(Kind.TERM);
        assertThat(checks.of(segment.id(), "ᠮᠣᠷᠢ\u180eᠶᠢᠨ")).isEmpty();
    }

    @Test
    void tenThousandSegmentsAreCheckedForConsistencyInOneQuery() {
        String text = IntStream.range(0, 10_000).mapToObj(i -> "第" + i + "段").collect(Collectors.joining("\n\n"));
        String document = extract(text);
        Segment segment = translate(segment(document, 5_000), "ᠨᠢᠭᠡ 5000");
        translate(segment(document, 5_001), "ᠨᠢᠭᠡ 5000");
        long start = System.nanoTime();
        assertThat(kinds(checks.of(segment.id(), "ᠨᠢᠭᠡ 5000"))).contains(Kind.INCONSISTENT);
        assertThat(checks.of(document, 4_990, 20)).hasSize(2);
        assertThat(System.nanoTime() - start).isLessThan(2_000_000_000L);
    }

    @Test
    void whatWasFoundIsForgottenWhenTermsOrTextsChange() {
        Segment segment = translate(segment(extract("骏马 3"), 0), "ᠦᠬᠡᠷ 3");
        assertThat(checks.of(segment.documentId(), 0, 10)).isEmpty();
        bean(Termbase.class)
                .add(Concept.of(List.of(
                        new Term(Language.CHINESE, "骏马", Status.PREFERRED),
                        new Term(Language.MONGOLIAN, "ᠮᠣᠷᠢ", Status.PREFERRED))));
        assertThat(kinds(checks.of(segment.documentId(), 0, 10).get(segment.id())))
                .containsExactly(Kind.TERM);
        translations.saveDraft(segment.id(), "ᠮᠣᠷᠢ 4", segment.version());
        assertThat(kinds(checks.of(segment.documentId(), 0, 10).get(segment.id())))
                .contains(Kind.NUMBER)
                .doesNotContain(Kind.TERM);
    }

    @Test
    void tenThousandSegmentsAreCheckedOnceOnly() {
        String source = IntStream.range(0, 10_000)
                .mapToObj(i -> "第" + i + "段，草原上有" + i % 7 + "匹**马**和" + i % 5 + "头牛。")
                .collect(Collectors.joining("\n\n"));
        String target = IntStream.range(0, 10_000)
                .mapToObj(i -> i + " ᠲᠠᠯ᠎ᠠ ᠳᠡᠭᠡᠷ᠎ᠡ " + i % 8 + " **ᠮᠣᠷᠢ** " + i % 5 + " ᠦᠬᠡᠷ ᠪᠠᠢᠢᠨ᠎ᠠ᠃")
                .collect(Collectors.joining("\n\n"));
        String document = translations
                .extract(TextKind.ARTICLE, "long", PAIR, source, target, State.TRANSLATED)
                .id();
        Worklists worklists = bean(Worklists.class);
        long begin = System.nanoTime();
        List<Integer> first = worklists.places(document, Work.ISSUES);
        long checking = System.nanoTime() - begin;
        begin = System.nanoTime();
        assertThat(worklists.places(document, Work.ISSUES)).isEqualTo(first);
        long remembering = System.nanoTime() - begin;
        assertThat(remembering).isLessThan(checking / 2);
        assertThat(first).hasSameSizeAs(checks.of(document, 0, 10_000).keySet());
        Segment one = segment(document, first.getFirst());
        checks.of(document, one.ordinal(), 1).get(one.id()).forEach(issue -> checks.ignore(one.id(), issue));
        assertThat(worklists.places(document, Work.ISSUES))
                .hasSize(first.size() - 1)
                .doesNotContain(one.ordinal());
    }
}
