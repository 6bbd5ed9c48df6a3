package khos.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.translation.TextKind;
import org.jspecify.annotations.Nullable;

/**
 * What a reader searched for, and the answers.
 *
 * @param query as typed; empty before the first search
 * @param kind what the reader wants only; empty for all
 * @param kinds how many answers there are of each kind
 */
record SearchPage(
        Frame frame,
        String query,
        Optional<TextKind> kind,
        int total,
        Map<TextKind, Integer> kinds,
        List<Result> results,
        Paging paging)
        implements Page {
    @Override
    public String template() {
        return "search";
    }

    boolean asked() {
        return !query.isEmpty();
    }

    int allKinds() {
        return kinds.values().stream().mapToInt(Integer::intValue).sum();
    }

    int count(TextKind kind) {
        return kinds.getOrDefault(kind, 0);
    }

    String facet(Optional<TextKind> kind) {
        return address(frame.path(), query, kind);
    }

    @Nullable
    String current(Optional<TextKind> facet) {
        return facet.equals(kind) ? "true" : null;
    }

    static String address(String path, String query, Optional<TextKind> kind) {
        return path + "?q=" + URLEncoder.encode(query, StandardCharsets.UTF_8)
                + kind.map(one -> "&kind=" + one.path()).orElse("");
    }
}
