package khos.mongolian;

import java.util.ArrayList;
import java.util.List;

/**
 * A text that was rewritten, with every change. The changes put into the original give the text.
 *
 * @param changes in the order of the text, none overlapping another
 */
public record Rewriting(String text, List<Change> changes) {
    public Rewriting {
        changes = List.copyOf(changes);
    }

    /** Whether nothing is otherwise than in the original. */
    public boolean isSame() {
        return changes.stream().allMatch(change -> change.before().equals(change.after()));
    }

    /** How many changes have this reason. */
    public long count(Change.Reason reason) {
        return changes.stream().filter(change -> change.reason() == reason).count();
    }

    /** Collects changes that come in the order of the text; those that follow each other for one reason become one. */
    static final class Changes {
        private final List<Change> list = new ArrayList<>();
        private final List<Change> run = new ArrayList<>();

        void add(Change change) {
            if (!run.isEmpty() && !run.getLast().continuedBy(change)) {
                close();
            }
            run.add(change);
        }

        private void close() {
            if (run.size() == 1) {
                list.add(run.getFirst());
            } else if (!run.isEmpty()) {
                var before = new StringBuilder();
                var after = new StringBuilder();
                for (Change one : run) {
                    before.append(one.before());
                    after.append(one.after());
                }
                Change first = run.getFirst();
                list.add(new Change(
                        first.start(),
                        run.getLast().end(),
                        before.toString(),
                        after.toString(),
                        first.reason(),
                        List.of()));
            }
            run.clear();
        }

        List<Change> list() {
            close();
            return list;
        }
    }
}
