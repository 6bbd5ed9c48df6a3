package khos.console;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import khos.account.Tokens;
import khos.bench.Benchmarks;
import khos.language.Messages;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.event.ContextClosedEvent;

/**
 * Khos as a command:
 * {@code khos serve | import PATH… | export DIR | convert --from A --to B | normalize | skeleton [--level K2] | analyse FILE |
 * token --user NAME | bench [NAME…] | help}.
 */
public final class CommandLine {
    private static final int FAILED = 1;
    static final int MISUSED = 2;

    private CommandLine() {}

    /**
     * Runs the command that {@code arguments} name; without one, {@code serve}, which returns when the process is asked
     * to stop.
     *
     * @return the exit status: 0 done, 1 something was refused, 2 the command was not understood
     */
    public static int run(Class<?> application, String[] arguments) throws InterruptedException {
        List<String> rest = new ArrayList<>(Arrays.asList(arguments));
        String command = rest.isEmpty() || rest.getFirst().startsWith("--") ? "serve" : rest.removeFirst();
        Messages messages = messages();
        List<String> settings = new ArrayList<>();
        for (int i = 0; i < rest.size(); ) {
            String option = rest.get(i);
            String property = property(option);
            if (property.isEmpty()) {
                i++;
            } else if (i + 1 == rest.size()) {
                System.err.println(messages.text("console.option-without-value", option));
                return MISUSED;
            } else {
                settings.add("--" + property + "=" + rest.get(i + 1));
                rest.subList(i, i + 2).clear();
            }
        }
        return switch (command) {
            case "serve" -> rest.isEmpty() ? serve(application, settings) : misused(messages, rest.getFirst());
            case "import" ->
                rest.isEmpty()
                        ? misused(messages, command)
                        : withRooms(
                                settings,
                                context -> context.getBean(Import.class).run(rest, messages));
            case "export" -> export(rest, settings, messages);
            case "token" -> token(rest, settings, messages);
            case "convert" -> Conversions.convert(rest, messages);
            case "normalize" -> Conversions.normalize(rest, messages);
            case "skeleton" -> Skeletons.run(rest, messages);
            case "analyse" -> Analysis.run(rest, messages);
            case "bench" -> bench(application, rest, messages);
            case "help", "--help", "-h" -> {
                System.out.println(messages.text("console.usage"));
                yield 0;
            }
            default -> misused(messages, command);
        };
    }

    private static String property(String option) {
        return switch (option) {
            case "--port" -> "server.port";
            case "--data" -> "khos.data";
            case "--content" -> "khos.content";
            default -> "";
        };
    }

    static int misused(Messages messages, String word) {
        System.err.println(messages.text("console.not-understood", word));
        System.err.println(messages.text("console.usage"));
        return MISUSED;
    }

    private static int serve(Class<?> application, List<String> settings) throws InterruptedException {
        ConfigurableApplicationContext context =
                new SpringApplication(application).run(settings.toArray(String[]::new));
        var closed = new CountDownLatch(1);
        context.addApplicationListener(event -> {
            if (event instanceof ContextClosedEvent) {
                closed.countDown();
            }
        });
        closed.await();
        return 0;
    }

    private static int bench(Class<?> application, List<String> names, Messages messages) {
        for (String name : names) {
            if (!Benchmarks.names().contains(name)) {
                return misused(messages, name);
            }
        }
        Benchmarks.run(names.isEmpty() ? Benchmarks.names() : names, application, System.out);
        return 0;
    }

    private static int export(List<String> rest, List<String> settings, Messages messages) {
        boolean replace = rest.remove("--replace");
        if (rest.size() != 1) {
            return misused(messages, "export");
        }
        return withRooms(
                settings, context -> context.getBean(Export.class).run(Path.of(rest.getFirst()), replace, messages));
    }

    private static int token(List<String> rest, List<String> settings, Messages messages) {
        if (rest.size() != 2 || !rest.getFirst().equals("--user")) {
            return misused(messages, "token");
        }
        return withRooms(settings, context -> NewToken.print(context.getBean(Tokens.class), rest.getLast(), messages));
    }

    private interface Work {
        int run(ConfigurableApplicationContext context);
    }

    /** Runs without the faces, so that it may run beside a serving process. */
    private static int withRooms(List<String> settings, Work work) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(Rooms.class)
                .web(WebApplicationType.NONE)
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new))) {
            return work.run(context);
        }
    }

    static Messages messages() {
        boolean chinese = Locale.getDefault().getLanguage().equals("zh");
        return Messages.of(chinese ? Locale.CHINESE : Locale.ENGLISH);
    }

    static int status(boolean refused) {
        return refused ? FAILED : 0;
    }
}
