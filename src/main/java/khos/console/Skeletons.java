package khos.console;

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
        return LineFilter.run(messages, (line, number) -> Skeleton.of(line, level.get()));
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
