package khos.journey;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The project's content with a series of forty episodes: from the fifth on each is one of the first four again. */
final class FortyEpisodes {
    private static final Path CONTENT = Path.of("content");
    private static final int FIRST = 4;

    private FortyEpisodes() {}

    /** Makes the folder and returns it. */
    static Path folder() {
        try {
            Path folder = Files.createTempDirectory("khos-forty");
            copy(CONTENT, folder);
            Path series = folder.resolve("series/cloud-classroom");
            for (int number = FIRST + 1; number <= 40; number++) {
                Path episode = series.resolve("%02d".formatted(number));
                copy(series.resolve("%02d".formatted((number - 1) % FIRST + 1)), episode);
                Path text = episode.resolve("zh.md");
                Files.writeString(text, Files.readString(text).replaceFirst("title: .*", "title: 第" + number + "期的词"));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path copy = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }
}
