package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import khos.As;
import khos.Rooms;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.memory.TranslationMemory;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.security.authentication.AuthenticationCredentialsNotFoundException;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class FillingsTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final IntPredicate ON = place -> true;
    private static final Pretranslations.Wish WISH = new Pretranslations.Wish(75, true, true);

    private final ConfigurableApplicationContext context;
    private final Translations translations;
    private final Propagations propagations;
    private final Pretranslations pretranslations;
    private final Coverages coverages;
    private final Fillings fillings;

    FillingsTests(TestDatabase database) {
        context = database.start(Rooms.class);
        translations = context.getBean(Translations.class);
        propagations = context.getBean(Propagations.class);
        pretranslations = context.getBean(Pretranslations.class);
        coverages = context.getBean(Coverages.class);
        fillings = context.getBean(Fillings.class);
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

    private Translation extract(String slug, String... sentences) {
        return translations.extract(TextKind.ARTICLE, slug, PAIR, String.join("\n\n", sentences) + "\n");
    }

    private Segment segment(Translation document, int place) {
        return translations.segments(document.id(), place, 1).getFirst();
    }

    private Segment translate(Translation document, int place, String target) {
        Segment segment = segment(document, place);
        return translations.translate(segment.id(), target, segment.version());
    }

    private List<String> targets(Translation document) {
        return translations.segments(document.id(), 0, 1000).stream()
                .map(Segment::working)
                .toList();
    }

    @Test
    void aConfirmedTranslationIsTakenOverIntoWhatSaysTheSame() {
        Translation document = extract("one", "有3匹马。", "有马。", "有3匹马。", "有12匹马。", "有3匹马！");
        Segment confirmed = translate(document, 0, "ᠮᠣᠷᠢ ᠓ ᠪᠤᠢ᠃");
        assertThat(propagations.offer(confirmed)).isEqualTo(new Propagations.Offer(2, 0));
        Filling filling = propagations.propagate(confirmed.id(), false).orElseThrow();
        assertThat(filling.segments()).isEqualTo(2);
        assertThat(targets(document)).containsExactly("ᠮᠣᠷᠢ ᠓ ᠪᠤᠢ᠃", "", "ᠮᠣᠷᠢ ᠓ ᠪᠤᠢ᠃", "ᠮᠣᠷᠢ ᠑᠒ ᠪᠤᠢ᠃", "");
        assertThat(segment(document, 2).state()).isEqualTo(State.TRANSLATED);
        assertThat(fillings.of(segment(document, 2)))
                .contains(new Filled(Filling.Kind.PROPAGATION, confirmed.id(), 100, 0));
        assertThat(fillings.of(segment(document, 3)))
                .contains(new Filled(Filling.Kind.PROPAGATION, confirmed.id(), 99, 1));
        assertThat(fillings.of(confirmed)).isEmpty();
    }

    @Test
    void whatSomebodyHasBegunIsNotFilled() {
        Translation document = extract("one", "有马。", "有马。", "有马。");
        Segment confirmed = translate(document, 0, "ᠮᠣᠷᠢ ᠪᠤᠢ᠃");
        translations.saveDraft(segment(document, 1).id(), "ᠠ", 0);
        translate(document, 2, "ᠡ");
        assertThat(propagations.offer(confirmed).isEmpty()).isTrue();
        assertThat(propagations.propagate(confirmed.id(), true)).isEmpty();
        assertThat(targets(document)).containsExactly("ᠮᠣᠷᠢ ᠪᠤᠢ᠃", "ᠠ", "ᠡ");
    }

    @Test
    void otherDocumentsAreFilledWhenThatIsChosen() {
        Translation document = extract("one", "有马。", "有马。");
        Translation other = extract("other", "有马。", "有牛。");
        Segment confirmed = translate(document, 0, "ᠮᠣᠷᠢ ᠪᠤᠢ᠃");
        assertThat(propagations.offer(confirmed)).isEqualTo(new Propagations.Offer(1, 1));
        Filling filling = propagations.propagate(confirmed.id(), true).orElseThrow();
        assertThat(targets(other)).containsExactly("ᠮᠣᠷᠢ ᠪᠤᠢ᠃", "");
        assertThat(fillings.undo(filling.id())).isEqualTo(2);
        assertThat(targets(other)).containsExactly("", "");
    }

    @Test
    void undoingRestoresExactlyWhatWasNotTouchedSince() {
        Translation document = extract("one", "有马。", "有马。", "有马。", "有马。");
        Segment confirmed = translate(document, 0, "ᠮᠣᠷᠢ ᠪᠤᠢ᠃");
        Filling filling = propagations.propagate(confirmed.id(), false).orElseThrow();
        translate(document, 2, "ᠮᠣᠷᠢ᠃");
        Segment reviewed = segment(document, 3);
        translations.review(reviewed.id(), reviewed.version());
        assertThat(fillings.last(document.id())).contains(filling);
        assertThat(fillings.undo(filling.id())).isEqualTo(1);
        assertThat(targets(document)).containsExactly("ᠮᠣᠷᠢ ᠪᠤᠢ᠃", "", "ᠮᠣᠷᠢ᠃", "ᠮᠣᠷᠢ ᠪᠤᠢ᠃");
        assertThat(segment(document, 1).state()).isEqualTo(State.INITIAL);
        assertThat(fillings.last(document.id())).isEmpty();
        assertThatThrownBy(() -> fillings.undo(filling.id()))
                .isInstanceOfSatisfying(
                        Refused.class, refused -> assertThat(refused.key()).isEqualTo("refused.no-filling"));
    }

    private void remember(String slug, String... pairs) {
        Translation document = extract(
                slug,
                IntStream.range(0, pairs.length / 2).mapToObj(i -> pairs[2 * i]).toArray(String[]::new));
        for (int i = 0; i < pairs.length / 2; i++) {
            translate(document, i, pairs[2 * i + 1]);
        }
        context.getBean(Acceptances.class).acceptAll(document.id(), ON);
    }

    @Test
    void aDocumentIsPretranslatedByBand() {
        remember("known", "草原上有很多牛羊。", "ᠠ", "草原上有3匹马。", "ᠮᠣᠷᠢ ᠓", "今天天气非常好。", "ᠡ");
        Translation document = extract("new", "别的。", "草原上有很多牛羊。", "草原上有15匹马。", "今天天气非常坏。", "完全不同的一句话");
        Pretranslations.Result result = pretranslations.pretranslate(document.id(), WISH, ON);
        assertThat(targets(document)).containsExactly("", "ᠠ", "ᠮᠣᠷᠢ ᠑᠕", "ᠡ", "");
        assertThat(IntStream.range(0, 5).mapToObj(i -> segment(document, i).state()))
                .containsExactly(State.INITIAL, State.TRANSLATED, State.INITIAL, State.INITIAL, State.INITIAL);
        assertThat(result.found().of(Band.EXACT)).isEqualTo(new Coverage.Count(1, 8));
        assertThat(result.found().of(Band.NEARLY_EXACT).segments()).isEqualTo(1);
        assertThat(result.found().of(Band.HIGH).segments()).isEqualTo(1);
        assertThat(result.found().of(Band.NONE).segments()).isEqualTo(2);
        assertThat(result.filled()).isEqualTo(3);
        assertThat(result.translated()).isEqualTo(1);
        assertThat(fillings.of(segment(document, 2)).orElseThrow().adapted()).isEqualTo(1);
        assertThat(fillings.undo(result.filling().orElseThrow().id())).isEqualTo(3);
        assertThat(targets(document)).containsOnly("");
        assertThat(translations.document(document.id()).orElseThrow().progress())
                .isEqualTo(new Progress(5, 0, 0, 0, 0));
    }

    @Test
    void whatTheMemorySaysInTwoWaysStaysADraft() {
        remember("known", "有马。", "ᠠ");
        remember("known-too", "有马。", "ᠡ");
        Translation document = extract("new", "有马。");
        Pretranslations.Result result = pretranslations.pretranslate(document.id(), WISH, ON);
        assertThat(result.translated()).isZero();
        assertThat(segment(document, 0).draft()).isPresent();
    }

    @Test
    void aCancelledPretranslationKeepsWhatItDidAndIsUndoneAsAWhole() {
        remember("known", "有马。", "ᠠ");
        Translation document = extract("new", "有马。\n\n".repeat(1_050).split("\n\n"));
        List<Integer> places = new ArrayList<>();
        Pretranslations.Result result = pretranslations.pretranslate(document.id(), WISH, place -> {
            places.add(place);
            return places.size() < 2;
        });
        assertThat(places).containsExactly(500, 1_000);
        assertThat(result.isComplete()).isFalse();
        assertThat(result.filled()).isEqualTo(1_000);
        assertThat(fillings.undo(fillings.last(document.id()).orElseThrow().id()))
                .isEqualTo(1_000);
        assertThat(pretranslations.pretranslate(document.id(), WISH, ON).filled())
                .isEqualTo(1_050);
    }

    @Test
    void coverageCountsEachSegmentOnceAndNotByItself() {
        remember("known", "草原上有很多牛羊。", "ᠠ", "别的。", "ᠡ");
        Translation document = extract("new", "开头。", "草原上有很多牛羊。", "草原上有很多羊。");
        Coverage coverage = coverages.of(document.id(), ON);
        assertThat(coverage.total()).isEqualTo(new Coverage.Count(3, 17));
        assertThat(coverage.of(Band.EXACT)).isEqualTo(new Coverage.Count(1, 8));
        assertThat(coverage.of(Band.HIGH)).isEqualTo(new Coverage.Count(1, 7));
        assertThat(coverage.of(Band.NONE)).isEqualTo(new Coverage.Count(1, 2));
        Translation known = translations.documents().stream()
                .filter(found -> found.slug().equals("known"))
                .findFirst()
                .orElseThrow();
        assertThat(coverages.of(known.id(), ON).of(Band.NONE).segments()).isEqualTo(2);
    }

    @Test
    void whatSaysWordsInTheOtherLanguageIsLearnedFromTheMemory() {
        remember(
                "known",
                "戈壁里有骆驼。",
                "ᠭᠣᠪᠢ ᠳᠤ ᠲᠡᠮᠡᠭᠡ ᠪᠤᠢ᠃",
                "骆驼走得很慢。",
                "ᠲᠡᠮᠡᠭᠡ ᠤᠳᠠᠭᠠᠨ ᠶᠠᠪᠤᠳᠠᠭ᠃",
                "戈壁里有石头。",
                "ᠭᠣᠪᠢ ᠳᠤ ᠴᠢᠯᠠᠭᠤ ᠪᠤᠢ᠃");
        var memory = context.getBean(TranslationMemory.class);
        LikelyWords mongolian = LikelyWords.learn("骆驼", Language.CHINESE, memory);
        assertThat(mongolian.in("ᠭᠣᠪᠢ ᠳᠤ ᠲᠡᠮᠡᠭᠡ ᠪᠤᠢ᠃"))
                .extracting(place -> place.of("ᠭᠣᠪᠢ ᠳᠤ ᠲᠡᠮᠡᠭᠡ ᠪᠤᠢ᠃"))
                .containsExactly("ᠲᠡᠮᠡᠭᠡ");
        LikelyWords chinese = LikelyWords.learn("ᠲᠡᠮᠡᠭᠡ", Language.MONGOLIAN, memory);
        assertThat(chinese.in("戈壁里有骆驼。"))
                .extracting(place -> place.of("戈壁里有骆驼。"))
                .containsExactly("骆驼");
        assertThat(LikelyWords.learn("石头", Language.CHINESE, memory).in("ᠴᠢᠯᠠᠭᠤ"))
                .isEmpty();
    }

    @Test
    void aStrangerMayDoNothingOfThis() {
        Translation document = extract("one", "有马。", "有马。");
        Segment confirmed = translate(document, 0, "ᠠ");
        As.signOut();
        assertThatThrownBy(() -> propagations.propagate(confirmed.id(), false))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThatThrownBy(() -> pretranslations.pretranslate(document.id(), WISH, ON))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThatThrownBy(() -> fillings.undo("x")).isInstanceOf(AuthenticationCredentialsNotFoundException.class);
        assertThatThrownBy(() -> coverages.of(document.id(), ON))
                .isInstanceOf(AuthenticationCredentialsNotFoundException.class);
    }

    @Test
    void bandsMeetWithoutAGap() {
        assertThat(IntStream.of(102, 101, 100, 99, 95, 94, 85, 84, 75, 74, 50, 49, 0)
                        .mapToObj(Band::of)
                        .map(Band::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo("CONTEXT CONTEXT EXACT NEARLY_EXACT NEARLY_EXACT HIGH HIGH MEDIUM MEDIUM LOW LOW NONE NONE");
    }
}
