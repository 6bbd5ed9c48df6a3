package khos.markdown;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * The facts in YAML between {@code ---} lines at the head of a Markdown file; the second may be {@code ...}, with which a YAML
 * document ends too (as in Pandoc, and in the specification of CommonMark). Every value is text, a list or a map of
 * facts: {@code date: 2026-11-20} is the text {@code 2026-11-20}, {@code level: 1} the text {@code 1}.
 */
public record FrontMatter(Map<String, Object> facts) {
    public static final FrontMatter NONE = new FrontMatter(Map.of());

    private static final String FENCE = "---";
    private static final String END = "...";
    private static final int LONGEST = 64 * 1024;

    /** A file taken apart: {@code head} is the front matter verbatim with its fences, {@code body} all that follows. */
    public record File(FrontMatter matter, String head, String body) {}

    /** Leaves every plain scalar a text, so that a title such as {@code 2024} or {@code no} stays what was written. */
    private static final class TextOnly extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            // None: the default resolver would make dates, numbers and booleans of titles.
        }
    }

    /**
     * Takes a file apart; a file without front matter is all body.
     *
     * @throws MalformedFrontMatter when there are fences but no YAML map between them; names the line
     */
    public static File split(String text) {
        String start = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (!start.startsWith(FENCE + "\n") && !start.startsWith(FENCE + "\r\n")) {
            return new File(NONE, "", start);
        }
        int from = start.indexOf('\n') + 1;
        int line = from;
        while (line < start.length()) {
            int next = start.indexOf('\n', line);
            int end = next < 0 ? start.length() : next + 1;
            String mark = start.substring(line, end).strip();
            if (mark.equals(FENCE) || mark.equals(END)) {
                return new File(parse(start.substring(from, line)), start.substring(0, end), start.substring(end));
            }
            line = end;
        }
        return new File(NONE, "", start);
    }

    /** The facts of a YAML text, such as {@code series.yaml}. */
    public static FrontMatter parse(String yaml) {
        var loading = new LoaderOptions();
        loading.setCodePointLimit(LONGEST);
        loading.setMaxAliasesForCollections(0);
        loading.setNestingDepthLimit(10);
        loading.setAllowDuplicateKeys(false);
        var dumping = new DumperOptions();
        var parser = new Yaml(new SafeConstructor(loading), new Representer(dumping), dumping, loading, new TextOnly());
        Object facts;
        try {
            facts = parser.load(yaml);
        } catch (YAMLException e) {
            throw new MalformedFrontMatter(e.getMessage(), e);
        }
        return switch (facts) {
            case null -> NONE;
            case Map<?, ?> map -> new FrontMatter(texts(map));
            default -> throw new MalformedFrontMatter("not a list of `name: value`", null);
        };
    }

    private static Map<String, Object> texts(Map<?, ?> map) {
        var texts = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> {
            if (name != null && value != null) {
                texts.put(name.toString(), value instanceof Map<?, ?> inner ? texts(inner) : value);
            }
        });
        return Collections.unmodifiableMap(texts);
    }

    /** A fact as text; empty when absent, blank or not a text. */
    public Optional<String> text(String name) {
        return facts.get(name) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    /** A fact that is a list of texts, or a single text taken for a list of one. */
    public List<String> list(String name) {
        return switch (facts.get(name)) {
            case null -> List.of();
            case List<?> values -> values.stream().map(String::valueOf).toList();
            case Object value -> List.of(value.toString());
        };
    }

    /** A fact that is itself a map of facts, such as {@code title: {zh: …, mn: …}}; empty when it is not. */
    @SuppressWarnings("unchecked")
    public FrontMatter matter(String name) {
        return facts.get(name) instanceof Map<?, ?> inner ? new FrontMatter((Map<String, Object>) inner) : NONE;
    }

    /** As YAML that {@link #parse} reads back, a line for each fact: {@code title: "翻译"}. */
    public String yaml() {
        var yaml = new StringBuilder();
        facts.forEach((name, value) ->
                yaml.append(scalar(name)).append(": ").append(flow(value)).append('\n'));
        return yaml.toString();
    }

    private static String flow(Object value) {
        return switch (value) {
            case Map<?, ?> map ->
                map.entrySet().stream()
                        .map(entry -> scalar(entry.getKey().toString()) + ": " + flow(entry.getValue()))
                        .collect(Collectors.joining(", ", "{", "}"));
            case List<?> list ->
                list.stream().map(one -> one == null ? "~" : flow(one)).collect(Collectors.joining(", ", "[", "]"));
            case Object text -> scalar(text.toString());
        };
    }

    /** Plain where it cannot be misread, else between quotation marks (YAML 1.2, section 7.3.1). */
    private static String scalar(String text) {
        if (text.matches("[0-9A-Za-z][0-9A-Za-z_-]{0,60}")) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                quoted.append('\\').append(c);
            } else if (c < ' ' || c >= 0x7F && c < 0xA0 || c == 0x2028 || c == 0x2029 || c == 0xFEFF || c >= 0xFFF0) {
                quoted.append("\\u%04X".formatted((int) c));
            } else {
                quoted.append(c);
            }
        }
        return quoted.append('"').toString();
    }
}
