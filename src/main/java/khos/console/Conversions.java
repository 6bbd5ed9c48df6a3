package khos.console;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import khos.language.CodePoints;
import khos.language.Conversion;
import khos.language.Messages;
import khos.language.Place;
import khos.mongolian.Change;
import khos.mongolian.Change.Reason;
import khos.mongolian.Connector;
import khos.mongolian.Rewriting;

/**
 * {@code khos convert --from menksoft --to unicode} and {@code khos normalize}: standard input otherwise, line by line. What could
 * not be rewritten as it should be goes through and is told on standard error with its place:
 * {@code 3:14 U+E360 …}.
 */
final class Conversions {
    private static final int MOST_TOLD = 50;
    private static final int MOST_CODES = 8;
    /** What the connector is named by when no option names it. */
    private static final String SETTING = "KHOS_CONNECTOR";

    private final Conversion conversion;
    private final Connector connector;
    private final Messages messages;
    private final PrintStream reports;
    private long troubles;

    Conversions(Conversion conversion, Connector connector, Messages messages, PrintStream reports) {
        this.conversion = conversion;
        this.connector = connector;
        this.messages = messages;
        this.reports = reports;
    }

    static int convert(List<String> arguments, Messages messages) {
        Optional<Map<String, String>> options = options(arguments, List.of("--from", "--to", "--connector"));
        if (options.isEmpty()) {
            return CommandLine.misused(messages, "convert " + String.join(" ", arguments));
        }
        String from = options.get().getOrDefault("--from", "");
        String to = options.get().getOrDefault("--to", "");
        Optional<Conversion> conversion = Conversion.between(from, to);
        if (conversion.isEmpty()) {
            System.err.println(messages.text("console.no-conversion", from, to, known()));
            return CommandLine.MISUSED;
        }
        return run(conversion.get(), options.get(), messages);
    }

    static int normalize(List<String> arguments, Messages messages) {
        return options(arguments, List.of("--connector"))
                .map(options -> run(Conversion.REPAIR, options, messages))
                .orElseGet(() -> CommandLine.misused(messages, "normalize " + String.join(" ", arguments)));
    }

    /** The values of options that each stand once at most; nothing when anything else stands there. */
    private static Optional<Map<String, String>> options(List<String> arguments, List<String> known) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < arguments.size(); i += 2) {
            String name = arguments.get(i);
            if (!known.contains(name) || i + 1 == arguments.size() || options.containsKey(name)) {
                return Optional.empty();
            }
            options.put(name, arguments.get(i + 1));
        }
        return Optional.of(options);
    }

    private static String known() {
        return Arrays.stream(Conversion.values())
                .filter(one -> one != Conversion.REPAIR)
                .map(one -> "--from " + one.from() + " --to " + one.to())
                .collect(Collectors.joining("\n  ", "  ", ""));
    }

    private static int run(Conversion conversion, Map<String, String> options, Messages messages) {
        String named = options.getOrDefault(
                "--connector", Optional.ofNullable(System.getenv(SETTING)).orElse("mvs"));
        Optional<Connector> connector = Connector.find(named);
        if (connector.isEmpty()) {
            System.err.println(messages.text("console.no-connector", named));
            return CommandLine.MISUSED;
        }
        var conversions = new Conversions(conversion, connector.get(), messages, System.err);
        int status = LineFilter.run(messages, conversions::rewritten);
        conversions.summarize();
        return status;
    }

    String rewritten(String line, int number) {
        Rewriting rewriting = conversion.apply(line, connector);
        List<Change> worthTelling = new ArrayList<>();
        for (Change change : rewriting.changes()) {
            if (isTrouble(change.reason())) {
                worthTelling.add(change);
            }
        }
        tell(worthTelling, line, number);
        return rewriting.text();
    }

    private static boolean isTrouble(Reason reason) {
        return switch (reason) {
            case UNKNOWN_CODE, SHAPE_DIFFERS, MIXED_WORD -> true;
            default -> false;
        };
    }

    private void tell(List<Change> changes, String line, int number) {
        long room = Math.max(0, MOST_TOLD - troubles);
        troubles += changes.size();
        List<Change> told = changes.stream().limit(room).toList();
        List<Place> places = Place.of(line, told.stream().map(Change::start).toList());
        for (int i = 0; i < told.size(); i++) {
            Change change = told.get(i);
            reports.println(messages.text(
                    "console.trouble",
                    new Place(number, places.get(i).column()),
                    CodePoints.of(change.before(), MOST_CODES),
                    messages.text("change." + change.reason().name().toLowerCase(Locale.ROOT))));
        }
    }

    /** How many were told of, when there were more. */
    void summarize() {
        if (troubles > MOST_TOLD) {
            reports.println(messages.text("console.more-troubles", troubles - MOST_TOLD, troubles));
        }
    }
}
