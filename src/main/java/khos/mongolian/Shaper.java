package khos.mongolian;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives Hudum letters the forms a reader sees, without a font.
 *
 * <p>The rules are those of UTN #57 version 4, section "Shaping", in its order: first each letter takes the form of its
 * position, then contexts change it, then a selector behind it. Time and memory are linear in the length of the text.
 */
final class Shaper {
    /** What is done about free variation selectors and joiners. */
    enum Selectors {
        /** They are as if they were not there: typed to force a shape, in most texts they stand where it comes by itself. */
        PASSED_OVER,
        /** They have their effect, as in a font. */
        HONOURED
    }

    /** Where a letter stands in its run of joined letters. */
    enum Position {
        ISOL,
        INIT,
        MEDI,
        FINA
    }

    /** Why a form is taken; named as in UTN #57. */
    private enum Condition {
        DEFAULT,
        CHACHLAG,
        CHACHLAG_ONSET,
        CHACHLAG_ONSET_GB,
        MARKED,
        ONSET,
        DEVSGER,
        MASCULINE_ONSET,
        MASCULINE_DEVSGER,
        FEMININE,
        DOTLESS,
        PARTICLE,
        VOWEL_DEVSGER,
        POST_BOWED,
        FVS1,
        FVS2,
        FVS3,
        FVS4
    }

    private enum Gender {
        UNKNOWN,
        MASCULINE,
        FEMININE
    }

    private record Particle(boolean afterGap, Letter[] letters, int[] special) {}

    private static final byte LETTER = 0;
    private static final byte GAP = 1;
    private static final byte OTHER = 2;
    /** This kind and those after it stand between letters without parting them. */
    private static final byte NIRUGU = 3;

    private static final byte JOINER = 4;
    private static final byte NON_JOINER = 5;
    private static final byte SELECTOR = 6;

    private static final Letter[] LETTERS = Letter.values();
    private static final Position[] POSITIONS = Position.values();
    private static final Condition[] SELECTED = {Condition.FVS1, Condition.FVS2, Condition.FVS3, Condition.FVS4};
    private static final Form[][][] FORMS = readForms();
    private static final Particle[] NONE = {};
    /** Those behind a gap, and those that begin a word by their first letter. */
    private static final Particle[] AFTER_GAP = readParticles(null);

    private static final Particle[][] BY_FIRST =
            Arrays.stream(LETTERS).map(Shaper::readParticles).toArray(Particle[][]::new);
    private static final int LONGEST_PARTICLE = 16;

    private final byte[] kinds;
    private final Letter[] letters;
    private final Position[] positions;
    private final Form[] forms;
    /** Of a selector its number 1 to 4. */
    private final byte[] selectors;
    /** Where each cell stands in the text. */
    private final int[] offsets;

    private final Gender[] passed;
    private final Gender[] gender;
    private final int[] places = new int[LONGEST_PARTICLE];
    private final boolean honoured;
    private final boolean gaps;
    private int length;

    /** @param most the longest text that is to be shaped */
    private Shaper(int most, Selectors selectors, boolean gaps) {
        honoured = selectors == Selectors.HONOURED;
        this.gaps = gaps;
        kinds = new byte[most];
        letters = new Letter[most];
        positions = new Position[most];
        forms = new Form[most];
        passed = new Gender[most];
        gender = new Gender[most];
        this.selectors = new byte[honoured ? most : 0];
        offsets = new int[honoured ? most : 0];
    }

    /** Takes the place of what was shaped before with the forms of {@code text} from {@code start} to {@code end}. */
    private void shape(CharSequence text, int start, int end) {
        length = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            byte kind = kind(c);
            if (kind >= JOINER && !honoured || (kind == GAP && !gaps) || kind < 0) {
                continue;
            }
            kinds[length] = kind;
            if (kind == LETTER) {
                letters[length] = Letter.of(c);
            }
            if (honoured) {
                offsets[length] = i;
                selectors[length] = kind == SELECTOR ? number(c) : 0;
            }
            length++;
        }
        shape();
    }

    /** {@code -1} for what is never seen and changes nothing. */
    private static byte kind(char c) {
        if (Letter.is(c)) {
            return LETTER;
        }
        if (Letters.isGap(c)) {
            return GAP;
        }
        return switch (c) {
            case Letters.NIRUGU -> NIRUGU;
            case Letters.FVS1, Letters.FVS2, Letters.FVS3, Letters.FVS4 -> SELECTOR;
            case Letters.ZWJ -> JOINER;
            case Letters.ZWNJ -> NON_JOINER;
            default -> Letters.isInvisible(c) ? (byte) -1 : OTHER;
        };
    }

    private static byte number(char selector) {
        return (byte) (selector == Letters.FVS4 ? 4 : selector - Letters.FVS1 + 1);
    }

    /** The letters of {@code text} with their forms. What is not Hudum has none. */
    static Shaper shaped(CharSequence text, Selectors selectors) {
        var shaper = new Shaper(text.length(), selectors, true);
        shaper.shape(text, 0, text.length());
        return shaper;
    }

    /**
     * Appends the strokes of {@code text} to {@code key}, {@code |} for a gap, a space between two; letters that look the
     * same give the same.
     *
     * @param gaps whether gaps count at all
     * @param folded whether old spellings of long i are one: the stroke Y before I is I, and any run of I is one
     */
    static void strokes(CharSequence text, boolean gaps, boolean folded, StringBuilder key) {
        var strokes = new KeyBuilder(folded, key);
        int longest = 0;
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = wordEnd(text, start);
            longest = Math.max(longest, end - start);
        }
        var shaper = new Shaper(longest, Selectors.PASSED_OVER, gaps);
        for (int start = 0, end; start < text.length(); start = end + 1) {
            end = wordEnd(text, start);
            shaper.shape(text, start, end);
            shaper.addTo(strokes, shaper.length);
        }
        strokes.end();
    }

    /** Where the first sign stands from {@code start} on that is none of a word; letters do not look across it. */
    private static int wordEnd(CharSequence text, int start) {
        int end = start;
        while (end < text.length() && kind(text.charAt(end)) != OTHER) {
            end++;
        }
        return end;
    }

    /** As {@link #strokes}, of no more than the first {@code end} units of {@code text}, in the shapes that the rest gives them. */
    static void beginning(CharSequence text, int end, boolean gaps, boolean folded, StringBuilder key) {
        var shaper = new Shaper(text.length(), Selectors.PASSED_OVER, gaps);
        shaper.shape(text, end, text.length());
        int rest = shaper.length;
        shaper.shape(text, 0, text.length());
        var strokes = new KeyBuilder(folded, key);
        shaper.addTo(strokes, shaper.length - rest);
        if (!shaper.goesOnWithI(shaper.length - rest)) {
            strokes.end();
        }
    }

    private void addTo(KeyBuilder strokes, int cells) {
        for (int i = 0; i < cells; i++) {
            if (kinds[i] == GAP) {
                strokes.add(Strokes.GAP);
            } else if (kinds[i] == LETTER) {
                for (byte stroke : forms[i].strokes(positions[i] == Position.MEDI)) {
                    strokes.add(stroke);
                }
            }
        }
    }

    private boolean goesOnWithI(int cell) {
        return cell < length
                && kinds[cell] == LETTER
                && forms[cell].strokes(positions[cell] == Position.MEDI)[0] == Strokes.I;
    }

    /** Writes strokes to a key, {@code A A B O}, old spellings of long i made one where that is wanted. */
    private static final class KeyBuilder {
        private final boolean folded;
        private final StringBuilder key;
        private final int start;
        /** A stroke Y that is written unless an I follows. */
        private boolean pendingY;

        private byte last = -1;

        KeyBuilder(boolean folded, StringBuilder key) {
            this.folded = folded;
            this.key = key;
            start = key.length();
        }

        void add(byte stroke) {
            if (!folded) {
                write(stroke);
                return;
            }
            if (pendingY && stroke != Strokes.I) {
                write(Strokes.Y);
            }
            pendingY = stroke == Strokes.Y;
            if (!pendingY && !(stroke == Strokes.I && last == Strokes.I)) {
                write(stroke);
            }
        }

        void end() {
            if (pendingY) {
                write(Strokes.Y);
            }
        }

        private void write(byte stroke) {
            if (key.length() > start) {
                key.append(' ');
            }
            key.append(Strokes.name(stroke));
            last = stroke;
        }
    }

    /** How many cells there are: letters, gaps, what joins and selects, and what is none of these. */
    int size() {
        return length;
    }

    boolean isLetterAt(int cell) {
        return kinds[cell] == LETTER;
    }

    boolean isGapAt(int cell) {
        return kinds[cell] == GAP;
    }

    boolean isSelectorAt(int cell) {
        return kinds[cell] == SELECTOR;
    }

    boolean isJoinerAt(int cell) {
        return kinds[cell] == JOINER || kinds[cell] == NON_JOINER;
    }

    /** How many letters there are. */
    int letters() {
        int count = 0;
        for (int i = 0; i < length; i++) {
            count += kinds[i] == LETTER ? 1 : 0;
        }
        return count;
    }

    /** Whether this and {@code other} show the same letters, each in the same form; what stands between does not count. */
    boolean sameLetters(Shaper other) {
        int count = letters();
        return count == other.letters() && sameLettersAs(other).cardinality() == count;
    }

    /** Which letters, counted from 0, are shown alike in {@code other}: in the same place of the word and the same form. */
    BitSet sameLettersAs(Shaper other) {
        var same = new BitSet();
        int at = 0;
        int k = 0;
        for (int i = 0; i < length; i++) {
            if (kinds[i] != LETTER) {
                continue;
            }
            while (k < other.length && other.kinds[k] != LETTER) {
                k++;
            }
            if (k == other.length) {
                break;
            }
            if (positions[i] == other.positions[k] && forms[i].is(other.forms[k].units())) {
                same.set(at);
            }
            at++;
            k++;
        }
        return same;
    }

    Letter letter(int cell) {
        return letters[cell];
    }

    Position position(int cell) {
        return positions[cell];
    }

    /** The form of the letter at {@code cell}. */
    Form form(int cell) {
        return forms[cell];
    }

    /** Where the cell stands in the text; only when selectors are honoured. */
    int offset(int cell) {
        return offsets[cell];
    }

    /** The selector 1–4 by which {@code letter} takes the form of {@code units} at {@code position}; 0 when there is none. */
    static int selector(Letter letter, Position position, String units) {
        for (int n = 0; n < SELECTED.length; n++) {
            Form form = FORMS[letter.ordinal()][position.ordinal()][SELECTED[n].ordinal()];
            if (form != null && form.is(units)) {
                return n + 1;
            }
        }
        return 0;
    }

    private void shape() {
        position();
        markChachlag();
        markFirstSyllable();
        markChachlagOnset();
        markOnsets();
        markVelars();
        markOthers();
        markParticles();
        markVowelI();
        markBowed();
        if (honoured) {
            select();
        }
    }

    private void position() {
        boolean joined = false;
        int last = -1;
        for (int i = 0; i < length; i++) {
            byte kind = kinds[i];
            if (kind == SELECTOR) {
                continue;
            }
            boolean joins = kind == LETTER || kind == NIRUGU || kind == JOINER;
            if (kind == LETTER) {
                positions[i] = joined ? Position.FINA : Position.ISOL;
            }
            if (joins && last >= 0 && kinds[last] == LETTER) {
                positions[last] = positions[last] == Position.FINA ? Position.MEDI : Position.INIT;
            }
            joined = joins;
            last = i;
        }
        for (int i = 0; i < length; i++) {
            if (kinds[i] == LETTER) {
                reset(i);
            }
        }
    }

    private boolean isLetter(int i) {
        return i >= 0 && i < length && kinds[i] == LETTER;
    }

    private boolean isGap(int i) {
        return i >= 0 && i < length && kinds[i] == GAP;
    }

    private boolean isSelector(int i) {
        return i >= 0 && i < length && kinds[i] == SELECTOR;
    }

    private boolean is(int i, Letter letter) {
        return isLetter(i) && letters[i] == letter;
    }

    private boolean isVowel(int i) {
        return isLetter(i) && letters[i].isVowel();
    }

    private boolean isConsonant(int i) {
        return isLetter(i) && !letters[i].isVowel();
    }

    private boolean stands(int i, Position one, Position other) {
        return positions[i] == one || positions[i] == other;
    }

    /** The next place that is not between letters; {@link #length} when there is none. */
    private int next(int i) {
        int k = i + 1;
        while (k < length && kinds[k] >= NIRUGU) {
            k++;
        }
        return k;
    }

    private int previous(int i) {
        int k = i - 1;
        while (k >= 0 && kinds[k] >= NIRUGU) {
            k--;
        }
        return k;
    }

    /** As {@link #next}, and a selector counts. */
    private int nextOrSelector(int i) {
        int k = i + 1;
        while (k < length && kinds[k] >= NIRUGU && kinds[k] != SELECTOR) {
            k++;
        }
        return k;
    }

    private int previousOrSelector(int i) {
        int k = i - 1;
        while (k >= 0 && kinds[k] >= NIRUGU && kinds[k] != SELECTOR) {
            k--;
        }
        return k;
    }

    private void take(int i, Condition condition) {
        Form form = FORMS[letters[i].ordinal()][positions[i].ordinal()][condition.ordinal()];
        if (form != null) {
            forms[i] = form;
        }
    }

    private void reset(int i) {
        take(i, Condition.DEFAULT);
    }

    /** A single a or e behind a gap, the tail that ends many words. */
    private boolean isTail(int i) {
        return (is(i, Letter.A) || is(i, Letter.E)) && positions[i] == Position.ISOL;
    }

    private void markChachlag() {
        for (int i = 0; i < length; i++) {
            if (kinds[i] == GAP && isTail(next(i))) {
                take(next(i), Condition.CHACHLAG);
            }
        }
    }

    private void markFirstSyllable() {
        boolean afterInitial = false;
        for (int i = 0; i < length; i++) {
            if (kinds[i] >= NIRUGU) {
                continue;
            }
            if (isLetter(i) && letters[i].isRounded() && afterInitial) {
                take(i, Condition.MARKED);
            }
            afterInitial = isConsonant(i)
                    && (positions[i] == Position.INIT || (afterInitial && stands(i, Position.MEDI, Position.FINA)));
            if (honoured && isLetter(i) && letters[i].isRounded()) {
                unmarkBySelector(i);
            }
        }
        for (int i = 0; i < length; i++) {
            if (is(i, Letter.D) && positions[i] == Position.INIT && isFinalVowel(next(i))) {
                take(i, Condition.MARKED);
                if (isSelector(nextOrSelector(i))
                        ? nextOrSelector(nextOrSelector(i)) == next(i)
                        : isSelector(nextOrSelector(next(i)))) {
                    reset(i);
                }
            }
        }
    }

    private void unmarkBySelector(int i) {
        if (stands(i, Position.MEDI, Position.FINA) && isSelector(nextOrSelector(i))) {
            reset(i);
        }
        int before = previousOrSelector(i);
        if (positions[i] == Position.FINA && isSelector(before)) {
            reset(i);
            int bow = previousOrSelector(before);
            if (letters[i].isFrontRounded()
                    && selectsBow(before)
                    && isLetter(bow)
                    && letters[bow].isVelar()
                    && positions[bow] == Position.INIT) {
                take(i, Condition.MARKED);
            }
        }
    }

    /** Whether the selector gives an h or g before it its bowed shape. */
    private boolean selectsBow(int i) {
        return selectors[i] == 2 || selectors[i] == 4;
    }

    private boolean isFinalVowel(int i) {
        return isVowel(i) && positions[i] == Position.FINA;
    }

    private void markChachlagOnset() {
        for (int i = 0; i < length; i++) {
            int gap = isLetter(i) ? next(i) : length;
            int tail = isGap(gap) ? next(gap) : length;
            if (!isTail(tail) || isSelector(tail + 1) || !forms[tail].is("Aa")) {
                continue;
            }
            boolean last = positions[i] == Position.FINA;
            Letter letter = letters[i];
            if (((letter == Letter.N || letter == Letter.W) && last)
                    || (letter == Letter.J && stands(i, Position.ISOL, Position.FINA))) {
                take(i, Condition.CHACHLAG_ONSET);
            } else if (letter.isVelar() && last) {
                if (is(tail, Letter.A)) {
                    take(i, Condition.CHACHLAG_ONSET);
                } else if (letter == Letter.G) {
                    take(i, Condition.CHACHLAG_ONSET_GB);
                }
            }
        }
    }

    private void markOnsets() {
        for (int i = 0; i < length; i++) {
            boolean dental = is(i, Letter.T) || is(i, Letter.D);
            if (!dental && !is(i, Letter.N)) {
                continue;
            }
            int next = next(i);
            if (isLetter(next) && !(dental && positions[i] == Position.INIT && isFinalVowel(next))) {
                take(i, isVowel(next) ? Condition.ONSET : Condition.DEVSGER);
            }
        }
    }

    private void markVelars() {
        boolean any = false;
        for (int i = 0; i < length && !any; i++) {
            any = isLetter(i) && letters[i].isVelar();
        }
        if (!any) {
            return;
        }
        findHarmony();
        for (int i = 0; i < length; i++) {
            if (!isLetter(i) || !letters[i].isVelar()) {
                continue;
            }
            int next = next(i);
            int before = previous(i);
            boolean beforeTail = isGap(next) && isTail(next(next));
            if (!beforeTail) {
                if (isLetter(next) && letters[next].isMasculine()) {
                    take(i, Condition.MASCULINE_ONSET);
                } else if (isVowel(next)) {
                    take(i, Condition.FEMININE);
                } else if (isLetter(before) && letters[before].isMasculine()) {
                    take(i, Condition.MASCULINE_DEVSGER);
                } else if (isLetter(before) && letters[before].isFeminine()) {
                    take(i, Condition.FEMININE);
                }
                if (!isVowel(next) && is(before, Letter.I)) {
                    if (gender[i] == Gender.MASCULINE) {
                        take(i, Condition.MASCULINE_DEVSGER);
                    } else if (letters[i] == Letter.G) {
                        take(i, Condition.FEMININE);
                    }
                }
            }
            if (positions[i] == Position.INIT && isConsonant(next)) {
                take(i, Condition.FEMININE);
            }
        }
    }

    /** Finds the gender of each h and g by the vowels of its word: of the last one before it, for g else of those after it. */
    private void findHarmony() {
        findPassedVowels();
        boolean masculineAhead = false;
        Arrays.fill(gender, 0, length, Gender.UNKNOWN);
        for (int i = length - 1; i >= 0; i--) {
            if (kinds[i] >= NIRUGU) {
                continue;
            }
            if (!isLetter(i)) {
                masculineAhead = false;
                continue;
            }
            Letter letter = letters[i];
            boolean joined = positions[i] != Position.ISOL;
            int tail = joined && isGap(next(i)) ? next(next(i)) : length;
            if (is(tail, Letter.A) && isTail(tail) && !isSelector(tail + 1)) {
                masculineAhead = true;
            }
            if (letter.isVelar()) {
                boolean byFollowing = letter == Letter.G && passed[i] == Gender.UNKNOWN && masculineAhead && joined;
                gender[i] = byFollowing ? Gender.MASCULINE : passed[i];
            }
            if (letter.isMasculine()) {
                masculineAhead = positions[i] != Position.INIT || masculineAhead;
            } else if (letter.isFeminine() || (letter.isVelar() && passed[i] == Gender.FEMININE) || !joined) {
                masculineAhead = false;
            }
        }
    }

    /** Finds for each letter that is no gendered vowel the gender of the last such vowel that it is joined to. */
    private void findPassedVowels() {
        Arrays.fill(passed, 0, length, Gender.UNKNOWN);
        Gender last = Gender.UNKNOWN;
        for (int i = 0; i < length; i++) {
            if (kinds[i] >= NIRUGU) {
                continue;
            }
            if (!isLetter(i)) {
                last = Gender.UNKNOWN;
            } else if (letters[i].isMasculine() || letters[i].isFeminine()) {
                boolean open = stands(i, Position.INIT, Position.MEDI);
                Gender own = letters[i].isMasculine() ? Gender.MASCULINE : Gender.FEMININE;
                last = open ? own : Gender.UNKNOWN;
            } else if (stands(i, Position.MEDI, Position.FINA)) {
                passed[i] = last;
            } else {
                last = Gender.UNKNOWN;
            }
        }
    }

    private void markOthers() {
        for (int i = 0; i < length; i++) {
            if (kinds[i] != LETTER) {
                continue;
            }
            int next = next(i);
            int before = previous(i);
            if (is(i, Letter.T) && (is(next, Letter.EE) || isConsonant(next))) {
                take(i, Condition.DEVSGER);
            }
            if (is(i, Letter.SH) && is(next, Letter.I)) {
                boolean initial = positions[i] == Position.INIT && positions[next] == Position.MEDI;
                boolean medial = positions[i] == Position.MEDI && stands(next, Position.MEDI, Position.FINA);
                if (initial || medial) {
                    take(i, Condition.DOTLESS);
                }
            }
            if (is(i, Letter.G) && (is(before, Letter.S) || is(before, Letter.D))) {
                boolean onset = positions[i] == Position.MEDI && isLetter(next) && letters[next].isMasculine();
                boolean beforeTail = positions[i] == Position.FINA
                        && isGap(next)
                        && isTail(next(next))
                        && is(next(next), Letter.A)
                        && forms[next(next)].is("Aa");
                if (onset || beforeTail) {
                    take(i, Condition.DOTLESS);
                }
            }
        }
    }

    private void markParticles() {
        int i = 0;
        while (i < length) {
            int step = 1;
            Particle[] particles =
                    kinds[i] == GAP ? AFTER_GAP : kinds[i] == LETTER ? BY_FIRST[letters[i].ordinal()] : NONE;
            for (Particle particle : particles) {
                int last = take(particle, i);
                if (last >= 0) {
                    step = last - i + 1;
                    break;
                }
            }
            i += step;
        }
    }

    /** The last letter that took a form of its own because {@code particle} stands at {@code start}, else -1. */
    private int take(Particle particle, int start) {
        int at = particle.afterGap() ? nextOrSelector(start) : start;
        int count = particle.letters().length;
        for (int q = 0; q < count; q++) {
            if (!is(at, particle.letters()[q]) || positions[at] != positionOf(q, count)) {
                return -1;
            }
            places[q] = at;
            at = nextOrSelector(at);
        }
        if (isSelector(at)) {
            return -1;
        }
        int last = start;
        for (int special : particle.special()) {
            take(places[special], Condition.PARTICLE);
            last = Math.max(last, places[special]);
        }
        return last;
    }

    private static Position positionOf(int q, int count) {
        if (count == 1) {
            return Position.ISOL;
        }
        return q == 0 ? Position.INIT : q == count - 1 ? Position.FINA : Position.MEDI;
    }

    private void markVowelI() {
        for (int i = 0; i < length; i++) {
            if (!is(i, Letter.I)) {
                continue;
            }
            int before = previous(i);
            if (isVowel(before) && stands(before, Position.INIT, Position.MEDI) && !forms[before].endsIn("I")) {
                take(i, Condition.VOWEL_DEVSGER);
            }
            if (honoured && isSelector(previousOrSelector(i))) {
                markVowelIBySelector(i, previousOrSelector(i));
            }
        }
    }

    /** A selector on ö or ü decides whether it ends in a tooth, and so how the i behind it is written. */
    private void markVowelIBySelector(int i, int selector) {
        int vowel = previousOrSelector(selector);
        if (!isLetter(vowel)) {
            return;
        }
        byte number = selectors[selector];
        boolean inside = stands(i, Position.MEDI, Position.FINA);
        if (letters[vowel].isFrontRounded() && positions[vowel] == Position.MEDI) {
            if (number <= 2 && inside) {
                reset(i);
            } else if (number == 3) {
                take(i, Condition.VOWEL_DEVSGER);
            }
        } else if (letters[vowel] == Letter.UE && positions[vowel] == Position.INIT) {
            if (number == 2 && inside) {
                reset(i);
            } else if (number == 1) {
                take(i, Condition.VOWEL_DEVSGER);
            }
        }
    }

    private void markBowed() {
        for (int i = 0; i < length; i++) {
            int before = isFinalVowel(i) ? previous(i) : -1;
            if (!isFinalVowel(i) || !isLetter(before) || !endsInBow(before)) {
                continue;
            }
            Letter letter = letters[i];
            boolean rounded = letter.isRounded() && !forms[i].is("Ue");
            boolean open = letter == Letter.A && letters[before].isBowed();
            if (rounded || open || letter == Letter.E) {
                take(i, Condition.POST_BOWED);
            }
        }
        if (honoured) {
            for (int i = 2; i < length; i++) {
                if (isFinalVowel(i) && isSelector(i - 1) && isLetter(i - 2) && endsInBow(i - 2)) {
                    markBowedBySelector(i, i - 1, i - 2);
                }
            }
        }
    }

    private void markBowedBySelector(int i, int selector, int bow) {
        boolean velar = letters[bow].isVelar();
        boolean bowed = selectsBow(selector);
        boolean initial = positions[bow] == Position.INIT;
        Letter letter = letters[i];
        if (velar && letter == Letter.E) {
            if (bowed) {
                take(i, Condition.POST_BOWED);
            } else {
                reset(i);
            }
        } else if (letters[bow].isBowed() && initial && letter.isFrontRounded()) {
            take(i, Condition.MARKED);
        } else if (velar && !bowed && letter.isRounded()) {
            reset(i);
        } else if (velar && bowed && letter.isRounded()) {
            if (!letter.isFrontRounded() && stands(bow, Position.INIT, Position.MEDI)) {
                reset(i);
            } else if (letter.isFrontRounded() && positions[bow] == Position.MEDI) {
                take(i, Condition.POST_BOWED);
            } else if (letter.isFrontRounded() && initial) {
                take(i, Condition.MARKED);
            }
        }
    }

    private boolean endsInBow(int i) {
        return letters[i].isBowed() || (letters[i].isVelar() && (forms[i].endsIn("G") || forms[i].endsIn("Gx")));
    }

    private void select() {
        for (int i = 1; i < length; i++) {
            if (kinds[i] == SELECTOR && kinds[i - 1] == LETTER) {
                take(i - 1, SELECTED[selectors[i] - 1]);
            }
        }
    }

    private static Form[][][] readForms() {
        var forms = new Form[LETTERS.length][POSITIONS.length][Condition.values().length];
        Map<String, Condition> conditions = new HashMap<>();
        for (Condition condition : Condition.values()) {
            conditions.put(condition.name().toLowerCase(Locale.ROOT), condition);
        }
        for (String[] row : Table.read("variants.tsv")) {
            int letter = Integer.parseInt(row[0], 16) - Letters.A;
            Position position = Position.valueOf(row[2].toUpperCase(Locale.ROOT));
            var form = new Form(row[4]);
            for (String name : row[3].split(" ")) {
                Condition condition = conditions.get(name);
                if (condition == null) {
                    throw new IllegalStateException("variants.tsv: unknown condition " + name);
                }
                forms[letter][position.ordinal()][condition.ordinal()] = form;
            }
        }
        return forms;
    }

    /** The particles that begin with {@code first}, or those behind a gap. */
    private static Particle[] readParticles(@Nullable Letter first) {
        Map<String, Letter> byName = new HashMap<>();
        for (Letter letter : LETTERS) {
            byName.put(letter.name().toLowerCase(Locale.ROOT), letter);
        }
        List<Particle> particles = new ArrayList<>();
        for (String[] row : Table.read("particles.tsv")) {
            List<String> names = new ArrayList<>(List.of(row[0].split(" ")));
            boolean afterGap = names.getFirst().equals("mvs");
            if (afterGap) {
                names.removeFirst();
            }
            int shift = afterGap ? 1 : 0;
            var particle = new Particle(
                    afterGap,
                    names.stream().map(byName::get).toArray(Letter[]::new),
                    Arrays.stream(row[1].split(" "))
                            .mapToInt(place -> Integer.parseInt(place) - shift)
                            .toArray());
            if (afterGap ? first == null : particle.letters()[0] == first) {
                particles.add(particle);
            }
        }
        return particles.toArray(NONE);
    }
}
