package khos.mongolian;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.font.FontRenderContext;
import java.awt.font.GlyphVector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * The font that Khos ships, decompressed, and HarfBuzz, which the JDK lays text out with. Its glyphs are named by their written
 * units: {@code uni1823.O.medi}, {@code AGHx.medi}.
 */
final class DrawnFont {
    private static final int POST = 0x706F7374;
    private static final int NAMES_OF_MACINTOSH = 258;
    private static final Pattern UNITS =
            Pattern.compile("(?:uni[0-9A-F]{4}\\.)?([A-Za-z0-9]+)\\.(?:isol|init|medi|fina).*");
    private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);

    private final Font font;
    private final String[] names;

    private DrawnFont(Font font, String[] names) {
        this.font = font;
        this.names = names;
    }

    static DrawnFont read() throws IOException, FontFormatException {
        try (InputStream in = DrawnFont.class.getResourceAsStream("/khos/site/noto-sans-mongolian.ttf")) {
            byte[] bytes = in.readAllBytes();
            Font font = Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(bytes));
            return new DrawnFont(font.deriveFont(48f), names(ByteBuffer.wrap(bytes)));
        }
    }

    /** Table "post", format 2 (OpenType 1.9.1). */
    private static String[] names(ByteBuffer file) {
        int tables = file.getShort(4);
        for (int i = 0; i < tables; i++) {
            int entry = 12 + 16 * i;
            if (file.getInt(entry) == POST) {
                int post = file.getInt(entry + 8);
                return names(file, post, file.getInt(entry + 12));
            }
        }
        throw new IllegalStateException("the font names no glyphs");
    }

    private static String[] names(ByteBuffer file, int post, int length) {
        int count = file.getShort(post + 32) & 0xFFFF;
        String[] own = new String[count];
        int at = post + 34 + 2 * count;
        for (int i = 0; i < count && at < post + length; i++) {
            byte[] name = new byte[file.get(at)];
            file.get(at + 1, name);
            own[i] = new String(name, StandardCharsets.US_ASCII);
            at += 1 + name.length;
        }
        String[] names = new String[count];
        for (int glyph = 0; glyph < count; glyph++) {
            int index = file.getShort(post + 34 + 2 * glyph) & 0xFFFF;
            names[glyph] = index < NAMES_OF_MACINTOSH ? "" : own[index - NAMES_OF_MACINTOSH];
        }
        return names;
    }

    /** The written units of {@code text} without spaces between: {@code ᠨᠣᠮ} gives {@code NOM}. */
    String units(String text) {
        GlyphVector glyphs =
                font.layoutGlyphVector(CONTEXT, text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        var units = new StringBuilder();
        for (int i = 0; i < glyphs.getNumGlyphs(); i++) {
            int glyph = glyphs.getGlyphCode(i);
            if (glyph < names.length) {
                var match = UNITS.matcher(names[glyph]);
                units.append(match.matches() ? match.group(1) : "");
            }
        }
        return units.toString();
    }
}
