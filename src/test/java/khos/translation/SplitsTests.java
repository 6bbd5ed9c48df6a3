package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.markdown.Markdown;
import khos.memory.TranslationMemory;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class SplitsTests extends Room {
    private final Splits splits;

    SplitsTests(TestDatabase database) {
        super(database);
        splits = bean(Splits.class);
    }

    @Test
    void aSegmentIsCutInBothTexts() {
        String document = extract("马跑得快，牛走得慢。\n\n羊\n");
        Segment whole = translate(segment(document, 0), "ᠮᠣᠷᠢ ᠬᠤᠷᠳᠤᠨ᠂ ᠦᠬᠡᠷ ᠤᠳᠠᠭᠠᠨ᠃");
        List<Segment> parts = splits.split(whole.id(), 5, 13, whole.version());
        assertThat(parts)
                .extracting(Segment::source, Segment::target, Segment::ordinal, Segment::number)
                .containsExactly(tuple("马跑得快，", "ᠮᠣᠷᠢ ᠬᠤᠷᠳᠤᠨ᠂", 0, 1), tuple("牛走得慢。", "ᠦᠬᠡᠷ ᠤᠳᠠᠭᠠᠨ᠃", 1, 3));
        assertThat(parts).extracting(Segment::state).containsOnly(State.TRANSLATED);
        assertThat(parts.getFirst().id()).isEqualTo(whole.id());
        assertThat(segments(document)).extracting(Segment::number).containsExactly(1, 3, 2);
    }

    @Test
    void whatWasReviewedIsTranslatedAndLeavesTheMemory() {
        String document = extract("马跑得快，牛走得慢。");
        Segment reviewed = review(translate(segment(document, 0), "ᠮᠣᠷᠢ᠂ ᠦᠬᠡᠷ᠃"));
        var memory = bean(TranslationMemory.class);
        assertThat(memory.lookup("马跑得快，牛走得慢。", PAIR, 70, 5)).hasSize(1);
        List<Segment> parts = splits.split(reviewed.id(), 5, 6, reviewed.version());
        assertThat(parts).extracting(Segment::state).containsOnly(State.TRANSLATED);
        assertThat(memory.lookup("马跑得快，牛走得慢。", PAIR, 70, 5)).isEmpty();
    }

    @Test
    void aCutAtTheEndOfTheTargetLeavesTheSecondPartOpen() {
        String document = extract("马，牛。");
        Segment whole = translate(segment(document, 0), "ᠮᠣᠷᠢ᠂");
        List<Segment> parts = splits.split(whole.id(), 2, 5, whole.version());
        assertThat(parts).extracting(Segment::state).containsExactly(State.TRANSLATED, State.INITIAL);
        assertThat(parts.get(1).working()).isEmpty();
    }

    @Test
    void aDraftIsCutIntoDrafts() {
        String document = extract("马，牛。");
        Segment first = segment(document, 0);
        Segment drafted = translations.saveDraft(first.id(), "ᠮᠣᠷᠢ᠂ ᠦᠬᠡᠷ᠃", first.version());
        assertThat(splits.split(drafted.id(), 2, 6, drafted.version()))
                .extracting(Segment::state, Segment::working)
                .containsExactly(tuple(State.INITIAL, "ᠮᠣᠷᠢ᠂"), tuple(State.INITIAL, "ᠦᠬᠡᠷ᠃"));
    }

    @Test
    void joiningGivesBackWhatWasCutAndNoNumberIsGivenTwice() {
        String document = extract("马，牛。");
        Segment whole = translate(segment(document, 0), "ᠮᠣᠷᠢ᠂ ᠦᠬᠡᠷ᠃");
        List<Segment> parts = splits.split(whole.id(), 2, 6, whole.version());
        Segment joined =
                splits.join(whole.id(), parts.get(0).version(), parts.get(1).version());
        assertThat(joined.source()).isEqualTo("马，牛。");
        assertThat(joined.target()).isEqualTo("ᠮᠣᠷᠢ᠂ ᠦᠬᠡᠷ᠃");
        assertThat(joined.state()).isEqualTo(State.TRANSLATED);
        assertThat(joined.number()).isEqualTo(1);
        assertThat(segments(document)).hasSize(1);
        assertThat(splits.split(joined.id(), 2, 6, joined.version()).get(1).number())
                .isEqualTo(3);
    }

    @Test
    void segmentsOfTwoParagraphsAreNotJoined() {
        String document = extract("马\n\n牛\n");
        assertRefused("refused.join-end", () -> splits.join(segment(document, 0).id(), 0, 0));
        assertRefused("refused.join-end", () -> splits.join(segment(document, 1).id(), 0, 0));
    }

    @Test
    void placesThatAreNoneAreRefused() {
        String document = extract("马[牛羊](/x)𠀀走。");
        Segment segment = segment(document, 0);
        for (int place : new int[] {-1, 0, segment.source().length(), 1000, Integer.MAX_VALUE}) {
            assertRefused("refused.split-place", () -> splits.split(segment.id(), place, 0, 0));
        }
        assertRefused("refused.split-in-code", () -> splits.split(segment.id(), 3, 0, 0));
        assertRefused("refused.split-place", () -> splits.split(segment.id(), 10, 0, 0));
        assertRefused("refused.split-place", () -> splits.split(segment.id(), 1, 5, 0));
    }

    @Test
    void theTitleStaysOne() {
        String document = extract("---\ntitle: 马，牛\n---\n\n羊\n");
        assertRefused(
                "refused.split-title", () -> splits.split(segment(document, 0).id(), 2, 0, 0));
    }

    @Test
    void whatChangedMeanwhileIsNotCut() {
        String document = extract("马，牛。");
        Segment segment = segment(document, 0);
        translate(segment, "x");
        assertThatThrownBy(() -> splits.split(segment.id(), 2, 0, segment.version()))
                .isInstanceOf(StaleSegment.class);
    }

    /** Whatever is cut and joined, the units keep their text, places and numbers their order, and the whole its body. */
    @Test
    void randomCutsAndJoinsKeepTheText() {
        String text = "一二三四。五六七八！\n九十。\n\n## 甲乙丙\n\n> 天地。玄黄。 宇宙？\n\n- 子丑寅\n- **卯** 辰巳\n";
        var pair = new LanguagePair(Language.MONGOLIAN, Language.CHINESE);
        String document =
                translations.extract(TextKind.ARTICLE, "law", pair, text).id();
        for (Segment segment : segments(document)) {
            translate(segment, segment.source());
        }
        List<String> blocks =
                new Markdown(text).blocks().stream().map(block -> block.text()).toList();
        Set<Integer> numbers = new HashSet<>();
        segments(document).forEach(segment -> numbers.add(segment.number()));
        var random = new Random(8);
        int changes = 0;
        for (int round = 0; round < 120; round++) {
            List<Segment> segments = segments(document);
            int i = random.nextInt(segments.size());
            Segment segment = segments.get(i);
            try {
                // Where a space between sentences went, the same place is another in the target.
                if (random.nextBoolean()
                        && segment.working().length() == segment.source().length()) {
                    int place = random.nextInt(segment.source().length() + 1);
                    List<Segment> parts = splits.split(segment.id(), place, place, segment.version());
                    assertThat(numbers.add(parts.get(1).number())).isTrue();
                } else {
                    long next = i + 1 < segments.size() ? segments.get(i + 1).version() : 0;
                    splits.join(segment.id(), segment.version(), next);
                }
                changes++;
            } catch (Refused e) {
                continue;
            }
            List<Segment> now = segments(document);
            assertThat(now).extracting(Segment::ordinal).containsExactlyElementsOf(range(now.size()));
            assertThat(units(now)).as("seed 8, round %d", round).isEqualTo(blocks);
        }
        assertThat(changes).isGreaterThan(40);
        acceptAll(document);
        assertThat(translations.merged(document, Language.CHINESE).body().replaceAll("\\s", ""))
                .isEqualTo(text.replaceAll("\\s", ""));
        assertThat(translations.merged(document, Language.MONGOLIAN).body()).isEqualTo(text);
    }

    private static List<Integer> range(int size) {
        return IntStream.range(0, size).boxed().toList();
    }

    private static List<String> units(List<Segment> segments) {
        var units = new TreeMap<Integer, StringBuilder>();
        for (Segment segment : segments) {
            units.computeIfAbsent(segment.unit(), unit -> new StringBuilder())
                    .append(segment.source())
                    .append(segment.gap());
        }
        return new ArrayList<>(
                units.values().stream().map(StringBuilder::toString).toList());
    }
}
