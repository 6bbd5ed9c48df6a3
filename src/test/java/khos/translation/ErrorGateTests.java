package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import khos.check.Kind;
import khos.language.Messages;
import khos.memory.TranslationMemory;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class ErrorGateTests extends Room {
    private static final String SOUND = "**ᠮᠣᠷᠢ**";
    private static final String FAULTY = "ᠮᠣᠷᠢ";
    private static final IntPredicate ON = place -> true;

    private final DocumentChecks checks;

    ErrorGateTests(TestDatabase database) {
        super(database);
        checks = bean(DocumentChecks.class);
    }

    private String faulty() {
        return translations
                .extract(TextKind.ARTICLE, "pair", PAIR, "**马**\n\n牛\n", "ᠮᠣᠷᠢ\n\nᠦᠬᠡᠷ\n", State.TRANSLATED)
                .id();
    }

    @Test
    void anErrorRefusesConfirmingAndIsNamedInTheReadersLanguage() {
        Segment segment = segment(extract("**马**"), 0);
        Refused refused = catchThrowableOfType(Refused.class, () -> translate(segment, FAULTY));
        assertThat(refused.key()).isEqualTo("refused.error");
        Object[] arguments = refused.arguments().toArray();
        assertThat(Messages.of(Locale.ENGLISH).text(refused.key(), arguments))
                .isEqualTo("Sentence 1 cannot be confirmed yet. The code ** of the source is missing.");
        assertThat(Messages.of(Locale.CHINESE).text(refused.key(), arguments)).startsWith("第 1 句还不能确认：");
        assertThat(segment(segment.documentId(), 0)).isEqualTo(segment);
        assertThat(translate(segment, SOUND).state()).isEqualTo(State.TRANSLATED);
    }

    @Test
    void aDraftMayHaveErrors() {
        Segment segment = segment(extract("**马**"), 0);
        assertThat(translations.saveDraft(segment.id(), FAULTY, 0).draft()).contains(FAULTY);
    }

    @Test
    void whoIsLateIsToldThatAndNotOfErrors() {
        Segment segment = segment(extract("**马**"), 0);
        translate(segment, SOUND);
        assertThat(catchThrowableOfType(StaleSegment.class, () -> translate(segment, FAULTY)))
                .isNotNull();
    }

    @Test
    void anIgnoredErrorRefusesNothing() {
        Segment segment = segment(extract("**马**"), 0);
        checks.of(segment.id(), FAULTY).forEach(issue -> checks.ignore(segment.id(), issue));
        assertThat(review(translate(segment, FAULTY)).state()).isEqualTo(State.REVIEWED);
    }

    @Test
    void whatNobodyCanReadIsNeverIgnored() {
        Segment segment = segment(extract("马"), 0);
        String codes = "\ue264\ue28d";
        CheckedIssue issue = checks.of(segment.id(), codes).getFirst();
        assertThat(issue.issue().kind()).isEqualTo(Kind.ENCODING);
        Refused refused = catchThrowableOfType(Refused.class, () -> checks.ignore(segment.id(), issue));
        assertThat(Messages.of(Locale.ENGLISH)
                        .text(refused.key(), refused.arguments().toArray()))
                .isEqualTo("“encoding” cannot be ignored, as readers could not read the text. It has to be mended.");
        bean(IssueRepository.class).ignore(segment.id(), Kind.ENCODING, issue.fingerprint(), "somebody", 0);
        assertThat(checks.of(segment.id(), codes)).contains(issue);
        assertRefused("refused.error", () -> translate(segment, codes));
    }

    @Test
    void whatWasTakenInWithErrorsIsNotAccepted() {
        String document = faulty();
        assertRefused("refused.error", () -> review(segment(document, 0)));
        assertThat(review(segment(document, 1)).state()).isEqualTo(State.REVIEWED);
    }

    @Test
    void acceptingAllLeavesWhatHasErrors() {
        String document = faulty();
        Acceptances.Accepted first = acceptAll(document);
        assertThat(List.of(first.accepted(), first.faulty())).containsExactly(1, 1);
        assertThat(segments(document)).extracting(Segment::state).containsExactly(State.TRANSLATED, State.REVIEWED);
        assertThat(bean(TranslationMemory.class).lookup("牛", PAIR, 100, 5)).hasSize(1);
        assertThat(bean(TranslationMemory.class).lookup("**马**", PAIR, 100, 5)).isEmpty();
        Acceptances.Accepted again = acceptAll(document);
        assertThat(List.of(again.accepted(), again.faulty())).containsExactly(0, 1);
    }

    @Test
    void publishedPairsAreTakenInWithTheirErrors() {
        String document = translations
                .extract(TextKind.ARTICLE, "pair", PAIR, "**马**\n", "ᠮᠣᠷᠢ\n", State.FINAL)
                .id();
        assertThat(segment(document, 0).state()).isEqualTo(State.FINAL);
    }

    @Test
    void aRevisionWithErrorsComesBack() {
        Segment taken = segment(faulty(), 0);
        Segment sound = translate(taken, SOUND);
        Segment faulty = translations.saveDraft(sound.id(), FAULTY, sound.version());
        checks.of(faulty.id(), FAULTY).forEach(issue -> checks.ignore(faulty.id(), issue));
        Segment other = translate(translate(faulty, FAULTY), SOUND);
        checks.ignoreNothing(other.id());
        String revision = bean(Revisions.class).of(other.id()).stream()
                .filter(one -> one.target().equals(FAULTY))
                .findFirst()
                .orElseThrow()
                .id();
        Segment restored = bean(Revisions.class).restore(other.id(), revision, other.version());
        assertThat(restored.target()).isEqualTo(FAULTY);
        assertRefused("refused.error", () -> review(restored));
    }

    @Test
    void propagationLeavesWhatWouldHaveErrorsAsDrafts() {
        String document = extract("马\n\n马\n\n**马**\n");
        Segment confirmed = translate(segment(document, 0), FAULTY);
        bean(Propagations.class).propagate(confirmed.id(), false);
        assertThat(segment(document, 1).state()).isEqualTo(State.TRANSLATED);
        assertThat(segments(document))
                .filteredOn(segment -> segment.source().equals("**马**"))
                .allSatisfy(segment -> assertThat(segment.state()).isEqualTo(State.INITIAL));
    }

    @Test
    void preTranslationLeavesWhatHasErrorsAsDraft() {
        review(translate(segment(extract("**马**"), 0), SOUND));
        translations.extract(TextKind.ARTICLE, "old", PAIR, "**牛**\n", "ᠦᠬᠡᠷ\n", State.FINAL);
        String document = translations
                .extract(TextKind.ARTICLE, "new", PAIR, "**马**\n\n**牛**\n")
                .id();
        Pretranslations.Result done =
                bean(Pretranslations.class).pretranslate(document, new Pretranslations.Wish(100, false, true), ON);
        assertThat(done.filled()).isEqualTo(2);
        assertThat(done.translated()).isEqualTo(1);
        assertThat(segment(document, 1).state()).isEqualTo(State.INITIAL);
        assertThat(segment(document, 1).draft()).contains("ᠦᠬᠡᠷ");
    }

    @Test
    void replacingLeavesWhatGetsErrorsAsDraftAndIsTakenBack() {
        Segment segment = translate(segment(extract("**马**"), 0), SOUND);
        Replacements replacements = bean(Replacements.class);
        var finding = Finding.of("**");
        Replacements.Outcome outcome = replacements.replace(
                segment.documentId(),
                finding,
                "",
                List.of(new Replacements.Chosen(segment.id(), segment.version(), Set.of(0, 1))));
        assertThat(outcome.replaced()).singleElement().satisfies(now -> {
            assertThat(now.target()).isEqualTo(SOUND);
            assertThat(now.draft()).contains(FAULTY);
        });
        replacements.undo(outcome.id());
        assertThat(segment(segment.documentId(), 0).working()).isEqualTo(SOUND);
        assertThat(segment(segment.documentId(), 0).draft()).isEmpty();
    }
}
