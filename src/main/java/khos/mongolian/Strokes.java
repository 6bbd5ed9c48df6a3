package khos.mongolian;

import java.io.ByteArrayOutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The strokes that words are compared by, each a small number. */
final class Strokes {
    private static final List<String> NAMES = List.of(
            "|", "A", "Aa", "B", "B2", "C", "Ch", "Cr", "D", "F", "G", "Gx", "H", "Hr", "Hx", "I", "Ix", "J", "K", "L",
            "M", "N", "O", "P", "R", "Rh", "S", "Sh", "Sz", "T", "U", "Ue", "Ux", "W", "Y", "Z", "Zr");
    private static final Map<String, Byte> NUMBERS = numbers();

    static final byte GAP = 0;
    static final byte I = number("I");
    static final byte Y = number("Y");

    private Strokes() {}

    private static Map<String, Byte> numbers() {
        Map<String, Byte> numbers = new HashMap<>();
        for (int i = 0; i < NAMES.size(); i++) {
            numbers.put(NAMES.get(i), (byte) i);
        }
        return Map.copyOf(numbers);
    }

    private static byte number(String name) {
        Byte number = NUMBERS.get(name);
        if (number == null) {
            throw new IllegalArgumentException("no stroke " + name);
        }
        return number;
    }

    static String name(byte stroke) {
        return NAMES.get(stroke);
    }

    /**
     * The strokes of written units. Inside a word H is two teeth and Hx two dotted ones; Dd is a loop and a tooth
     * anywhere, K2 is drawn as K: measured on four fonts.
     */
    static byte[] of(List<String> units, boolean medial) {
        var strokes = new ByteArrayOutputStream(units.size() + 1);
        for (String unit : units) {
            switch (unit) {
                case "H", "Hx" -> {
                    String tooth = unit.equals("H") ? "A" : "N";
                    strokes.write(number(medial ? tooth : unit));
                    if (medial) {
                        strokes.write(number(tooth));
                    }
                }
                case "Dd" -> {
                    strokes.write(number("O"));
                    strokes.write(number("A"));
                }
                case "K2" -> strokes.write(number("K"));
                default -> strokes.write(number(unit));
            }
        }
        return strokes.toByteArray();
    }
}
