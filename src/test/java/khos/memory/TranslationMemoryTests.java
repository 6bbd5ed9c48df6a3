package khos.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class TranslationMemoryTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    private final ConfigurableApplicationContext context;
    private final TranslationMemory memory;

    TranslationMemoryTests(TestDatabase database) {
        context = database.start(TranslationMemory.class, TranslationUnitRepository.class, MemoryFiles.class);
        memory = context.getBean(TranslationMemory.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private static TranslationUnit unit(String origin, String source, String target) {
        return new TranslationUnit(PAIR, source, target, origin, "tester", Instant.EPOCH);
    }

    private List<String> lookup(String sentence, int threshold) {
        return memory.lookup(sentence, PAIR, threshold, 10).stream()
                .map(match -> match.similarity() + " " + match.unit().target())
                .toList();
    }

    @Test
    void theSameSentenceIsExactAndOthersFollow() {
        memory.store(List.of(unit("1", "草原上的马跑得快。", "A"), unit("2", "草原上的牛跑得慢。", "B"), unit("3", "今天下雪。", "C")));
        assertThat(lookup("草原上的马跑得快。", 70)).containsExactly("100 A", "77 B");
        assertThat(memory.lookup("草原上的马跑得快。", PAIR, 70, 1).getFirst().type()).isEqualTo(Match.Type.EXACT);
    }

    @Test
    void widthCaseAndInvisibleCharactersMakeNinetyNine() {
        memory.store(List.of(unit("1", "共ＡＢ12个", "ᠨᠠᠷ\u180eᠠ")));
        assertThat(lookup("共ab１２个", 70)).containsExactly("99 ᠨᠠᠷ\u180eᠠ");
        assertThat(memory.lookup("ᠨᠠᠷ\u202fᠠ", PAIR.reversed(), 70, 5))
                .singleElement()
                .satisfies(match -> assertThat(match.similarity()).isEqualTo(99));
    }

    @Test
    void aUnitOfTheSameOriginReplacesTheFirst() {
        memory.store(List.of(unit("1", "马", "old")));
        assertThat(lookup("马", 70)).containsExactly("100 old");
        memory.store(List.of(unit("1", "马", "new")));
        assertThat(lookup("马", 70)).containsExactly("100 new");
    }

    @Test
    void theSamePairTwiceIsOneMatch() {
        memory.store(List.of(unit("1", "马", "A"), unit("2", "马", "A"), unit("3", "马", "B")));
        assertThat(lookup("马", 70)).containsExactly("100 B", "100 A");
    }

    @Test
    void findsWhatComparingWithEveryUnitFinds() {
        var random = new Random(7);
        List<TranslationUnit> units = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            units.add(unit("u" + i, sentence(random), "t" + i));
        }
        memory.store(units);
        for (int round = 0; round < 100; round++) {
            String query = edited(units.get(random.nextInt(units.size())).source(), random);
            int threshold = 50 + random.nextInt(50);
            Set<String> expected = new HashSet<>();
            for (TranslationUnit unit : units) {
                int[] a = MatchKey.of(query, Language.CHINESE);
                int[] b = MatchKey.of(unit.source(), Language.CHINESE);
                int longer = Math.max(a.length, b.length);
                if (100 * (longer - new EditDistance(a).to(b, longer)) >= threshold * longer) {
                    expected.add(unit.target());
                }
            }
            assertThat(memory.lookup(query, PAIR, threshold, 1000))
                    .as("query %s at %d", query, threshold)
                    .extracting(match -> match.unit().target())
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    @Test
    void whatStandsBetweenTheSameNeighboursIsAContextMatch() {
        long context = new Context("你来吗？", "好。").hash();
        memory.store(List.of(
                new TranslationUnit(PAIR, "是的。", "A", "1", "tester", Instant.EPOCH, context), unit("2", "是的。", "B")));
        assertThat(memory.lookup("是的。", new Context("你来吗？", "好。"), PAIR, 70, 5))
                .extracting(Match::similarity, Match::type)
                .containsExactly(tuple(102, Match.Type.CONTEXT), tuple(100, Match.Type.EXACT));
    }

    @Test
    void whatIsLessSureComesBehindWhatWasReviewed() {
        List<TranslationUnit> units = new ArrayList<>();
        for (Provenance provenance : Provenance.values()) {
            units.add(new TranslationUnit(
                    PAIR,
                    "马",
                    provenance.name(),
                    provenance.name(),
                    "tester",
                    Instant.EPOCH,
                    0,
                    provenance,
                    List.of()));
        }
        memory.store(units);
        assertThat(memory.lookup("马", PAIR, 70, 10))
                .extracting(match -> match.similarity() + " " + match.provenance() + " −" + match.penalty())
                .containsExactly("100 REVIEWED −0", "99 IMPORTED −1", "98 UNREVIEWED −2", "97 MACHINE −3");
        assertThat(memory.lookup("马", PAIR, 99, 10)).hasSize(2);
    }

    @Test
    void manySentencesAtOnceGiveWhatEachGivesAlone() {
        var random = new Random(9);
        for (int batch = 0; batch < 5; batch++) {
            List<TranslationUnit> units = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                units.add(unit("u" + random.nextInt(500), sentence(random), "t" + i));
            }
            memory.store(units);
        }
        List<Sentence> sentences = new ArrayList<>();
        for (int i = 0; i < 1_100; i++) {
            sentences.add(new Sentence(sentence(random), Context.NONE));
        }
        List<Integer> told = new ArrayList<>();
        List<List<Match>> all = memory.lookupAll(sentences, PAIR, 50, 5, told::add);
        assertThat(told).containsExactly(500, 1_000, 1_100);
        assertThat(all).hasSize(1_100);
        for (int i = 0; i < 1_100; i++) {
            assertThat(all.get(i)).isEqualTo(memory.lookup(sentences.get(i).text(), PAIR, 50, 5));
        }
        assertThat(memory.lookupAll(sentences, PAIR, 50, 5, done -> false)).hasSize(500);
        assertThat(memory.lookupAll(List.of(), PAIR, 50, 5, done -> true)).isEmpty();
    }

    @Test
    void otherNumbersMakeNinetySeven() {
        memory.store(List.of(unit("1", "共12个。", "A")));
        assertThat(lookup("共345个。", 70)).containsExactly("97 A");
    }

    @Test
    void aFileTakenInTwiceIsTheSameMemory() throws Exception {
        MemoryFiles files = context.getBean(MemoryFiles.class);
        List<TranslationUnit> units = new ArrayList<>();
        for (int i = 0; i < 1_234; i++) {
            units.add(unit("u" + i, "第" + Character.toString('一' + i) + "句", "t" + i));
        }
        byte[] file = tmx(units);
        for (int round = 0; round < 2; round++) {
            assertThat(files.takeIn(new ByteArrayInputStream(file), "", count -> {}, refusal -> {
                        throw new AssertionError(refusal);
                    }))
                    .isEqualTo(1_234);
        }
        var written = new ByteArrayOutputStream();
        files.writeOut(written);
        assertThat(written.toByteArray()).isEqualTo(file);
    }

    private static byte[] tmx(List<TranslationUnit> units) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var writer = new TmxWriter(file)) {
            for (TranslationUnit unit : units) {
                writer.write(unit);
            }
        }
        return file.toByteArray();
    }

    @Test
    void whatIsConfirmedIsFoundByTheNextLookUpWhileAnImportRuns() throws Exception {
        MemoryFiles files = context.getBean(MemoryFiles.class);
        List<TranslationUnit> units = new ArrayList<>();
        var random = new Random(5);
        for (int i = 0; i < 8_000; i++) {
            units.add(unit("u" + i, sentence(random), "t" + i));
        }
        byte[] file = tmx(units);
        var done = new AtomicBoolean();
        var failures = new ConcurrentLinkedQueue<Exception>();
        Thread importer = Thread.ofPlatform().start(() -> {
            try {
                files.takeIn(new ByteArrayInputStream(file), "", count -> {}, refusal -> {});
            } catch (IOException | RuntimeException e) {
                failures.add(e);
            } finally {
                done.set(true);
            }
        });
        int confirmed = 0;
        do {
            String sentence = "确认第" + Character.toString('一' + confirmed) + "句";
            memory.store(List.of(unit("c" + confirmed, sentence, "C" + confirmed)));
            assertThat(lookup(sentence, 100)).containsExactly("100 C" + confirmed);
            confirmed++;
        } while (!done.get());
        importer.join();
        assertThat(failures).isEmpty();
        assertThat(lookup(units.getLast().source(), 100))
                .contains("100 " + units.getLast().target());
    }

    private static String sentence(Random random) {
        var sentence = new StringBuilder();
        for (int i = 5 + random.nextInt(30); i > 0; i--) {
            sentence.append((char) ('一' + random.nextInt(12)));
        }
        return sentence.toString();
    }

    private static String edited(String text, Random random) {
        var edited = new StringBuilder(text);
        for (int i = random.nextInt(6); i > 0; i--) {
            edited.setCharAt(random.nextInt(edited.length()), (char) ('一' + random.nextInt(12)));
        }
        return edited.toString();
    }
}
