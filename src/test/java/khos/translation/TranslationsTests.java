package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khos.As;
import khos.Rooms;
import khos.account.Project;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.memory.TranslationMemory;
import khos.storage.Ids;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class TranslationsTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final String TEXT = """
            ---
            title: 五畜
            summary: 草原上的五种牲畜。
            date: 2026-11-20
            ---

            ## 马

            马是好朋友。马跑得快。

            - 牛
            - 羊
            """;

    private final ConfigurableApplicationContext context;
    private final Translations translations;
    private final TranslationMemory memory;

    TranslationsTests(TestDatabase database) {
        context = database.start(Rooms.class);
        translations = context.getBean(Translations.class);
        memory = context.getBean(TranslationMemory.class);
    }

    @BeforeEach
    void signIn() {
        As.signIn(Role.EDITOR);
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    private Translation extract() {
        return translations.extract(TextKind.ARTICLE, "five-animals", PAIR, TEXT);
    }

    private List<Segment> segments(Translation document) {
        return translations.segments(document.id(), 0, 1000);
    }

    @Test
    void aTextBecomesSegmentsInDocumentOrder() {
        Translation document = extract();
        assertThat(segments(document))
                .extracting(Segment::source)
                .containsExactly("五畜", "草原上的五种牲畜。", "马", "马是好朋友。", "马跑得快。", "牛", "羊");
        assertThat(segments(document)).extracting(Segment::unit).containsExactly(-2, -1, 0, 1, 1, 2, 3);
        assertThat(document.progress()).isEqualTo(new Progress(7, 0, 0, 0, 0));
        assertThat(document.title()).isEqualTo("五畜");
    }

    @Test
    void aSegmentGoesFromDraftToReviewedAndIntoTheMemory() {
        Segment segment = segments(extract()).get(3);
        Segment drafted = translations.saveDraft(segment.id(), "ᠮᠣᠷᠢ", segment.version());
        assertThat(drafted.state()).isEqualTo(State.INITIAL);
        assertThat(drafted.draft()).contains("ᠮᠣᠷᠢ");
        Segment translated = translations.translate(segment.id(), "ᠮᠣᠷᠢ ᠨᠠᠶᠢᠵᠠ", drafted.version());
        assertThat(translated.state()).isEqualTo(State.TRANSLATED);
        assertThat(translated.draft()).isEmpty();
        assertThat(memory.lookup("马是好朋友。", PAIR, 70, 5)).isEmpty();
        Segment reviewed = translations.review(segment.id(), translated.version());
        assertThat(reviewed.state()).isEqualTo(State.REVIEWED);
        assertThat(memory.lookup("马是好朋友。", PAIR, 70, 5))
                .singleElement()
                .satisfies(match -> assertThat(match.unit().target()).isEqualTo("ᠮᠣᠷᠢ ᠨᠠᠶᠢᠵᠠ"));
        assertThat(memory.lookup("ᠮᠣᠷᠢ ᠨᠠᠶᠢᠵᠠ", PAIR.reversed(), 70, 5)).hasSize(1);
    }

    @Test
    void aStaleChangeIsRefusedAndNeitherTextIsLost() {
        Segment segment = segments(extract()).get(3);
        translations.translate(segment.id(), "first", segment.version());
        assertThatThrownBy(() -> translations.translate(segment.id(), "second", segment.version()))
                .isInstanceOfSatisfying(StaleSegment.class, stale -> {
                    assertThat(stale.current().target()).isEqualTo("first");
                    assertThat(stale.refused()).isEqualTo("second");
                });
    }

    @Test
    void theSameChangeSentTwiceIsOneChange() {
        Segment segment = segments(extract()).get(3);
        Segment first = translations.translate(segment.id(), "once", segment.version());
        assertThat(translations.translate(segment.id(), "once", segment.version()))
                .isEqualTo(first);
    }

    @Test
    void ofManyAtOnceExactlyOneWins() throws Exception {
        Segment segment = segments(extract()).get(3);
        List<Callable<Boolean>> attempts = IntStream.range(0, 12)
                .<Callable<Boolean>>mapToObj(i -> () -> As.role(Role.TRANSLATOR, () -> {
                    try {
                        translations.translate(segment.id(), "text " + i, segment.version());
                        return true;
                    } catch (StaleSegment e) {
                        return false;
                    }
                }))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(threads.invokeAll(attempts).stream()
                            .map(Future::resultNow)
                            .filter(won -> won))
                    .hasSize(1);
        }
    }

    @Test
    void aChangedReviewedSegmentIsTranslatedAgain() {
        Segment segment = segments(extract()).get(3);
        Segment reviewed = translations.review(
                segment.id(), translations.translate(segment.id(), "a", 0).version());
        Segment changed = translations.translate(segment.id(), "b", reviewed.version());
        assertThat(changed.state()).isEqualTo(State.TRANSLATED);
    }

    @Test
    void theNextOpenSegmentIsFoundAroundTheEnd() {
        Translation document = extract();
        List<Segment> segments = segments(document);
        translations.translate(segments.getLast().id(), "x", 0);
        assertThat(translations.nextOpen(document.id(), 2)).contains(segments.get(3));
        assertThat(translations.nextOpen(document.id(), 6)).contains(segments.get(0));
    }

    @Test
    void aDocumentWithOpenSegmentsIsNotMerged() {
        Translation document = extract();
        assertThatThrownBy(() -> translations.merged(document.id(), Language.MONGOLIAN))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("refused.not-reviewed");
                    assertThat(refused.arguments()).containsExactly(6L);
                });
    }

    @Test
    void aReviewedDocumentIsWholeAgainInItsTarget() {
        Translation document = extract();
        for (Segment segment : segments(document)) {
            translations.translate(segment.id(), "T" + segment.number(), segment.version());
        }
        assertThat(context.getBean(Acceptances.class)
                        .acceptAll(document.id(), place -> true)
                        .accepted())
                .isEqualTo(7);
        Merged merged = translations.merged(document.id(), Language.MONGOLIAN);
        assertThat(merged.title()).isEqualTo("T1");
        assertThat(merged.summary()).isEqualTo("T2");
        assertThat(merged.body()).isEqualTo("\n## T3\n\nT4 T5\n\n- T6\n- T7\n");
        assertThat(merged.sentences()).extracting(Merged.Sentence::number).containsExactly(3, 4, 5, 6, 7);
        assertThat(translations.document(document.id()).orElseThrow().progress().finished())
                .isEqualTo(7);
        assertThat(translations.merged(document.id(), Language.CHINESE).body())
                .isEqualTo(TEXT.substring(TEXT.indexOf("---\n\n") + 4));
    }

    @Test
    void theSentencesOfAPairAreShownBeforeItIsTakenIn() {
        String source = "# 马\n\n马跑。牛走。\n\n羊来。羊去。\n";
        assertThat(translations.pairs(Project.DEFAULT, PAIR, source, "# ᠮᠣᠷᠢ\n\nᠮᠣᠷᠢ᠃ ᠦᠬᠡᠷ᠃\n\nᠬᠣᠨᠢ᠃\n"))
                .containsExactly(
                        new Paired("马", "ᠮᠣᠷᠢ", false),
                        new Paired("马跑。", "ᠮᠣᠷᠢ᠃", false),
                        new Paired("牛走。", "ᠦᠬᠡᠷ᠃", false),
                        new Paired("羊来。羊去。", "ᠬᠣᠨᠢ᠃", true));
        assertThat(translations.documents()).isEmpty();
        assertThatThrownBy(() -> translations.pairs(Project.DEFAULT, PAIR, source, "ᠮᠣᠷᠢ\n"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("refused.blocks-differ"));
    }

    @Test
    void aPairIsTakenInSentenceBySentence() {
        Translation document = translations.extract(
                TextKind.LESSON, "pair", PAIR, "甲。乙。\n\n丙\n", "ᠨᠢᠭᠡ᠃ ᠬᠣᠶᠠᠷ᠃\n\nᠭᠤᠷᠪᠠ\n", State.FINAL);
        assertThat(segments(document))
                .extracting(Segment::source, Segment::target)
                .containsExactly(tuple("甲。", "ᠨᠢᠭᠡ᠃"), tuple("乙。", "ᠬᠣᠶᠠᠷ᠃"), tuple("丙", "ᠭᠤᠷᠪᠠ"));
        assertThat(translations.merged(document.id(), Language.MONGOLIAN).body())
                .isEqualTo("ᠨᠢᠭᠡ᠃ ᠬᠣᠶᠠᠷ᠃\n\nᠭᠤᠷᠪᠠ\n");
    }

    /** A text cut in earlier days, by rules that today's {@code Segmenter} does not have. */
    @Test
    void noSentenceEndsInsideAPairOfCodes() {
        Translation document =
                translations.extract(TextKind.LESSON, "bold", PAIR, "**一。二**。三。\n\n*四。五。* 六。\n\n*七。八。\n\n**九。** 十。\n");
        assertThat(segments(document))
                .extracting(Segment::source)
                .containsExactly("**一。二**。", "三。", "*四。五。*", "六。", "*七。", "八。", "**九。**", "十。");
    }

    @Test
    void aDocumentKeepsTheBoundariesItWasStoredWith() {
        var repository = context.getBean(TranslationRepository.class);
        var document = new TranslationRepository.Document(
                Ids.next(), TextKind.ARTICLE, "cut", "cut", PAIR, "马是好朋友。马跑\n得快\n", "");
        repository.insert(document, "editor", 0);
        repository.insertSegments(List.of(
                stored(document, 0, "马是", "", "ᠮᠣᠷᠢ"),
                stored(document, 1, "好朋友。马跑", "\n", "ᠨᠠᠶᠢᠵᠠ᠃ ᠮᠣᠷᠢ"),
                stored(document, 2, "得快", "", "ᠰᠠᠶᠢᠨ")));
        Merged target = translations.merged(document.id(), Language.MONGOLIAN);
        assertThat(target.body()).isEqualTo("ᠮᠣᠷᠢ ᠨᠠᠶᠢᠵᠠ᠃ ᠮᠣᠷᠢ\nᠰᠠᠶᠢᠨ\n");
        assertThat(target.sentences())
                .extracting(Merged.Sentence::text)
                .containsExactly("ᠮᠣᠷᠢ", "ᠨᠠᠶᠢᠵᠠ᠃ ᠮᠣᠷᠢ", "ᠰᠠᠶᠢᠨ");
        assertThat(translations.merged(document.id(), Language.CHINESE).sentences())
                .extracting(Merged.Sentence::text)
                .containsExactly("马是", "好朋友。马跑", "得快");
        assertThat(translations.document(document.id()).orElseThrow().progress().total())
                .isEqualTo(3);
    }

    private static Segment stored(
            TranslationRepository.Document document, int ordinal, String source, String gap, String target) {
        return new Segment(
                Ids.next(),
                document.id(),
                ordinal,
                ordinal + 1,
                0,
                source,
                gap,
                target,
                Optional.empty(),
                State.REVIEWED,
                0,
                "editor",
                Instant.EPOCH);
    }

    @Test
    void aPairWhoseBlocksDifferIsRefusedAtTheFirstPlace() {
        assertThatThrownBy(() -> translations.extract(
                        TextKind.LESSON, "pair", PAIR, "甲\n\n乙\n", "ᠨᠢᠭᠡ\n\n## ᠬᠣᠶᠠᠷ\n", State.FINAL))
                .isInstanceOfSatisfying(Refused.class, refused -> {
                    assertThat(refused.key()).isEqualTo("refused.blocks-differ");
                    assertThat(refused.arguments()).first().isEqualTo(2);
                });
        assertThat(translations.documents()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Ab", "../x", "a b", "-a", "a--b", "马", "a/01"})
    void aMalformedSlugIsRefused(String slug) {
        assertThatThrownBy(() -> translations.extract(TextKind.ARTICLE, slug, PAIR, "甲"))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("refused.bad-slug"));
    }

    @Test
    void aTakenSlugIsRefusedAndChangesNothing() {
        extract();
        assertThatThrownBy(this::extract).isInstanceOf(Refused.class);
        assertThat(translations.documents()).hasSize(1);
    }

    @Test
    void fiveThousandSegmentsAreTakenIn() {
        String text =
                IntStream.range(0, 2500).mapToObj(i -> "第" + i + "段。还有一句。").collect(Collectors.joining("\n\n"));
        Translation document = translations.extract(TextKind.ARTICLE, "long", PAIR, text);
        assertThat(document.progress().total()).isEqualTo(5000);
        assertThat(translations.segments(document.id(), 4990, 50)).hasSize(10);
    }

    @Test
    void whoIsNotSignedInMayNothing() {
        As.signOut();
        assertThatThrownBy(this::extract).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThatThrownBy(translations::documents).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void aTranslatorMayNotReviewOrMerge() {
        Segment segment = segments(extract()).get(3);
        As.signIn(Role.TRANSLATOR);
        Segment translated = translations.translate(segment.id(), "x", 0);
        assertThatThrownBy(() -> translations.review(segment.id(), translated.version()))
                .isInstanceOf(AccessDeniedException.class);
        As.signIn(Role.REVIEWER);
        assertThat(translations.review(segment.id(), translated.version()).state())
                .isEqualTo(State.REVIEWED);
        assertThatThrownBy(() -> translations.merged(segment.documentId(), Language.CHINESE))
                .isInstanceOf(AccessDeniedException.class);
    }
}
