package khos.bench;

import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import khos.mongolian.Word;
import khos.mongolian.WordList;

/** Running Mongolian text out of attested words by their frequency, a quarter of them with a suffix; the same for a seed. */
final class MongolianText {
    private static final String[] SUFFIXES = {"ᠶᠢᠨ", "ᠤᠨ", "ᠳᠤ", "ᠢ", "ᠶᠢ", "ᠪᠠᠨ", "ᠠᠴᠠ", "ᠪᠠᠷ"};

    private final Random random;
    private final List<Word> words;
    private final long[] sums;

    MongolianText(long seed) {
        random = new Random(seed);
        words = WordList.words().stream()
                .filter(Predicate.not(MongolianText::isOdd))
                .toList();
        sums = new long[words.size()];
        long sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += words.get(i).count();
            sums[i] = sum;
        }
    }

    /** Words of the list that begin with a connector. */
    private static boolean isOdd(Word word) {
        return word.text().charAt(0) < 0x1820;
    }

    String word() {
        long wanted = random.nextLong(sums[sums.length - 1]);
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > wanted) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return words.get(low).text();
    }

    /** Sentences of 4 to 15 words, at least {@code length} UTF-16 units in all. */
    String text(int length) {
        var text = new StringBuilder(length + 200);
        while (text.length() < length) {
            sentence(text);
        }
        return text.toString();
    }

    /** A sentence of 4 to 15 words. */
    String sentence() {
        var sentence = new StringBuilder();
        sentence(sentence);
        return sentence.toString().stripTrailing();
    }

    private void sentence(StringBuilder text) {
        for (int words = 4 + random.nextInt(12); words > 0; words--) {
            text.append(word());
            if (random.nextInt(4) == 0) {
                text.append(random.nextBoolean() ? '\u202f' : '\u180e')
                        .append(SUFFIXES[random.nextInt(SUFFIXES.length)]);
            }
            text.append(words == 1 ? "᠃ " : random.nextInt(9) == 0 ? "᠂ " : " ");
        }
    }
}
