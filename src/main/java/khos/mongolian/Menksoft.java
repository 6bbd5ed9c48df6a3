package khos.mongolian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import khos.mongolian.Change.Reason;
import khos.mongolian.Shaper.Position;
import khos.mongolian.Shaper.Selectors;
import org.jspecify.annotations.Nullable;

/**
 * The glyph codes U+E234–U+E34F by which Menksoft software writes Mongolian in the private use area, and Unicode.
 *
 * <p>A code is a shape: {@code E266 E2C6 E28F} are the three shapes of {@code ᠠᠪᠤ}. Which of the letters of one shape is meant is told
 * by the code's place in the table, and by the word list where that spelling is not attested. Texts are converted run by run,
 * because real ones mix encodings; what no table knows is left and reported with its place. Time is linear in the length of
 * the text.
 *
 * <p>Sources: the tables of mongol_code (CC0-1.0), mongfontbuilder (MIT) and lianghai/mongolian, which agree.
 */
public final class Menksoft {
    private static final char FIRST = 0xE234;
    private static final char LAST = 0xE34F;
    private static final char SUFFIX_SPACE = 0xE263;
    private static final char PRIVATE_FIRST = 0xE000;
    private static final char PRIVATE_LAST = 0xF8FF;
    private static final int ENOUGH_CODES = 3;
    private static final int ROUNDS = 4;
    /** Words of one text that are remembered: texts repeat theirs. */
    private static final int MOST_REMEMBERED = 20_000;

    private static final Set<String> BOWS = Set.of("B", "P", "F", "K", "K2", "G", "Gx");
    private static final Glyph[] GLYPHS = new Glyph[LAST - FIRST + 1];
    private static final Map<String, List<Glyph>> BY_SHAPE = new HashMap<>();
    private static final Map<Character, Character> SIGNS = new HashMap<>();

    /**
     * @param text what it stands for when it is no letter
     * @param before written units of a next letter that it stands before
     */
    private record Glyph(
            char code,
            @Nullable Letter letter,
            EnumSet<Position> positions,
            String units,
            String text,
            boolean common,
            boolean afterBow,
            Set<String> before) {
        boolean isGap() {
            return text.equals(" ");
        }

        boolean isLetter() {
            return letter != null;
        }

        boolean isLast() {
            return !positions.contains(Position.INIT) && !isInside();
        }

        boolean isInside() {
            return positions.contains(Position.MEDI);
        }

        /** The a or e that stands apart at the end of a word. */
        boolean isTail() {
            return units.equals("Aa") && positions.contains(Position.ISOL);
        }
    }

    private record Converted(String text, Reason reason, List<String> alternatives) {}

    static {
        Map<String, Letter> letters = Arrays.stream(Letter.values())
                .collect(Collectors.toMap(letter -> letter.name().toLowerCase(Locale.ROOT), letter -> letter));
        for (String[] row : Table.read("menksoft.tsv")) {
            char code = (char) Integer.parseInt(row[0], 16);
            Letter letter = letters.get(row[1]);
            String text = letter == null ? text(row[1]) : "";
            EnumSet<Position> positions = EnumSet.noneOf(Position.class);
            if (letter != null) {
                for (String position : row[2].split(" ")) {
                    positions.add(Position.valueOf(position.toUpperCase(Locale.ROOT)));
                }
            }
            boolean chosen = letter != null && !row[4].equals("-");
            boolean afterBow = row[4].equals("after-bow");
            boolean common = row[4].equals("*");
            Set<String> before = common || afterBow || !chosen ? Set.of() : Set.of(row[4].split(" "));
            var glyph = new Glyph(code, letter, positions, row[3], text, common, afterBow, before);
            GLYPHS[code - FIRST] = glyph;
            if (chosen) {
                Position first = Position.valueOf(row[2].split(" ")[0].toUpperCase(Locale.ROOT));
                BY_SHAPE.computeIfAbsent(shape(letter, first, row[3]), shape -> new ArrayList<>())
                        .add(glyph);
            } else if (text.length() == 1 && text.charAt(0) >= 0x1800 && text.charAt(0) < Letters.A) {
                SIGNS.put(text.charAt(0), code);
            }
        }
    }

    private final String source;
    private final Connector connector;
    private final StringBuilder result;
    private final Rewriting.Changes changes = new Rewriting.Changes();
    private final Map<String, Converted> remembered = new HashMap<>();

    private Menksoft(String source, Connector connector) {
        this.source = source;
        this.connector = connector;
        result = new StringBuilder(source.length());
    }

    private static String text(String column) {
        if (column.equals("gap")) {
            return " ";
        }
        return Arrays.stream(column.split(" "))
                .map(hex -> Character.toString(Integer.parseInt(hex, 16)))
                .collect(Collectors.joining());
    }

    private static String shape(@Nullable Letter letter, Position position, String units) {
        return letter + "." + position + "." + units;
    }

    private static @Nullable Glyph glyph(char c) {
        return c >= FIRST && c <= LAST ? GLYPHS[c - FIRST] : null;
    }

    /** Whether {@code c} is the code of a letter. */
    public static boolean isLetter(char c) {
        Glyph glyph = glyph(c);
        return glyph != null && glyph.isLetter();
    }

    /** Whether {@code c} is the code of the space before a suffix. */
    public static boolean isGap(char c) {
        Glyph glyph = glyph(c);
        return glyph != null && glyph.isGap();
    }

    /**
     * Whether {@code text} holds Menksoft codes: at least three in a row, and most of its private codes are Menksoft's.
     */
    public static boolean isIn(CharSequence text) {
        int run = 0;
        int longest = 0;
        int known = 0;
        int all = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ours = c >= FIRST && c <= LAST;
            run = ours ? run + 1 : 0;
            longest = Math.max(longest, run);
            known += ours ? 1 : 0;
            all += isPrivate(c) ? 1 : 0;
        }
        return longest >= ENOUGH_CODES && known * 5L >= all * 4L;
    }

    private static boolean isPrivate(char c) {
        return c >= PRIVATE_FIRST && c <= PRIVATE_LAST;
    }

    /**
     * {@code text} with its Menksoft codes as Unicode, shape for shape; selectors only where the shape does not come by
     * itself.
     */
    public static Rewriting toUnicode(String text, Connector connector) {
        var conversion = new Menksoft(text, connector);
        conversion.decode();
        return new Rewriting(conversion.result.toString(), conversion.changes.list());
    }

    /** {@code text} with its Hudum letters, digits and punctuation as Menksoft codes. */
    public static Rewriting ofUnicode(String text) {
        var conversion = new Menksoft(text, Connector.VOWEL_SEPARATOR);
        conversion.encode();
        return new Rewriting(conversion.result.toString(), conversion.changes.list());
    }

    private void decode() {
        for (int i = 0; i < source.length(); ) {
            char c = source.charAt(i);
            Glyph glyph = glyph(c);
            if (glyph == null) {
                result.append(c);
                if (isPrivate(c)) {
                    change(i, i + 1, source.substring(i, i + 1), Reason.UNKNOWN_CODE, List.of());
                }
                i++;
            } else if (glyph.isLetter() || glyph.isGap()) {
                int end = i;
                while (end < source.length() && (isLetter(source.charAt(end)) || isGap(source.charAt(end)))) {
                    end++;
                }
                decode(i, end);
                i = end;
            } else {
                result.append(glyph.text());
                change(i, i + 1, glyph.text(), Reason.CONVERTED, List.of());
                i++;
            }
        }
    }

    /** Letters and gaps. */
    private void decode(int start, int end) {
        String codes = source.substring(start, end);
        Converted converted = remembered.get(codes);
        if (converted == null) {
            converted = convert(codes);
            if (remembered.size() < MOST_REMEMBERED) {
                remembered.put(codes, converted);
            }
        }
        result.append(converted.text());
        boolean mixed = isUnicodeLetter(start - 1) || isUnicodeLetter(end);
        change(start, end, converted.text(), mixed ? Reason.MIXED_WORD : converted.reason(), converted.alternatives());
    }

    private boolean isUnicodeLetter(int i) {
        return i >= 0 && i < source.length() && Letters.isLetter(source.charAt(i));
    }

    private void change(int start, int end, String after, Reason reason, List<String> alternatives) {
        changes.add(new Change(start, end, source.substring(start, end), after, reason, alternatives));
    }

    private Converted convert(String codes) {
        var draft = new Draft(codes, connector);
        boolean kept = draft.force();
        String text = kept ? draft.withoutIdleSelectors() : draft.text();
        return kept ? chosen(text) : new Converted(text, Reason.SHAPE_DIFFERS, List.of());
    }

    /** The spelling of the word list for a word of the same shape, unless the word as it stands is a listed one. */
    private static Converted chosen(String text) {
        int end = 0;
        while (end < text.length() && !isSuffixGap(text, end)) {
            end++;
        }
        String stem = text.substring(0, end);
        List<Word> alike = WordList.alike(stem);
        if (alike.isEmpty()) {
            return new Converted(text, Reason.CONVERTED, List.of());
        }
        Shaper shape = Shaper.shaped(stem, Selectors.HONOURED);
        List<String> spellings = alike.stream()
                .filter(word -> sameUnits(shape, Shaper.shaped(word.text(), Selectors.HONOURED)))
                .map(Word::text)
                .toList();
        boolean known = alike.stream().anyMatch(word -> word.text().equals(stem));
        String best = known || spellings.isEmpty() ? stem : spellings.getFirst();
        String rest = text.substring(end);
        return new Converted(
                best + rest,
                best.equals(stem) ? Reason.CONVERTED : Reason.CHOSEN,
                spellings.stream()
                        .filter(spelling -> !spelling.equals(best))
                        .map(spelling -> spelling + rest)
                        .toList());
    }

    private static boolean isSuffixGap(String text, int i) {
        if (text.charAt(i) == ' ') {
            return true;
        }
        boolean tail = i + 2 == text.length()
                || (i + 2 < text.length() && !Letters.isWordPart(text.charAt(i + 2)))
                || (i + 2 < text.length() && Letters.isGap(text.charAt(i + 2)));
        return Letters.isGap(text.charAt(i)) && !tail;
    }

    private static boolean sameUnits(Shaper one, Shaper other) {
        return units(one).equals(units(other));
    }

    private static String units(Shaper shaper) {
        var units = new StringBuilder();
        for (int i = 0; i < shaper.size(); i++) {
            if (shaper.isLetterAt(i)) {
                units.append(shaper.form(i).units()).append(' ');
            } else if (shaper.isGapAt(i)) {
                units.append("| ");
            }
        }
        return units.toString();
    }

    private void encode() {
        for (int i = 0; i < source.length(); ) {
            int end = i;
            while (end < source.length() && isEncoded(source.charAt(end))) {
                end++;
            }
            if (end > i) {
                encode(i, end);
                i = end;
            } else {
                Character sign = SIGNS.get(source.charAt(i));
                result.append(sign == null ? source.charAt(i) : sign);
                if (sign != null) {
                    change(i, i + 1, String.valueOf(sign), Reason.CONVERTED, List.of());
                } else if (Letters.isLetter(source.charAt(i))) {
                    change(i, i + 1, source.substring(i, i + 1), Reason.UNKNOWN_CODE, List.of());
                }
                i++;
            }
        }
    }

    private static boolean isEncoded(char c) {
        return Letter.is(c) || Letters.isGap(c) || Letters.isInvisible(c) || c == Letters.NIRUGU;
    }

    private void encode(int start, int end) {
        String run = source.substring(start, end);
        Shaper shaper = Shaper.shaped(run, Selectors.HONOURED);
        var codes = new StringBuilder(run.length());
        boolean lost = false;
        int letters = 0;
        String last = "";
        for (int i = 0; i < shaper.size(); i++) {
            if (shaper.isLetterAt(i)) {
                int next = i + 1;
                while (next < shaper.size() && shaper.isSelectorAt(next)) {
                    next++;
                }
                boolean joined = shaper.position(i) == Position.INIT || shaper.position(i) == Position.MEDI;
                String follows = joined && next < shaper.size() && shaper.isLetterAt(next)
                        ? shaper.form(next).units().split(" ")[0]
                        : "";
                boolean starts = shaper.position(i) == Position.INIT || shaper.position(i) == Position.ISOL;
                Glyph glyph = choose(shaper, i, starts ? "" : last, follows);
                codes.append(glyph == null ? (char) shaper.letter(i).codePoint() : glyph.code());
                lost |= glyph == null;
                last = shaper.form(i).last();
                letters++;
            } else if (shaper.isGapAt(i)) {
                boolean tail = i + 1 < shaper.size()
                        && shaper.isLetterAt(i + 1)
                        && shaper.form(i + 1).is("Aa")
                        && i > 0;
                if (!tail) {
                    codes.append(SUFFIX_SPACE);
                }
            } else if (run.charAt(shaper.offset(i)) == Letters.NIRUGU) {
                codes.append(SIGNS.getOrDefault((char) Letters.NIRUGU, (char) Letters.NIRUGU));
            }
        }
        boolean dangling = letters == 0;
        result.append(dangling ? run : codes);
        if (!dangling) {
            change(start, end, codes.toString(), lost ? Reason.SHAPE_DIFFERS : Reason.CONVERTED, List.of());
        }
    }

    private static @Nullable Glyph choose(Shaper shaper, int cell, String before, String follows) {
        Letter letter = shaper.letter(cell);
        String units = shaper.form(cell).units();
        List<Position> positions = new ArrayList<>(List.of(shaper.position(cell)));
        positions.addAll(List.of(Position.MEDI, Position.INIT, Position.FINA, Position.ISOL));
        for (Position position : positions) {
            Glyph glyph = choose(BY_SHAPE.getOrDefault(shape(letter, position, units), List.of()), before, follows);
            if (glyph != null) {
                return glyph;
            }
        }
        for (Position position : positions) {
            for (Letter other : Letter.values()) {
                Glyph glyph = choose(BY_SHAPE.getOrDefault(shape(other, position, units), List.of()), before, follows);
                if (glyph != null) {
                    return glyph;
                }
            }
        }
        return null;
    }

    private static @Nullable Glyph choose(List<Glyph> glyphs, String before, String follows) {
        Glyph common = null;
        Glyph beforeThis = null;
        for (Glyph glyph : glyphs) {
            if (glyph.afterBow() && BOWS.contains(before)) {
                return glyph;
            }
            common = glyph.common() ? glyph : common;
            beforeThis = glyph.before().contains(follows) ? glyph : beforeThis;
        }
        if (beforeThis != null) {
            return beforeThis;
        }
        return common == null && !glyphs.isEmpty() ? glyphs.getFirst() : common;
    }

    /** A word in the making: its letters, what stands before each, and the selectors that it needs. */
    private static final class Draft {
        private final Glyph[] glyphs;
        private final Letter[] letters;
        /** What stands before each letter, and behind the last. */
        private final String[] between;

        private final byte[] selectors;
        private final Position[] positions;
        private final int count;

        Draft(String codes, Connector connector) {
            int most = codes.length();
            glyphs = new Glyph[most];
            letters = new Letter[most];
            between = new String[most + 1];
            selectors = new byte[most];
            positions = new Position[most];
            int at = 0;
            var pending = new StringBuilder();
            for (int i = 0; i < most; i++) {
                Glyph glyph = glyph(codes.charAt(i));
                if (glyph == null) {
                    throw new IllegalArgumentException("not Menksoft");
                }
                Letter letter = glyph.letter();
                if (letter == null) {
                    boolean connects = i + 1 < most && isLetter(codes.charAt(i + 1));
                    pending.append(connects ? connector.sign() : ' ');
                    continue;
                }
                boolean follows = i > 0 && isLetter(codes.charAt(i - 1));
                if (follows && glyph.isTail()) {
                    pending.setLength(0);
                    pending.append((char) Letters.VOWEL_SEPARATOR);
                } else if (follows && glyphs[at - 1].isLast()) {
                    pending.setLength(0);
                    pending.append((char) Letters.ZWNJ);
                }
                glyphs[at] = glyph;
                letters[at] = letter;
                between[at] = pending.toString();
                pending.setLength(0);
                at++;
            }
            between[at] = pending.toString();
            count = at;
            if (count == 1 && between[0].isEmpty() && !glyphs[0].positions().contains(Position.ISOL)) {
                stretch(0);
            }
        }

        /** Joins a letter that stands at an edge and is not shaped so to a stroke. */
        private void stretch(int letter) {
            Glyph glyph = glyphs[letter];
            String nirugu = String.valueOf((char) Letters.NIRUGU);
            boolean opens = between[letter].isEmpty() && letter == 0;
            boolean closes = between[letter + 1].isEmpty() && letter == count - 1;
            boolean joinsBack = glyph.isInside() || glyph.positions().contains(Position.FINA);
            boolean joinsOn = glyph.isInside() || glyph.positions().contains(Position.INIT);
            if (opens && joinsBack && !glyph.positions().contains(Position.INIT)) {
                between[letter] = nirugu;
            }
            if (closes && joinsOn && !glyph.positions().contains(Position.FINA)) {
                between[letter + 1] = nirugu;
            }
        }

        String text() {
            var text = new StringBuilder(count * 2);
            for (int i = 0; i < count; i++) {
                text.append(between[i]).append((char) letters[i].codePoint());
                if (selectors[i] > 0) {
                    text.append((char) (selectors[i] == 4 ? Letters.FVS4 : Letters.FVS1 + selectors[i] - 1));
                }
            }
            return text.append(between[count]).toString();
        }

        /** Adds selectors until every letter has the units of its code; false when that cannot be. */
        boolean force() {
            if (tried()) {
                return true;
            }
            stretchEdges();
            Arrays.fill(selectors, (byte) 0);
            return tried();
        }

        private void stretchEdges() {
            if (count > 0) {
                stretch(0);
                stretch(count - 1);
            }
        }

        private boolean tried() {
            for (int round = 0; round < ROUNDS; round++) {
                boolean[] wrong = wrong();
                boolean changed = false;
                boolean any = false;
                for (int i = 0; i < count; i++) {
                    any |= wrong[i];
                    int selector = wrong[i] && selectors[i] == 0
                            ? Shaper.selector(letters[i], positions[i], glyphs[i].units())
                            : 0;
                    if (selector > 0) {
                        selectors[i] = (byte) selector;
                        changed = true;
                    }
                }
                if (!any || !changed) {
                    return !any;
                }
            }
            return false;
        }

        /** Which letters do not show the units of their codes. */
        private boolean[] wrong() {
            Shaper shaper = Shaper.shaped(text(), Selectors.HONOURED);
            var wrong = new boolean[count];
            int at = 0;
            for (int cell = 0; cell < shaper.size(); cell++) {
                if (shaper.isLetterAt(cell)) {
                    positions[at] = shaper.position(cell);
                    wrong[at] = !shaper.form(cell).is(glyphs[at].units());
                    at++;
                }
            }
            return wrong;
        }

        String withoutIdleSelectors() {
            String text = text();
            var idle = Spelling.idle(text, false);
            if (idle.isEmpty()) {
                return text;
            }
            var rest = new StringBuilder(text.length());
            for (int i = 0; i < text.length(); i++) {
                if (!idle.get(i)) {
                    rest.append(text.charAt(i));
                }
            }
            return rest.toString();
        }
    }
}
