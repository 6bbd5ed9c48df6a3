package khos.language;

import java.util.List;

/**
 * A sentence by its key, to be put into another one in whichever language that is told: {@code check.code-missing} with
 * {@code **} as the argument of {@code refused.error}.
 */
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }
}
