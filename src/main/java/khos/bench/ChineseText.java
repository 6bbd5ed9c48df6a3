package khos.bench;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import khos.analysis.Analyzers;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Running Chinese text out of the words of a folder's {@code zh.md} files and of pairs of their characters, by Zipf's law; the
 * same for a seed.
 */
final class ChineseText {
    private static final int VOCABULARY = 30_000;

    private final Random random;
    private final List<String> words;

    ChineseText(long seed, Path folder) {
        random = new Random(seed);
        words = words(folder);
    }

    private List<String> words(Path folder) {
        Set<String> found = new LinkedHashSet<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.endsWith("zh.md")).sorted().toList()) {
                read(Files.readString(file), found);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        int[] characters = String.join("", found).codePoints().distinct().toArray();
        if (characters.length == 0) {
            throw new IllegalArgumentException("no Chinese text in " + folder);
        }
        while (found.size() < Math.min(VOCABULARY, characters.length * characters.length / 2)) {
            found.add(Character.toString(characters[random.nextInt(characters.length)])
                    + Character.toString(characters[random.nextInt(characters.length)]));
        }
        return new ArrayList<>(found);
    }

    private static void read(String text, Set<String> words) throws IOException {
        try (TokenStream stream = Analyzers.words().tokenStream("", new StringReader(text))) {
            var term = stream.getAttribute(CharTermAttribute.class);
            stream.reset();
            while (stream.incrementToken()) {
                String word = term.toString();
                if (word.codePoints().allMatch(Character::isIdeographic)) {
                    words.add(word);
                }
            }
            stream.end();
        }
    }

    String word() {
        double rank = Math.exp(random.nextDouble() * Math.log(words.size() + 1.0)) - 1;
        return words.get(Math.min(words.size() - 1, (int) rank));
    }

    /** A sentence of 4 to 15 words. */
    String sentence() {
        var sentence = new StringBuilder();
        for (int left = 4 + random.nextInt(12); left > 0; left--) {
            sentence.append(word());
            if (left > 1 && random.nextInt(7) == 0) {
                sentence.append('，');
            }
        }
        return sentence.append('。').toString();
    }
}
