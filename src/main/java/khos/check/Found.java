package khos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khos.language.Span;
import org.jspecify.annotations.Nullable;

/** Collects what the checks find; of one segment no more than anybody reads. */
final class Found {
    static final int MOST = 60;

    private final List<Issue> issues = new ArrayList<>();

    List<Issue> issues() {
        return List.copyOf(issues);
    }

    boolean isFull() {
        return issues.size() >= MOST;
    }

    void inSource(Kind kind, Severity severity, Span source, String key, Object... arguments) {
        add(kind, severity, source, null, null, key, arguments);
    }

    void inTarget(Kind kind, Severity severity, Span target, @Nullable Fix fix, String key, Object... arguments) {
        add(kind, severity, null, target, fix, key, arguments);
    }

    void add(
            Kind kind,
            Severity severity,
            @Nullable Span source,
            @Nullable Span target,
            @Nullable Fix fix,
            String key,
            Object... arguments) {
        if (!isFull()) {
            issues.add(new Issue(
                    kind,
                    severity,
                    Optional.ofNullable(source),
                    Optional.ofNullable(target),
                    key,
                    List.of(arguments),
                    Optional.ofNullable(fix)));
        }
    }
}
