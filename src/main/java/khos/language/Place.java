package khos.language;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something stands for somebody who looks at a text: the line and, in it, the character, both counted from 1. Lines end
 * with a line feed; a character outside the basic plane is one.
 */
public record Place(int line, int column) {
    public Place {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException("no place: line " + line + ", column " + column);
        }
    }

    /**
     * The places of {@code offsets} in {@code text}: in {@code "ab\ncd"} 0 and 4 give {@code 1:1} and {@code 2:2}.
     *
     * @param offsets in UTF-16 units, none before the one before it
     */
    public static List<Place> of(CharSequence text, List<Integer> offsets) {
        List<Place> places = new ArrayList<>(offsets.size());
        int line = 1;
        int column = 1;
        int at = 0;
        for (int offset : offsets) {
            for (; at < offset; at++) {
                char c = text.charAt(at);
                boolean paired =
                        Character.isLowSurrogate(c) && at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
                if (c == '\n') {
                    line++;
                    column = 1;
                } else if (!paired) {
                    column++;
                }
            }
            places.add(new Place(line, column));
        }
        return places;
    }

    @Override
    public String toString() {
        return line + ":" + column;
    }
}
