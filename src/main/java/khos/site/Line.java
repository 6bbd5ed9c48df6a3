package khos.site;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khos.publication.Cue;

/**
 * A line of a transcript: what is said at one time, in both languages where both have captions.
 *
 * @param start of the line in milliseconds of the film
 * @param end as {@code start}
 */
record Line(long start, long end, Optional<String> chinese, Optional<String> mongolian) implements Timed {
    /**
     * Cues of both languages in the order of their time. Those with the same id belong together; a cue without one belongs
     * to the cue that starts at the same moment.
     */
    static List<Line> of(List<Cue> chinese, List<Cue> mongolian) {
        List<Line> lines = new ArrayList<>();
        Set<String> paired = new HashSet<>();
        Map<String, Cue> partners = new HashMap<>();
        for (Cue cue : mongolian) {
            partners.putIfAbsent(key(cue), cue);
        }
        for (Cue cue : chinese) {
            Optional<Cue> partner =
                    paired.add(key(cue)) ? Optional.ofNullable(partners.get(key(cue))) : Optional.empty();
            lines.add(new Line(cue.start(), cue.end(), Optional.of(cue.text()), partner.map(Cue::text)));
        }
        for (Cue cue : mongolian) {
            if (paired.add(key(cue))) {
                lines.add(new Line(cue.start(), cue.end(), Optional.empty(), Optional.of(cue.text())));
            }
        }
        lines.sort((a, b) -> Long.compare(a.start(), b.start()));
        return lines;
    }

    /** The lines as pairs, numbered in order. */
    static List<Pair> pairs(List<Line> lines) {
        List<Pair> pairs = new ArrayList<>();
        for (Line line : lines) {
            pairs.add(new Pair(pairs.size() + 1, line.chinese(), line.mongolian()));
        }
        return pairs;
    }

    private static String key(Cue cue) {
        return cue.id().isEmpty() ? "@" + cue.start() : cue.id();
    }
}
