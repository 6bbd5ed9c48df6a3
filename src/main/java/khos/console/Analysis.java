package khos.console;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khos.language.Language;
import khos.language.Messages;
import khos.language.Segmenter;
import khos.language.Span;
import khos.memory.MemorySnapshot;
import khos.translation.Band;
import khos.translation.Coverage;
import khos.translation.Refused;
import khos.translation.TextInput;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code khos analyse FILE --memory FILE.tmx [--queries FILE]}: how much of a text a memory covers, in bands of similarity;
 * with queries also the best matches of each line, as JSON lines. Needs no database.
 */
final class Analysis {
    private static final int LEAST = Band.LOW.least();
    private static final int MOST = 10;

    private final Messages messages;
    private final PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);

    private Analysis(Messages messages) {
        this.messages = messages;
    }

    static int run(List<String> arguments, Messages messages) {
        Map<String, Path> options = new LinkedHashMap<>();
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean option = argument.equals("--memory") || argument.equals("--queries");
            if (option && i + 1 == arguments.size()) {
                return CommandLine.misused(messages, argument);
            }
            String name = option ? argument : "";
            if (options.put(name, Path.of(option ? arguments.get(++i) : argument)) != null) {
                return CommandLine.misused(messages, argument);
            }
        }
        Path text = options.get("");
        Path memory = options.get("--memory");
        Path queries = options.get("--queries");
        if (memory == null || (text == null && queries == null)) {
            return CommandLine.misused(messages, "analyse");
        }
        return new Analysis(messages)
                .run(memory, text == null ? List.of() : List.of(text), queries == null ? List.of() : List.of(queries));
    }

    private int run(Path memory, List<Path> texts, List<Path> queries) {
        Path file = memory;
        try {
            var snapshot = new MemorySnapshot();
            boolean refused = read(memory, snapshot);
            for (Path text : texts) {
                file = text;
                analyse(read(text), snapshot);
            }
            for (Path lines : queries) {
                file = lines;
                read(lines).lines().forEach(line -> answer(line, snapshot));
            }
            out.flush();
            return CommandLine.status(refused);
        } catch (Refused refusal) {
            String reason = messages.text(refusal.key(), refusal.arguments().toArray());
            System.err.println(messages.text("console.refused", file, reason));
        } catch (IOException e) {
            String reason = messages.text("refused.unreadable", String.valueOf(e.getMessage()));
            System.err.println(messages.text("console.refused", file, reason));
        }
        return CommandLine.status(true);
    }

    private boolean read(Path memory, MemorySnapshot snapshot) throws IOException {
        List<Integer> refused = new ArrayList<>();
        try (InputStream tmx = new BufferedInputStream(Files.newInputStream(memory))) {
            snapshot.read(tmx, refusal -> {
                refused.add(refusal.line());
                System.err.println(Import.refusal(memory, refusal, messages));
            });
        }
        return !refused.isEmpty();
    }

    private static String read(Path file) throws IOException {
        return TextInput.decode(Files.readAllBytes(file));
    }

    private void analyse(String text, MemorySnapshot memory) {
        Language language = Import.pair(text).source();
        var coverage = new Coverage();
        for (String line : text.split("\\R")) {
            for (Span span : Segmenter.sentences(line, language)) {
                String sentence = span.of(line);
                coverage.add(sentence, language, best(memory, sentence, language));
            }
        }
        out.println(messages.text("analyse.head." + language.code()));
        for (Band band : Band.values()) {
            String name = band == Band.NONE ? messages.text("analyse.none") : band.label();
            Coverage.Count count = coverage.of(band);
            out.println(name + "\t" + count.segments() + "\t" + count.words());
        }
    }

    private static int best(MemorySnapshot memory, String sentence, Language language) {
        return memory.lookup(sentence, language, LEAST, 1).stream()
                .mapToInt(MemorySnapshot.Found::similarity)
                .findFirst()
                .orElse(0);
    }

    private void answer(String line, MemorySnapshot memory) {
        Language language = Import.pair(line).source();
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("query", line);
        answer.put("matches", memory.lookup(line, language, LEAST, MOST));
        out.println(JsonMapper.shared().writeValueAsString(answer));
    }
}
