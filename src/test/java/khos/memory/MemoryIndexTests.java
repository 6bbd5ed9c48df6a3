package khos.memory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.LongStream;
import khos.analysis.Analyzers;
import khos.language.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MemoryIndexTests {
    private static final String MONGOLIAN = "ᠠᠡᠢᠣᠤᠨᠪᠬᠭᠮᠯᠰᠲᠳᠷ";

    /** Sentences of words from a small stock, so that many share much, each fourth an edited earlier one. */
    private static List<String> sentences(Language language, int count, Random random) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            words.add(word(language, random));
        }
        List<String> sentences = new ArrayList<>();
        while (sentences.size() < count) {
            if (random.nextInt(4) == 0 && !sentences.isEmpty()) {
                sentences.add(edited(sentences.get(random.nextInt(sentences.size())), words, random));
                continue;
            }
            var sentence = new StringBuilder();
            for (int i = random.nextInt(18); i >= 0; i--) {
                sentence.append(words.get(random.nextInt(words.size())));
                sentence.append(language == Language.MONGOLIAN ? random.nextInt(5) == 0 ? "\u202f" : " " : "");
            }
            sentences.add(sentence.toString());
        }
        return sentences;
    }

    private static String word(Language language, Random random) {
        var word = new StringBuilder();
        int most = language == Language.CHINESE ? 3 : 9;
        for (int i = random.nextInt(most); i >= 0; i--) {
            word.append(
                    language == Language.CHINESE
                            ? (char) ('一' + random.nextInt(60))
                            : MONGOLIAN.charAt(random.nextInt(MONGOLIAN.length())));
        }
        return random.nextInt(40) == 0 ? "𠮷" + word : word.toString();
    }

    private static String edited(String text, List<String> words, Random random) {
        var edited = new StringBuilder(text);
        for (int i = random.nextInt(12); i > 0 && edited.length() > 1; i--) {
            int at = random.nextInt(edited.length() - 1);
            switch (random.nextInt(4)) {
                case 0 -> edited.deleteCharAt(at);
                case 1 -> edited.setCharAt(at, text.charAt(random.nextInt(text.length())));
                case 2 -> edited.insert(at, text.charAt(random.nextInt(text.length())));
                default -> edited.insert(at, words.get(random.nextInt(words.size())));
            }
        }
        return edited.toString();
    }

    private static int similarity(String query, String source, MemoryIndex index, Language language) {
        String usual = index.usual(query);
        int typed = similarity(query, source, language);
        int respelled = usual.equals(query) ? 0 : similarity(usual, source, language) - 2;
        boolean alike = language == Language.MONGOLIAN && MatchKey.look(query) == MatchKey.look(source);
        return Math.max(Math.max(typed, respelled), alike ? 98 : 0);
    }

    private static int similarity(String query, String source, Language language) {
        int[] a = MatchKey.of(query, language);
        int[] b = MatchKey.of(source, language);
        int longer = Math.max(a.length, b.length);
        int edits = new EditDistance(a).to(b, longer);
        return edits > 0 ? 100 * (longer - edits) / longer : query.equals(source) ? 100 : 99;
    }

    private static MemoryIndex index(Language language, List<String> sentences, int parts) {
        var index = new MemoryIndex(language);
        for (int part = 0; part < parts; part++) {
            MemoryIndex.Batch batch = index.batch();
            for (int i = part; i < sentences.size(); i += parts) {
                batch.add(i, sentences.get(i), "target " + i);
            }
            index.add(batch);
        }
        return index;
    }

    @ParameterizedTest
    @EnumSource
    void findsExactlyWhatComparingWithEveryUnitFinds(Language language) {
        var random = new Random(11);
        List<String> sentences = sentences(language, 3_000, random);
        MemoryIndex whole = index(language, sentences, 1);
        MemoryIndex inParts = index(language, sentences, 20);
        List<String> stock = List.of("马", "ᠮᠣᠷᠢ", "a");
        for (int round = 0; round < 60; round++) {
            String query = edited(sentences.get(random.nextInt(sentences.size())), stock, random);
            int threshold = 40 + random.nextInt(61);
            Map<Long, Integer> expected = new TreeMap<>();
            for (int i = 0; i < sentences.size(); i++) {
                int similarity = similarity(query, sentences.get(i), whole, language);
                if (similarity >= threshold) {
                    expected.put((long) i, similarity);
                }
            }
            List<Integer> best = expected.values().stream()
                    .sorted(Comparator.reverseOrder())
                    .limit(10)
                    .toList();
            for (MemoryIndex index : List.of(whole, inParts)) {
                Map<Long, Integer> found = new TreeMap<>();
                index.lookup(query, threshold, 10_000).forEach(hit -> found.put(hit.seq(), hit.similarity()));
                assertThat(found)
                        .as("round %d: %s at %d", round, query, threshold)
                        .isEqualTo(expected);
                assertThat(index.lookup(query, threshold, 10))
                        .extracting(MemoryIndex.Hit::similarity)
                        .as("round %d: %s at %d", round, query, threshold)
                        .isEqualTo(best);
            }
        }
    }

    /** So many that they are read and searched by several threads. */
    @Test
    void manyUnitsAreFoundExactlyAsFewAre() {
        var random = new Random(15);
        List<String> sentences = new ArrayList<>();
        List<int[]> keys = new ArrayList<>();
        while (sentences.size() < 270_000) {
            String sentence = random.ints(6 + random.nextInt(30), 0, 90)
                    .mapToObj(i -> Character.toString('一' + i))
                    .reduce("", String::concat);
            sentences.add(sentence);
            keys.add(MatchKey.of(sentence, Language.CHINESE));
        }
        MemoryIndex index = index(Language.CHINESE, sentences, 1);
        int all = 0;
        for (int round = 0; round < 20; round++) {
            String query = edited(sentences.get(random.nextInt(sentences.size())), List.of("马"), random);
            int[] key = MatchKey.of(query, Language.CHINESE);
            var distance = new EditDistance(key);
            List<Long> expected = LongStream.range(0, keys.size())
                    .filter(i -> {
                        int[] other = keys.get((int) i);
                        int longer = Math.max(key.length, other.length);
                        int allowed = longer * 45 / 100;
                        return distance.to(other, allowed) <= allowed;
                    })
                    .boxed()
                    .toList();
            assertThat(index.lookup(query, 55, 300_000))
                    .extracting(MemoryIndex.Hit::seq)
                    .as("round %d: %s", round, query)
                    .containsExactlyInAnyOrderElementsOf(expected);
            all += expected.size();
        }
        assertThat(all).isGreaterThan(10);
    }

    /** So many of like length that their pairs are counted, and by half of them where these tell enough. */
    @ParameterizedTest
    @EnumSource
    void manyAtOnceAreFoundExactlyAsOneByOne(Language language) {
        var random = new Random(16);
        List<String> sentences = new ArrayList<>();
        for (String sentence : sentences(language, 60_000, random)) {
            sentences.add(sentence.length() > 30 ? sentence.substring(0, 20 + random.nextInt(10)) : sentence);
        }
        List<int[]> keys = sentences.stream()
                .map(sentence -> MatchKey.of(sentence, language))
                .toList();
        List<Long> looks = sentences.stream()
                .map(sentence -> language == Language.MONGOLIAN ? MatchKey.look(sentence) : 0)
                .toList();
        MemoryIndex index = index(language, sentences, 1);
        for (int threshold : new int[] {60, 75, 85}) {
            List<Sentence> queries = new ArrayList<>();
            for (int i = 0; i < 150; i++) {
                String query = edited(sentences.get(random.nextInt(sentences.size())), List.of("马"), random);
                queries.add(new Sentence(query, Context.NONE));
            }
            List<List<MemoryIndex.Hit>> found = index.lookupAll(queries, threshold, 100_000);
            for (int i = 0; i < queries.size(); i++) {
                String query = queries.get(i).text();
                int[] key = MatchKey.of(query, language);
                var distance = new EditDistance(key);
                int[] usual = MatchKey.of(index.usual(query), language);
                var usualDistance = new EditDistance(usual);
                long look = language == Language.MONGOLIAN ? MatchKey.look(query) : 0;
                List<Long> expected = LongStream.range(0, keys.size())
                        .filter(seq -> {
                            int[] other = keys.get((int) seq);
                            return isWithin(distance, key, other, threshold)
                                    || isWithin(usualDistance, usual, other, threshold + 2)
                                    || (look != 0 && look == looks.get((int) seq));
                        })
                        .boxed()
                        .toList();
                assertThat(found.get(i))
                        .extracting(MemoryIndex.Hit::seq)
                        .as("%s at %d", query, threshold)
                        .containsExactlyInAnyOrderElementsOf(expected);
                if (i % 10 == 0) {
                    assertThat(found.get(i)).isEqualTo(index.lookup(query, threshold, 100_000));
                }
            }
        }
    }

    private static boolean isWithin(EditDistance distance, int[] key, int[] other, int threshold) {
        int allowed = Math.max(key.length, other.length) * (100 - threshold) / 100;
        return distance.to(other, allowed) <= allowed;
    }

    /** The first thousands are told apart by half of their pairs, those behind them not. */
    @Test
    void nothingIsMissedWhereHalfOfThePairsBeginsToTellTooLittle() {
        var random = new Random(17);
        List<String> sentences = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            sentences.add(letters(40, random));
        }
        String template = letters(41, random);
        for (int i = 0; i < 6_000; i++) {
            var changed = new StringBuilder(template);
            for (int edit = random.nextInt(18); edit > 0; edit--) {
                changed.setCharAt(
                        random.nextInt(changed.length()), MONGOLIAN.charAt(random.nextInt(MONGOLIAN.length())));
            }
            sentences.add(changed.toString());
        }
        MemoryIndex index = index(Language.MONGOLIAN, sentences, 1);
        for (String query : List.of(template, template.substring(1), sentences.getFirst())) {
            Map<Long, Integer> expected = new TreeMap<>();
            for (int i = 0; i < sentences.size(); i++) {
                int similarity = similarity(query, sentences.get(i), index, Language.MONGOLIAN);
                if (similarity >= 75) {
                    expected.put((long) i, similarity);
                }
            }
            Map<Long, Integer> found = new TreeMap<>();
            index.lookup(query, 75, 10_000).forEach(hit -> found.put(hit.seq(), hit.similarity()));
            assertThat(found).isEqualTo(expected);
        }
    }

    private static String letters(int count, Random random) {
        var letters = new StringBuilder();
        while (letters.length() < count) {
            letters.append(MONGOLIAN.charAt(random.nextInt(MONGOLIAN.length())));
        }
        return letters.toString();
    }

    @Test
    void longTextsAreFoundToo() {
        var random = new Random(12);
        List<String> sentences = sentences(Language.MONGOLIAN, 600, random);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 1_000; i++) {
            texts.add(String.join(" ", sentences.subList(i % 590, i % 590 + 1 + i % 10)) + sentences.get(i % 600));
        }
        MemoryIndex index = index(Language.MONGOLIAN, texts, 1);
        for (int round = 0; round < 15; round++) {
            String query = edited(texts.get(random.nextInt(texts.size())), List.of("ᠮᠣᠷᠢ"), random);
            long expected = texts.stream()
                    .filter(text -> similarity(query, text, index, Language.MONGOLIAN) >= 70)
                    .count();
            assertThat(index.lookup(query, 70, 10_000)).as("round %d", round).hasSize((int) expected);
        }
    }

    @Test
    void whatLooksTheSameIsFoundHoweverItIsSpelled() {
        MemoryIndex index = index(Language.MONGOLIAN, List.of("ᠬᠣᠲᠠ", "ᠮᠣᠷᠢ"), 1);
        assertThat(index.lookup("ᠬᠤᠳᠠ", 70, 5)).containsExactly(new MemoryIndex.Hit(0, 98));
        assertThat(index.lookup("ᠬᠤᠳᠠ", 99, 5)).isEmpty();
    }

    @Test
    void wordsThatLookTheSameCountAsTheSameBesideOthersThatDiffer() {
        List<String> sentences = new ArrayList<>(List.of("ᠬᠣᠲᠠ ᠶᠢᠨ ᠵᠠᠮ ᠤᠷᠲᠤ", "ᠬᠤᠳᠠ ᠪᠣᠯᠪᠠ"));
        for (int i = 0; i < 7; i++) {
            sentences.add("ᠪᠢ ᠬᠣᠲᠠ " + i);
        }
        MemoryIndex index = index(Language.MONGOLIAN, sentences, 2);
        assertThat(index.usual("ᠬᠤᠳᠠ ᠶᠢᠨ ᠵᠠᠮ ᠤᠷᠲᠤ")).isEqualTo("ᠬᠣᠲᠠ ᠶᠢᠨ ᠵᠠᠮ ᠤᠷᠲᠤ");
        assertThat(index.lookup("ᠬᠤᠳᠠ ᠶᠢᠨ ᠵᠠᠮ ᠤᠷᠲᠤᠨ", 85, 5)).containsExactly(new MemoryIndex.Hit(0, 92));
        assertThat(index.lookup("ᠬᠣᠲᠠ ᠶᠢᠨ ᠵᠠᠮ ᠤᠷᠲᠤᠨ", 85, 5)).containsExactly(new MemoryIndex.Hit(0, 94));
    }

    @Test
    void wordsAreTakenForOthersOnlyWhereTheseAreMuchMoreUsualAndItPays() {
        MemoryIndex index = index(Language.MONGOLIAN, List.of("ᠬᠣᠲᠠ", "ᠬᠣᠲᠠ", "ᠬᠤᠳᠠ"), 1);
        assertThat(index.usual("ᠬᠤᠳᠠ ᠬᠣᠲᠠ")).isEqualTo("ᠬᠤᠳᠠ ᠬᠣᠲᠠ");
        assertThat(index.usual("ᠬᠣᠳᠠ")).isEqualTo("ᠬᠣᠲᠠ");
        String rest = " ᠮᠣᠷᠢ".repeat(10);
        assertThat(index.usual("ᠬᠣᠳᠠ" + rest)).isEqualTo("ᠬᠣᠳᠠ" + rest);
    }

    @Test
    void looksAreReadWithTheWords() {
        var random = new Random(15);
        var vocabulary = new Vocabulary();
        for (int i = 0; i < 2_000; i++) {
            String text = random.ints(random.nextInt(40), 0, 22)
                    .mapToObj(c -> "ᠬᠣᠤᠲᠳᠠᠶᠢᠨ\u202f\u180e\u180b\u3000 \t᠂A1大ᠭᠰ ".substring(c, c + 1))
                    .reduce("", String::concat);
            assertThat(vocabulary.add(text).look()).as(text).isEqualTo(MatchKey.look(text));
            assertThat(vocabulary.add(text).words())
                    .as(text)
                    .isEqualTo(vocabulary.find(Analyzers.tokens(text, Vocabulary.WORDS)));
        }
    }

    @Test
    void theSameBetweenTheSameNeighboursComesFirst() {
        var index = new MemoryIndex(Language.CHINESE);
        MemoryIndex.Batch batch = index.batch();
        batch.add(1, "是的。", "A", new Context("你来吗？", "好。").hash(), Provenance.REVIEWED);
        batch.add(2, "是的。", "B", new Context("你来吗？", "走吧。").hash(), Provenance.REVIEWED);
        batch.add(3, "是的。", "C", new Context("下雪了？", "冷。").hash(), Provenance.REVIEWED);
        index.add(batch);
        assertThat(index.lookup("是的。", new Context("你来吗？", "好。").hash(), 70, 5))
                .containsExactly(new MemoryIndex.Hit(1, 102), new MemoryIndex.Hit(2, 101), new MemoryIndex.Hit(3, 100));
    }

    @Test
    void theLatestOfEqualsComesFirstAndThoseRemovedNotAtAll() {
        var index = new MemoryIndex(Language.CHINESE);
        index.add(index.batch().add(1, "马", "A").add(2, "马", "B").add(3, "马", "A"));
        assertThat(index.lookup("马", 70, 5)).containsExactly(new MemoryIndex.Hit(3, 100), new MemoryIndex.Hit(2, 100));
        index.remove(3);
        assertThat(index.lookup("马", 70, 5)).containsExactly(new MemoryIndex.Hit(2, 100), new MemoryIndex.Hit(1, 100));
    }

    @Test
    void tidyingKeepsWhatIsFoundAndForgetsWhatWasRemoved() {
        var random = new Random(13);
        List<String> sentences = sentences(Language.CHINESE, 9_000, random);
        MemoryIndex index = index(Language.CHINESE, sentences, 3);
        index.remove(7);
        List<MemoryIndex.Hit> before = index.lookup(sentences.get(5), 60, 100);
        assertThat(index.isUntidy()).isTrue();
        index.tidy();
        assertThat(index.isUntidy()).isFalse();
        assertThat(index.size()).isEqualTo(8_999);
        assertThat(index.lookup(sentences.get(5), 60, 100)).isEqualTo(before);
    }

    @Test
    void searchesSeeEverythingAddedBeforeThemWhileOthersAddAndTidy() throws Exception {
        var index = new MemoryIndex(Language.CHINESE);
        var done = new AtomicBoolean();
        var tidying = new FutureTask<>(() -> {
            while (!done.get()) {
                index.tidy();
            }
            return true;
        });
        Thread.ofPlatform().start(tidying);
        for (int i = 0; i < 3_000; i++) {
            String sentence = "第" + Character.toString('一' + i) + "句" + Character.toString('一' + i / 2) + "话";
            index.add(index.batch().add(i, sentence, "t" + i));
            assertThat(index.lookup(sentence, 100, 1)).containsExactly(new MemoryIndex.Hit(i, 100));
        }
        done.set(true);
        assertThat(tidying.get()).isTrue();
        assertThat(index.size()).isEqualTo(3_000);
    }

    @Test
    void nothingMakesItFail() {
        var random = new Random(14);
        var index = new MemoryIndex(Language.MONGOLIAN);
        MemoryIndex.Batch batch = index.batch();
        List<String> texts = new ArrayList<>(List.of("", " ", "\u202f", "](".repeat(5_000), "<a".repeat(5_000), "1"));
        for (int i = 0; i < 1_000; i++) {
            texts.add(random.ints(random.nextInt(60), 0, 0x11000)
                    .mapToObj(c -> Character.toString((char) c))
                    .reduce("", String::concat));
        }
        texts.add("ᠠᠨ".repeat(100_000));
        for (int i = 0; i < texts.size(); i++) {
            batch.add(i, texts.get(i), "t" + i);
        }
        index.add(batch);
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            assertThat(index.lookup(text, 100, 2_000))
                    .extracting(MemoryIndex.Hit::seq)
                    .contains((long) i);
        }
    }
}
