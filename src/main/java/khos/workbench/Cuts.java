package khos.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import khos.translation.Refused;
import khos.translation.Segment;
import khos.translation.Splits;
import khos.translation.StaleSegment;
import tools.jackson.databind.JsonNode;

/** Cuts the open segment in two where the carets of source and target stand, and joins it with the next one. */
final class Cuts {
    /** Behind these a clause ends. */
    private static final String CLAUSE_ENDS = "，、；：。！？,;:.!?\u1802\u1803\u1804\u1808\u1809";

    private final Splits splits;
    private final Words words;
    private final Editing editing;

    Cuts(Splits splits, Words words, Editing editing) {
        this.splits = splits;
        this.words = words;
        this.editing = editing;
    }

    /** Cuts it; when no place in the source was chosen yet, proposes one. */
    void split() {
        Segment before = editing.segment().orElse(null);
        if (before == null || !editing.isOpen() || !editing.saveDraft()) {
            return;
        }
        editing.stage()
                .getElement()
                .executeJs("return window.khosMarks.cuts()")
                .then(
                        JsonNode.class,
                        at -> editing.segment()
                                .ifPresent(of ->
                                        cut(of, at.path(0).asInt(-1), at.path(1).asInt(0))));
    }

    private void cut(Segment of, int source, int target) {
        if (source <= 0) {
            editing.stage().getElement().executeJs("window.khosMarks.propose($0)", proposal(of, target));
            Parts.tell(words.of("split.where"));
            return;
        }
        attempt(() -> splits.split(
                        of.id(), source, Math.min(target, of.working().length()), of.version()))
                .ifPresent(parts -> editing.rearranged(parts.getFirst().ordinal()));
    }

    /** The end of a clause in the source that stands about where the caret stands in the target, or in the middle. */
    static int proposal(Segment of, int target) {
        String source = of.source();
        int length = of.working().length();
        double share = target > 0 && target < length ? (double) target / length : 0.5;
        int wanted = (int) Math.round(source.length() * share);
        int best = Math.max(1, Math.min(source.length() - 1, wanted));
        int distance = Integer.MAX_VALUE;
        for (int i = 1; i < source.length(); i++) {
            if (CLAUSE_ENDS.indexOf(source.charAt(i - 1)) >= 0 && Math.abs(i - wanted) < distance) {
                best = i;
                distance = Math.abs(i - wanted);
            }
        }
        return best;
    }

    void join() {
        if (!editing.isOpen() || !editing.saveDraft()) {
            return;
        }
        editing.segment()
                .ifPresent(first -> attempt(() -> List.of(splits.join(
                                first.id(),
                                first.version(),
                                editing.after(first).map(Segment::version).orElse(-1L))))
                        .ifPresent(whole -> editing.rearranged(whole.getFirst().ordinal())));
    }

    private Optional<List<Segment>> attempt(Supplier<List<Segment>> action) {
        try {
            return Optional.of(action.get());
        } catch (Refused refused) {
            Parts.warn(words.of(refused));
        } catch (StaleSegment stale) {
            Parts.warn(words.of(
                    "changed-meanwhile",
                    Integer.toString(stale.current().number()),
                    stale.current().changedBy()));
        }
        return Optional.empty();
    }
}
