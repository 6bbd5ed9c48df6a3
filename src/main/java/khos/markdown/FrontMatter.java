package khos.markdown;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The facts in YAML between {@code ---} lines at the head of a Markdown file. */
public record FrontMatter(Map<String, Object> facts) {
    public static final FrontMatter NONE = new FrontMatter(Map.of());

    /** A fact as text; dates come as {@code 2026-11-20}, numbers as digits. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(facts.get(name)).map(Object::toString).filter(text -> !text.isBlank());
    }

    /** A fact that is a list, or a single value taken for a list of one. */
    public List<String> list(String name) {
        return switch (facts.get(name)) {
            case null -> List.of();
            case List<?> values -> values.stream().map(String::valueOf).toList();
            case Object value -> List.of(value.toString());
        };
    }
}
