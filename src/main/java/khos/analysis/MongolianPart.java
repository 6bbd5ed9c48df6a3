package khos.analysis;

import khos.mongolian.Skeleton;
import khos.mongolian.Skeleton.Level;
import khos.mongolian.Suffixes;

/**
 * A stem or suffix with its keys. Texts repeat their words, so those seen last are kept.
 *
 * @param part as it was written
 * @param folded its strokes, old spellings folded ({@link Level#K2})
 * @param look its strokes ({@link Level#K1})
 * @param letters its letters ({@link Level#K0})
 * @param behindGap its strokes behind a gap, folded
 * @param isEnding whether it is a suffix also when only a space parts it from its word
 */
record MongolianPart(String part, String folded, String look, String letters, String behindGap, boolean isEnding) {
    private static final int LONGEST_KEPT = 40;
    /** By the hash of the part, each in one of two neighbouring places; a race only computes a part twice. */
    private static final MongolianPart[] KEPT = new MongolianPart[1 << 15];

    /** The part that stands in {@code text} from {@code start} to {@code end}. */
    static MongolianPart of(String text, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        int slot = (hash ^ hash >>> 15) & KEPT.length - 1;
        MongolianPart kept = KEPT[slot];
        if (kept != null && kept.stands(text, start, end)) {
            return kept;
        }
        MongolianPart neighbour = KEPT[slot ^ 1];
        if (neighbour != null && neighbour.stands(text, start, end)) {
            return neighbour;
        }
        MongolianPart read = read(text.substring(start, end));
        if (end - start <= LONGEST_KEPT) {
            if (kept != null) {
                KEPT[slot ^ 1] = kept;
            }
            KEPT[slot] = read;
        }
        return read;
    }

    private boolean stands(String text, int start, int end) {
        return part.length() == end - start && text.startsWith(part, start);
    }

    private static MongolianPart read(String part) {
        return new MongolianPart(
                part,
                strokes(part, Level.K2),
                strokes(part, Level.K1),
                Skeleton.of(part, Level.K0),
                strokes("\u180e" + part, Level.K2).replaceFirst("^[| ]+", ""),
                Suffixes.isEnding(part));
    }

    /** Of letters that have no strokes in the tables (Todo, Sibe, Manchu) the letters. */
    private static String strokes(String part, Level level) {
        String strokes = Skeleton.of(part, level);
        return strokes.isEmpty() ? Skeleton.of(part, Level.K0) : strokes;
    }
}
