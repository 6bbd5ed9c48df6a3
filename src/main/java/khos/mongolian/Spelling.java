package khos.mongolian;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khos.mongolian.Change.Reason;

/**
 * The canonical spelling of a Mongolian text: of the many ways to code one look, the one that is agreed on.
 *
 * <p>Nothing that is seen changes: letters keep their written units. {@code ᠨᠣᠮ}, a space, U+202F and {@code ᠤᠨ} become
 * {@code ᠨᠣᠮ}, U+180E and {@code ᠤᠨ}. A text that was repaired is left as it is by a second repair. Time is linear in the length
 * of the text.
 *
 * <p>Sources: UTN #57 version 4 and GB/T 25914-2023 for connectors and selectors.
 */
public final class Spelling {
    private static final Map<Character, Sign> SIGNS = signs();

    private record Sign(char replacement, Reason reason) {}

    private final String original;
    private final Connector connector;
    private final List<Change> changes = new ArrayList<>();
    private final StringBuilder text;
    /** Where each unit of the text stands in the original. */
    private int[] starts;

    private int[] ends;

    private Spelling(String original, Connector connector) {
        this.original = original;
        this.connector = connector;
        text = new StringBuilder(original);
        starts = new int[original.length()];
        ends = new int[original.length()];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = i;
            ends[i] = i + 1;
        }
    }

    /** {@code text} in canonical spelling, suffixes connected by {@code connector}. */
    public static Rewriting repair(String text, Connector connector) {
        if (text.chars().noneMatch(Spelling::concerns)) {
            return new Rewriting(text, List.of());
        }
        var spelling = new Spelling(text, connector);
        spelling.repairSigns();
        spelling.dropIdle();
        spelling.repairConnectors();
        spelling.dropIdle();
        return new Rewriting(spelling.text.toString(), spelling.inOrder());
    }

    /** Whether there can be anything to repair in a text with {@code c}. */
    private static boolean concerns(int c) {
        return Letters.isInvisible(c) || Letters.isGap(c) || SIGNS.containsKey((char) c);
    }

    private static Map<Character, Sign> signs() {
        Map<Character, Sign> signs = new HashMap<>();
        for (String[] row : Table.read("punctuation.tsv")) {
            signs.put(
                    (char) Integer.parseInt(row[0], 16),
                    new Sign(
                            (char) Integer.parseInt(row[1], 16),
                            switch (row[2]) {
                                case "legacy" -> Reason.LEGACY_PUNCTUATION;
                                case "vertical" -> Reason.VERTICAL_FORM;
                                default -> throw new IllegalStateException("punctuation.tsv: unknown kind " + row[2]);
                            }));
        }
        return Map.copyOf(signs);
    }

    private void repairSigns() {
        var edits = new Edits();
        for (int i = 0; i < text.length(); ) {
            Sign sign = SIGNS.get(text.charAt(i));
            int end = i;
            while (end < text.length() && isStray(text.charAt(end))) {
                end++;
            }
            if (sign != null) {
                edits.replace(i, i + 1, String.valueOf(sign.replacement()), sign.reason());
            } else if (end > i && (isInWord(i - 1) || isInWord(end))) {
                edits.replace(i, end, "", Reason.STRAY_SIGN);
            }
            i = Math.max(end, i + 1);
        }
        edits.apply();
    }

    private boolean isInWord(int i) {
        return i >= 0 && i < text.length() && Letters.isWordPart(text.charAt(i));
    }

    /** Invisible and without any effect on letters. */
    private static boolean isStray(char c) {
        return Letters.isInvisible(c) && !Letters.isSelector(c) && c != Letters.ZWJ && c != Letters.ZWNJ;
    }

    private void repairConnectors() {
        var edits = new Edits();
        for (int i = 0; i < text.length(); ) {
            int end = i;
            int gaps = 0;
            while (end < text.length() && isSpaceOrGap(text.charAt(end))) {
                gaps += Letters.isGap(text.charAt(end)) ? 1 : 0;
                end++;
            }
            if (end > i && i > 0 && end < text.length() && canCarrySuffix(i - 1) && Letter.is(text.charAt(end))) {
                if (gaps == 0) {
                    connectForced(edits, i, end);
                } else if (Letters.isGap(text.charAt(end - 1))) {
                    connect(edits, i, end, gaps);
                }
            }
            i = Math.max(end, i + 1);
        }
        edits.apply();
    }

    private void connect(Edits edits, int start, int end, int gaps) {
        boolean spaces = end - start > gaps;
        boolean tail = isTail(end);
        if (spaces && (tail || !Suffixes.isSuffix(text.substring(end, wordEnd(end))))) {
            return;
        }
        char sign = tail ? Letters.VOWEL_SEPARATOR : connector.sign();
        if (end - start > 1) {
            edits.replace(start, end, String.valueOf(sign), Reason.DOUBLED_CONNECTOR);
        } else if (text.charAt(start) != sign) {
            edits.replace(start, end, String.valueOf(sign), Reason.CONNECTOR);
        }
    }

    /** A space and a first letter with a selector, where the connector alone gives the same shape. */
    private void connectForced(Edits edits, int start, int end) {
        int selector = end + 1;
        if (end - start != 1 || selector >= text.length() || text.charAt(selector) != Letters.FVS1) {
            return;
        }
        int behind = wordEnd(end);
        String forced = text.substring(end, behind);
        String plain = new StringBuilder(forced)
                .deleteCharAt(1)
                .insert(0, connector.sign())
                .toString();
        boolean alike = Shaper.shaped(forced, Shaper.Selectors.HONOURED)
                .sameLetters(Shaper.shaped(plain, Shaper.Selectors.HONOURED));
        if (alike && Suffixes.isSuffix(forced)) {
            edits.replace(start, end, String.valueOf(connector.sign()), Reason.SUFFIX_BEHIND_SPACE);
            edits.replace(selector, selector + 1, "", Reason.SUFFIX_BEHIND_SPACE);
        }
    }

    /** A single a or e without a selector. */
    private boolean isTail(int i) {
        char c = text.charAt(i);
        return (c == Letters.A || c == Letters.E) && wordEnd(i) == i + 1;
    }

    private int wordEnd(int i) {
        int end = i;
        while (end < text.length() && isInWord(end) && !Letters.isGap(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isSpaceOrGap(char c) {
        return c == ' ' || c == '\u00a0' || Letters.isGap(c);
    }

    private boolean canCarrySuffix(int i) {
        char c = text.charAt(i);
        return switch (Character.getType(c)) {
            case Character.END_PUNCTUATION, Character.FINAL_QUOTE_PUNCTUATION -> true;
            default ->
                Character.isLetterOrDigit(c)
                        || Character.isLowSurrogate(c)
                        || Letters.isInvisible(c)
                        || c == Letters.NIRUGU
                        || c == '%'
                        || c == '"';
        };
    }

    private void dropIdle() {
        var edits = new Edits();
        for (int i = 0; i < text.length(); ) {
            int end = i;
            boolean signs = false;
            while (isInWord(end)) {
                signs |= Letters.isInvisible(text.charAt(end));
                end++;
            }
            if (signs) {
                boolean sign = i > 0 && isPunctuation(text.charAt(i - 1));
                String run = text.substring(i, end);
                BitSet idle = idle(run, sign);
                for (int at = idle.nextSetBit(0); at >= 0; at = idle.nextSetBit(at + 1)) {
                    boolean selector = Letters.isSelector(run.charAt(at));
                    edits.replace(i + at, i + at + 1, "", selector ? Reason.IDLE_SELECTOR : Reason.IDLE_JOINER);
                }
            }
            i = Math.max(end, i + 1);
        }
        edits.apply();
    }

    /** The birga and its like, U+1800 to U+1809, take selectors of their own. */
    private static boolean isPunctuation(char c) {
        return c >= 0x1800 && c < Letters.NIRUGU;
    }

    /**
     * Which units of {@code run}, letters with what shapes and joins them, can go without a letter changing.
     *
     * @param behindSign whether a selector at its beginning belongs to a sign before it
     */
    static BitSet idle(String run, boolean behindSign) {
        var shaped = Shaper.shaped(run, Shaper.Selectors.HONOURED);
        var bare = Shaper.shaped(run, Shaper.Selectors.PASSED_OVER);
        var idle = new BitSet(run.length());
        int last = -1;
        int letters = 0;
        int all = shaped.letters();
        BitSet same = shaped.sameLettersAs(bare);
        for (int cell = 0; cell < shaped.size(); cell++) {
            if (shaped.isLetterAt(cell)) {
                last = letters++;
            } else if (shaped.isSelectorAt(cell)) {
                boolean ofSign = cell == 0 && behindSign;
                boolean ofLetter = cell > 0 && shaped.isLetterAt(cell - 1);
                if (!ofSign && (!ofLetter || same.get(last))) {
                    idle.set(shaped.offset(cell));
                }
            } else if (shaped.isJoinerAt(cell) && (last < 0 || same.get(last))) {
                boolean next = letters >= all || same.get(letters);
                if (next) {
                    idle.set(shaped.offset(cell));
                }
            }
        }
        if (idle.isEmpty()) {
            return idle;
        }
        var rest = new StringBuilder(run.length());
        for (int i = 0; i < run.length(); i++) {
            if (!idle.get(i)) {
                rest.append(run.charAt(i));
            }
        }
        return Shaper.shaped(rest, Shaper.Selectors.HONOURED).sameLetters(shaped) ? idle : new BitSet();
    }

    private List<Change> inOrder() {
        changes.sort(Comparator.comparingInt(Change::start)
                .thenComparing(Comparator.comparingInt(Change::end).reversed()));
        var ordered = new Rewriting.Changes();
        int end = 0;
        for (Change change : changes) {
            if (change.start() >= end) {
                ordered.add(change);
                end = change.end();
            }
        }
        return ordered.list();
    }

    /** Replacements in the text as it stands, in its order, done at once. */
    private final class Edits {
        private final StringBuilder result = new StringBuilder(text.length());
        private final int[] newStarts = new int[text.length()];
        private final int[] newEnds = new int[text.length()];
        private int done;

        void replace(int start, int end, String replacement, Reason reason) {
            copy(start);
            int from = starts[start];
            int to = ends[end - 1];
            changes.add(new Change(from, to, original.substring(from, to), replacement, reason, List.of()));
            for (int i = 0; i < replacement.length(); i++) {
                newStarts[result.length()] = from;
                newEnds[result.length()] = to;
                result.append(replacement.charAt(i));
            }
            done = end;
        }

        private void copy(int end) {
            System.arraycopy(starts, done, newStarts, result.length(), end - done);
            System.arraycopy(ends, done, newEnds, result.length(), end - done);
            result.append(text, done, end);
            done = end;
        }

        void apply() {
            copy(text.length());
            text.setLength(0);
            text.append(result);
            starts = newStarts;
            ends = newEnds;
        }
    }
}
