package khos.site;

import java.awt.Font;
import java.awt.font.FontRenderContext;
import java.awt.font.TextAttribute;
import java.awt.font.TextLayout;
import java.text.AttributedString;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import khos.language.Language;

/**
 * A text of a card, broken into lines of a size at which all of it finds room, or cut with an ellipsis at the smallest.
 *
 * @param lines in order; each is laid out along the line, whichever way it runs later
 * @param size of the letters in pixels
 */
record CardText(List<TextLayout> lines, float size) {
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
    private static final int MOST_CHARACTERS = 200;
    private static final float STEP = 4;

    /** The room for a text: how long a line may be, how deep all lines together; and the sizes that are tried. */
    record Room(float length, float depth, float largest, float smallest, float leading) {
        int lines(float size) {
            return Math.max(1, (int) (depth / (size * leading)));
        }
    }

    /** The text set as large as it can be; nothing when nothing of it can be shown. */
    static Optional<CardText> fit(Language language, String text, Font font, CardFonts fonts, Room room) {
        String shown = shown(text, font, fonts);
        if (shown.isBlank()) {
            return Optional.empty();
        }
        for (float size = room.largest(); ; size -= STEP) {
            var setter = new Setter(font.deriveFont(size), fonts, room.length());
            List<String> pieces = pieces(language, shown);
            List<String> lines = setter.lines(pieces);
            boolean fits = lines.size() <= room.lines(size);
            boolean smallest = size - STEP < room.smallest();
            // A word is broken only where no size leaves it whole.
            if (smallest || fits && pieces.stream().allMatch(setter::fits)) {
                List<String> kept = fits ? setter.balanced(pieces, lines) : setter.cut(lines, room.lines(size));
                return Optional.of(
                        new CardText(kept.stream().map(setter::layout).toList(), size));
            }
        }
    }

    /** Without controls, marks that turn the direction, and whatever no font has. */
    private static String shown(String text, Font font, CardFonts fonts) {
        var shown = new StringBuilder();
        Piece.clean(text)
                .codePoints()
                .limit(MOST_CHARACTERS)
                .map(c -> Character.isWhitespace(c) ? ' ' : c)
                .filter(c -> !Character.isISOControl(c) && Character.getType(c) != Character.SURROGATE)
                .filter(c -> Character.getType(c) != Character.FORMAT || shapes(c))
                .filter(c -> fonts.of(c, font).isPresent())
                .forEach(shown::appendCodePoint);
        return shown.toString().trim();
    }

    /** Format characters by which Mongolian letters take their form: selectors, U+180E, joiners. */
    private static boolean shapes(int c) {
        return c >= 0x180B && c <= 0x180F || c == 0x200C || c == 0x200D;
    }

    /** Where lines may end: after the spaces of Mongolian, never before U+202F; by the rules of Chinese. */
    private static List<String> pieces(Language language, String text) {
        if (language == Language.MONGOLIAN) {
            return List.of(text.split("(?<= )"));
        }
        BreakIterator breaks = BreakIterator.getLineInstance(Locale.CHINESE);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        for (int from = 0, to = breaks.next(); to != BreakIterator.DONE; from = to, to = breaks.next()) {
            pieces.add(text.substring(from, to));
        }
        return pieces;
    }

    /** Lines of one size and length. */
    private record Setter(Font font, CardFonts fonts, float length) {
        TextLayout layout(String line) {
            String text = line.isBlank() ? " " : line.stripTrailing();
            var styled = new AttributedString(text);
            for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
                int c = text.codePointAt(i);
                Font one = fonts.of(c, font).orElse(font).deriveFont(font.getSize2D());
                styled.addAttribute(TextAttribute.FONT, one, i, i + Character.charCount(c));
            }
            return new TextLayout(styled.getIterator(), CONTEXT);
        }

        private boolean fits(String line) {
            return layout(line).getAdvance() <= length;
        }

        List<String> lines(List<String> pieces) {
            List<String> lines = new ArrayList<>();
            var line = new StringBuilder();
            for (String piece : pieces) {
                if (!line.isEmpty() && !fits(line + piece)) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(piece);
                while (!fits(line.toString()) && line.length() > 1) {
                    int end = longest(line.toString());
                    lines.add(line.substring(0, end));
                    line.delete(0, end);
                }
            }
            lines.add(line.toString());
            return lines;
        }

        /** How much of a word that is longer than a line finds room in it. */
        private int longest(String word) {
            int end = Character.charCount(word.codePointAt(0));
            while (end < word.length()) {
                int next = end + Character.charCount(word.codePointAt(end));
                if (!fits(word.substring(0, next))) {
                    break;
                }
                end = next;
            }
            return end;
        }

        /** As many lines, as even as they can be: none ends with a single word when it need not. */
        List<String> balanced(List<String> pieces, List<String> lines) {
            List<String> best = lines;
            for (float shorter = length * .95f; shorter > length / 2; shorter -= length * .05f) {
                var narrow = new Setter(font, fonts, shorter);
                List<String> tried = narrow.lines(pieces);
                if (tried.size() > lines.size() || !pieces.stream().allMatch(narrow::fits)) {
                    break;
                }
                best = tried;
            }
            return best;
        }

        /** The first {@code most} lines, the last one with an ellipsis. */
        List<String> cut(List<String> lines, int most) {
            List<String> kept = new ArrayList<>(lines.subList(0, most));
            String dots = fonts.of('…', font).isPresent() ? "…" : "";
            String last = kept.removeLast().stripTrailing();
            while (last.length() > 1 && !fits(last + dots)) {
                last = last.substring(0, last.offsetByCodePoints(last.length(), -1));
            }
            kept.add(last + dots);
            return kept;
        }
    }
}
