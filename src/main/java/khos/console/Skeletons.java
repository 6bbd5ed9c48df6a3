package khos.console;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import khos.language.Messages;
import khos.mongolian.Skeleton;

/** {@code khos skeleton [--level K0|K1|K2|K3]}: the look-alike key of each line of standard input, one line out for each. */
final class Skeletons {
    private Skeletons() {}

    static int run(List<String> arguments, Messages messages) {
        Optional<Skeleton.Level> level = level(arguments);
        if (level.isEmpty()) {
            return CommandLine.misused(messages, String.join(" ", arguments));
        }
        var output = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = input.readLine(); line != null; line = input.readLine()) {
                output.print(Skeleton.of(line, level.get()));
                output.print('\n');
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        output.flush();
        return 0;
    }

    private static Optional<Skeleton.Level> level(List<String> arguments) {
        if (arguments.isEmpty()) {
            return Optional.of(Skeleton.Level.K2);
        }
        if (arguments.size() != 2 || !arguments.getFirst().equals("--level")) {
            return Optional.empty();
        }
        return Arrays.stream(Skeleton.Level.values())
                .filter(level -> level.name().equals(arguments.getLast()))
                .findFirst();
    }
}
