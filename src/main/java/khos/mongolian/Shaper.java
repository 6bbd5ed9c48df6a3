package khos.mongolian;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes Hudum letters as the strokes a reader sees, without a font.
 *
 * <p>The rules are those of UTN #57 version 4, section "Shaping", in its order: first each letter takes the form of its
 * position, then contexts change it. Free variation selectors are not honoured: typed to force a shape, in most texts they
 * stand where the shape comes by itself.
 */
final class Shaper {
    /** Where a letter stands in its run of joined letters. */
    private enum Position {
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
        POST_BOWED
    }

    private enum Letter {
        A,
        E,
        I,
        O,
        U,
        OE,
        UE,
        EE,
        N,
        NG,
        B,
        P,
        H,
        G,
        M,
        L,
        S,
        SH,
        T,
        D,
        CH,
        J,
        Y,
        R,
        W,
        F,
        K2,
        K,
        C,
        Z,
        HH,
        RH,
        LH,
        ZR,
        CR;

        boolean isMasculine() {
            return this == A || this == O || this == U;
        }

        boolean isFeminine() {
            return this == E || this == EE || this == OE || this == UE;
        }

        boolean isVowel() {
            return isMasculine() || isFeminine() || this == I;
        }

        boolean isRounded() {
            return this == O || this == U || this == OE || this == UE;
        }

        boolean isVelar() {
            return this == H || this == G;
        }

        /** Whether its bow takes a final vowel that is written into it. */
        boolean isBowed() {
            return this == B || this == P || this == F || this == K || this == K2;
        }
    }

    private enum Gender {
        UNKNOWN,
        MASCULINE,
        FEMININE
    }

    private enum Kind {
        LETTER,
        GAP,
        NIRUGU,
        OTHER
    }

    private record Particle(boolean afterGap, Letter[] letters, int[] special) {}

    private static final String GAP_STROKE = "|";
    private static final Letter[] LETTERS = Letter.values();
    private static final int FIRST = 0x1820;
    private static final String[][][][] FORMS = readForms();
    private static final List<Particle> PARTICLES = readParticles();

    private final Kind[] kinds;
    private final Letter[] letters;
    private final Position[] positions;
    private final String[][] units;
    private final int length;

    private Shaper(String text) {
        length = text.length();
        kinds = new Kind[length];
        letters = new Letter[length];
        positions = new Position[length];
        units = new String[length][];
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            boolean known = c >= FIRST && c < FIRST + LETTERS.length;
            kinds[i] =
                    known ? Kind.LETTER : Letters.isGap(c) ? Kind.GAP : c == Letters.NIRUGU ? Kind.NIRUGU : Kind.OTHER;
            letters[i] = known ? LETTERS[c - FIRST] : Letter.A;
        }
    }

    /**
     * The strokes of {@code text}: written units, {@code |} for a gap; letters that look the same give the same.
     *
     * @param text without selectors and joiners; what is not Hudum is passed over
     */
    static List<String> strokes(String text) {
        var shaper = new Shaper(text);
        shaper.shape();
        return shaper.merged();
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
    }

    /** Units that differ in the model and not on paper are made one. */
    private List<String> merged() {
        List<String> strokes = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            if (kinds[i] == Kind.GAP) {
                strokes.add(GAP_STROKE);
            } else if (isLetter(i)) {
                boolean medial = positions[i] == Position.MEDI;
                for (String unit : units[i]) {
                    switch (unit) {
                        case "H" -> add(strokes, medial, "A", "H");
                        case "Hx" -> add(strokes, medial, "N", "Hx");
                        case "Dd" -> {
                            strokes.add("O");
                            strokes.add("A");
                        }
                        case "K2" -> strokes.add("K");
                        default -> strokes.add(unit);
                    }
                }
            }
        }
        return strokes;
    }

    private static void add(List<String> strokes, boolean doubled, String twice, String once) {
        if (doubled) {
            strokes.add(twice);
            strokes.add(twice);
        } else {
            strokes.add(once);
        }
    }

    private void position() {
        for (int i = 0; i < length; i++) {
            if (isLetter(i)) {
                boolean before = i > 0 && joins(i - 1);
                boolean after = i + 1 < length && joins(i + 1);
                positions[i] = before ? (after ? Position.MEDI : Position.FINA) : after ? Position.INIT : Position.ISOL;
                units[i] = form(i, Condition.DEFAULT);
            }
        }
    }

    private boolean joins(int i) {
        return kinds[i] == Kind.LETTER || kinds[i] == Kind.NIRUGU;
    }

    private boolean isLetter(int i) {
        return i >= 0 && i < length && kinds[i] == Kind.LETTER;
    }

    private boolean isGap(int i) {
        return i >= 0 && i < length && kinds[i] == Kind.GAP;
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

    private boolean stands(int i, Position... anyOf) {
        return Arrays.asList(anyOf).contains(positions[i]);
    }

    /** The next place that is no Nirugu; {@link #length} when there is none. */
    private int next(int i) {
        int k = i + 1;
        while (k < length && kinds[k] == Kind.NIRUGU) {
            k++;
        }
        return k;
    }

    private int previous(int i) {
        int k = i - 1;
        while (k >= 0 && kinds[k] == Kind.NIRUGU) {
            k--;
        }
        return k;
    }

    private String[] form(int i, Condition condition) {
        String[] form = FORMS[letters[i].ordinal()][positions[i].ordinal()][condition.ordinal()];
        return form == null ? units[i] : form;
    }

    private void take(int i, Condition condition) {
        units[i] = form(i, condition);
    }

    /** A single a or e behind a gap, the tail that ends many words. */
    private boolean isTail(int i) {
        return (is(i, Letter.A) || is(i, Letter.E)) && positions[i] == Position.ISOL;
    }

    private void markChachlag() {
        for (int i = 0; i < length; i++) {
            if (isGap(i) && isTail(next(i))) {
                take(next(i), Condition.CHACHLAG);
            }
        }
    }

    private void markFirstSyllable() {
        for (int i = 0; i < length; i++) {
            if (isLetter(i) && letters[i].isRounded()) {
                int onset = previous(i);
                while (isConsonant(onset) && stands(onset, Position.MEDI, Position.FINA)) {
                    onset = previous(onset);
                }
                if (isConsonant(onset) && positions[onset] == Position.INIT) {
                    take(i, Condition.MARKED);
                }
            }
        }
        for (int i = 0; i < length; i++) {
            if (is(i, Letter.D) && positions[i] == Position.INIT && isFinalVowel(next(i))) {
                take(i, Condition.MARKED);
            }
        }
    }

    private boolean isFinalVowel(int i) {
        return isVowel(i) && positions[i] == Position.FINA;
    }

    private void markChachlagOnset() {
        for (int i = 0; i < length; i++) {
            int tail = isLetter(i) && isGap(next(i)) ? next(next(i)) : length;
            if (!isTail(tail) || !units[tail][0].equals("Aa")) {
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
            int next = next(i);
            if (!isLetter(next)) {
                continue;
            }
            Condition place = isVowel(next) ? Condition.ONSET : Condition.DEVSGER;
            boolean dental = is(i, Letter.T) || is(i, Letter.D);
            if (is(i, Letter.N) || (dental && !(positions[i] == Position.INIT && isFinalVowel(next)))) {
                take(i, place);
            }
        }
    }

    private void markVelars() {
        Gender[] gender = harmony();
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

    /** The gender of each h and g by the vowels of its word: of the last one before it, for g else of those after it. */
    private Gender[] harmony() {
        Gender[] passed = passedVowels();
        boolean masculineAhead = false;
        Gender[] gender = new Gender[length];
        Arrays.fill(gender, Gender.UNKNOWN);
        for (int i = length - 1; i >= 0; i--) {
            if (kinds[i] == Kind.NIRUGU) {
                continue;
            }
            if (!isLetter(i)) {
                masculineAhead = false;
                continue;
            }
            Letter letter = letters[i];
            boolean joined = positions[i] != Position.ISOL;
            if (isGap(next(i)) && isTail(next(next(i))) && is(next(next(i)), Letter.A) && joined) {
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
        return gender;
    }

    /** For each letter that is no gendered vowel, the gender of the last such vowel that it is joined to. */
    private Gender[] passedVowels() {
        Gender[] passed = new Gender[length];
        Arrays.fill(passed, Gender.UNKNOWN);
        Gender last = Gender.UNKNOWN;
        for (int i = 0; i < length; i++) {
            if (kinds[i] == Kind.NIRUGU) {
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
        return passed;
    }

    private void markOthers() {
        for (int i = 0; i < length; i++) {
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
                        && units[next(next)][0].equals("Aa");
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
            for (Particle particle : PARTICLES) {
                int end = endOf(particle, i);
                if (end >= 0) {
                    step = end - i + 1;
                    break;
                }
            }
            i += step;
        }
    }

    /** The last letter with a form of its own when {@code particle} stands at {@code start}, else -1. */
    private int endOf(Particle particle, int start) {
        if (particle.afterGap() ? !isGap(start) : !isLetter(start)) {
            return -1;
        }
        int at = particle.afterGap() ? next(start) : start;
        int count = particle.letters().length;
        int[] places = new int[count];
        for (int q = 0; q < count; q++) {
            if (!is(at, particle.letters()[q]) || positions[at] != positionOf(q, count)) {
                return -1;
            }
            places[q] = at;
            at = next(at);
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
            int before = previous(i);
            if (is(i, Letter.I)
                    && isVowel(before)
                    && stands(before, Position.INIT, Position.MEDI)
                    && !units[before][units[before].length - 1].equals("I")) {
                take(i, Condition.VOWEL_DEVSGER);
            }
        }
    }

    private void markBowed() {
        for (int i = 0; i < length; i++) {
            int before = previous(i);
            if (!isFinalVowel(i) || !isLetter(before) || !endsInBow(before)) {
                continue;
            }
            Letter letter = letters[i];
            boolean rounded = letter.isRounded() && !(units[i].length == 1 && units[i][0].equals("Ue"));
            boolean open = letter == Letter.A && letters[before].isBowed();
            if (rounded || open || letter == Letter.E) {
                take(i, Condition.POST_BOWED);
            }
        }
    }

    private boolean endsInBow(int i) {
        String last = units[i][units[i].length - 1];
        return letters[i].isBowed() || (letters[i].isVelar() && (last.equals("G") || last.equals("Gx")));
    }

    private static String[][][][] readForms() {
        var forms = new String[LETTERS.length][Position.values().length][Condition.values().length][];
        Map<String, Condition> conditions = new HashMap<>();
        for (Condition condition : Condition.values()) {
            conditions.put(condition.name().toLowerCase(Locale.ROOT), condition);
        }
        for (String[] row : table("variants.tsv")) {
            int letter = Integer.parseInt(row[0], 16) - FIRST;
            Position position = Position.valueOf(row[2].toUpperCase(Locale.ROOT));
            for (String name : row[3].split(" ")) {
                Condition condition = conditions.get(name);
                if (condition == null) {
                    throw new IllegalStateException("variants.tsv: unknown condition " + name);
                }
                forms[letter][position.ordinal()][condition.ordinal()] = row[4].split(" ");
            }
        }
        return forms;
    }

    private static List<Particle> readParticles() {
        Map<String, Letter> byName = new HashMap<>();
        for (Letter letter : LETTERS) {
            byName.put(letter.name().toLowerCase(Locale.ROOT), letter);
        }
        List<Particle> particles = new ArrayList<>();
        for (String[] row : table("particles.tsv")) {
            List<String> names = new ArrayList<>(List.of(row[0].split(" ")));
            boolean afterGap = names.getFirst().equals("mvs");
            if (afterGap) {
                names.removeFirst();
            }
            int shift = afterGap ? 1 : 0;
            particles.add(new Particle(
                    afterGap,
                    names.stream().map(byName::get).toArray(Letter[]::new),
                    Arrays.stream(row[1].split(" "))
                            .mapToInt(place -> Integer.parseInt(place) - shift)
                            .toArray()));
        }
        return List.copyOf(particles);
    }

    private static List<String[]> table(String file) {
        try (InputStream in = Shaper.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException(file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
