package khos.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Chinese sentences of 8 to 60 characters out of what stands in {@code content/}, cut into runs of one to three characters
 * and so as frequent as there, every eighth run a rarer character; the same for a seed.
 */
final class ChineseSentences {
    private static final Path CONTENT = Path.of("content");

    private final Random random;
    private final List<String> runs;

    ChineseSentences(long seed) {
        random = new Random(seed);
        runs = runs();
    }

    private static List<String> runs() {
        List<String> runs = new ArrayList<>();
        var lengths = new Random(1);
        for (String stretch : content().split("[^\\u4E00-\\u9FFF]+")) {
            for (int i = 0, end; i < stretch.length(); i = end) {
                end = Math.min(stretch.length(), i + 1 + lengths.nextInt(3));
                runs.add(stretch.substring(i, end));
            }
        }
        return runs;
    }

    /** All Chinese texts of the project; where it does not stand in its folder, characters in their order. */
    private static String content() {
        if (!Files.isDirectory(CONTENT)) {
            return Stream.iterate(0x4E00, c -> c + 1)
                    .limit(2_500)
                    .map(Character::toString)
                    .reduce("", String::concat);
        }
        try (Stream<Path> files = Files.walk(CONTENT)) {
            var content = new StringBuilder();
            for (Path file :
                    files.filter(path -> path.endsWith("zh.md")).sorted().toList()) {
                content.append(Files.readString(file)).append('\n');
            }
            return content.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String sentence() {
        int length = 8 + random.nextInt(50);
        var sentence = new StringBuilder();
        while (sentence.length() < length) {
            if (random.nextInt(8) == 0) {
                sentence.append((char) (0x4E00 + (int) Math.abs(random.nextGaussian() * 1_500)));
            } else {
                sentence.append(runs.get(random.nextInt(runs.size())));
            }
            sentence.append(random.nextInt(8) == 0 ? "，" : "");
        }
        return sentence.append('。').toString();
    }
}
