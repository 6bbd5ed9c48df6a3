package khos.site;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What cards are written with: the Mongolian font that Khos ships, and of the Chinese fonts that the machine has the first
 * that has all of a text. Nothing is ever written with a font that lacks a letter: readers would see a box.
 */
final class CardFonts {
    private static final String MONGOLIAN = "noto-sans-mongolian.ttf";
    /** Song faces first, as titles of the site are set. */
    private static final List<String> PREFERRED = List.of(
            "Noto Serif CJK SC SemiBold",
            "Noto Serif CJK SC",
            "Source Han Serif SC",
            "Songti SC",
            "STSong",
            "SimSun",
            "AR PL UMing CN",
            "Noto Sans CJK SC",
            "Source Han Sans SC",
            "PingFang SC",
            "Microsoft YaHei",
            "WenQuanYi Zen Hei",
            "WenQuanYi Micro Hei",
            "Droid Sans Fallback");

    private final Font mongolian;
    private final List<Font> chinese;
    private final List<Font> others;

    private CardFonts(Font mongolian, List<Font> chinese, List<Font> others) {
        this.mongolian = mongolian;
        this.chinese = chinese;
        this.others = others;
    }

    /** The fonts of this machine. */
    static CardFonts read() throws IOException, FontFormatException {
        return among(Set.of(GraphicsEnvironment.getLocalGraphicsEnvironment().getAvailableFontFamilyNames()));
    }

    /** As if the machine had only these families. */
    static CardFonts among(Set<String> families) throws IOException, FontFormatException {
        try (InputStream in = CardFonts.class.getResourceAsStream(MONGOLIAN)) {
            if (in == null) {
                throw new IOException("no " + MONGOLIAN);
            }
            return new CardFonts(
                    Font.createFont(Font.TRUETYPE_FONT, in),
                    PREFERRED.stream()
                            .filter(families::contains)
                            .map(CardFonts::font)
                            .toList(),
                    families.stream()
                            .filter(name -> !PREFERRED.contains(name))
                            .sorted()
                            .map(CardFonts::font)
                            .toList());
        }
    }

    private static Font font(String family) {
        return new Font(family, Font.PLAIN, 1);
    }

    Font mongolian() {
        return mongolian;
    }

    /** The font for a Chinese text; none when no font of the machine has all of its characters. */
    Optional<Font> chinese(String text) {
        return Stream.concat(chinese.stream(), others.stream())
                .filter(font -> text.codePoints().noneMatch(c -> Character.isIdeographic(c) && !font.canDisplay(c)))
                .filter(font -> text.codePoints().anyMatch(font::canDisplay))
                .filter(font -> font.canDisplay('双'))
                .findFirst();
    }

    /** The first font that has {@code character}, those of {@code first} before the rest. */
    Optional<Font> of(int character, Font first) {
        return Stream.concat(Stream.of(first), Stream.concat(chinese.stream(), others.stream()))
                .filter(font -> font.canDisplay(character))
                .findFirst();
    }

    /** What fingerprints say of them. */
    String names() {
        return mongolian.getFontName() + chinese.stream().map(Font::getFamily).toList();
    }
}
