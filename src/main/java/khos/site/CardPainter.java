package khos.site;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import khos.language.Language;

/**
 * Draws cards: Chinese on the left of the spine, Mongolian on its right, from top to bottom and from left to right; the
 * language of the page is the large one. A poster stands at the right edge.
 */
final class CardPainter {
    static final int WIDTH = 1200;
    static final int HEIGHT = 630;

    private static final Color PAPER = new Color(0xf6f1e6);
    private static final Color INK = new Color(0x221d18);
    private static final Color QUIET = new Color(0x645a4d);
    private static final Color POMEGRANATE = new Color(0xa82339);

    private static final int EDGE = 72;
    private static final int GAP = 40;
    private static final int POSTER = 400;
    private static final float SMALL = 40;
    private static final String MARK_MONGOLIAN = "ᠬᠣᠣᠰ";
    private static final String MARK_CHINESE = "双";
    private static final int MARK = 96;
    private static final int SIGN = 320;

    private final CardFonts fonts;

    CardPainter(CardFonts fonts) {
        this.fonts = fonts;
    }

    /** The card as PNG, {@value #WIDTH} by {@value #HEIGHT}. */
    byte[] paint(Card card, Optional<BufferedImage> poster) throws IOException {
        return png(graphics -> paint(graphics, card, poster));
    }

    /** The card of a machine that cannot draw letters: the sign of Khos, beside the poster. */
    static byte[] paintSign(Optional<BufferedImage> poster) throws IOException {
        return png(graphics -> {
            paper(graphics, poster);
            sign(graphics, (WIDTH - (poster.isPresent() ? POSTER : 0)) / 2, HEIGHT / 2);
        });
    }

    private static byte[] png(Consumer<Graphics2D> drawing) throws IOException {
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
            graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            drawing.accept(graphics);
        } finally {
            graphics.dispose();
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static void paper(Graphics2D graphics, Optional<BufferedImage> poster) {
        graphics.setColor(PAPER);
        graphics.fillRect(0, 0, WIDTH, HEIGHT);
        poster.ifPresent(picture -> cover(graphics, picture));
    }

    private void paint(Graphics2D graphics, Card card, Optional<BufferedImage> poster) {
        paper(graphics, poster);
        int right = WIDTH - EDGE - (poster.isPresent() ? POSTER : 0);
        Optional<Font> chineseFont = card.title(Language.CHINESE).flatMap(fonts::chinese);
        boolean mongolianLarge = card.language() == Language.MONGOLIAN || chineseFont.isEmpty();
        int spine = spine(mongolianLarge, card, poster.isPresent(), right);

        line(graphics, card, spine - GAP - EDGE);
        float length = spine - GAP - EDGE;
        if (chineseFont.isPresent()) {
            var room = mongolianLarge
                    ? new CardText.Room(length, 250, SMALL, 26, 1.45f)
                    : new CardText.Room(length, 320, 88, 40, 1.3f);
            CardText.fit(Language.CHINESE, card.title(Language.CHINESE).orElse(""), chineseFont.get(), fonts, room)
                    .ifPresent(text -> across(graphics, text, mongolianLarge ? QUIET : INK, room.leading()));
        }
        var room = mongolianLarge
                ? new CardText.Room(HEIGHT - 2 * EDGE, right - spine - GAP, 92, 40, 1.4f)
                : new CardText.Room(HEIGHT - 2 * EDGE, right - spine - GAP, 46, 30, 1.45f);
        CardText.fit(Language.MONGOLIAN, card.title(Language.MONGOLIAN).orElse(""), fonts.mongolian(), fonts, room)
                .ifPresent(
                        text -> down(graphics, text, mongolianLarge ? INK : QUIET, spine + GAP, EDGE, room.leading()));
        if (card.other().isPresent()) {
            spine(graphics, spine, 0, HEIGHT, 132);
        }
        mark(graphics);
    }

    /** Where the languages meet; a text that is alone has nearly all of the card. */
    private static int spine(boolean mongolianLarge, Card card, boolean poster, int right) {
        if (mongolianLarge) {
            return poster ? 300 : 420;
        }
        return card.other().isPresent() ? right - (poster ? 130 : 240) : right;
    }

    /** The poster fills its place, what is too much of it cut off on both sides. */
    private static void cover(Graphics2D graphics, BufferedImage picture) {
        double scale = Math.max((double) POSTER / picture.getWidth(), (double) HEIGHT / picture.getHeight());
        double width = picture.getWidth() * scale;
        double height = picture.getHeight() * scale;
        Shape clip = graphics.getClip();
        graphics.clipRect(WIDTH - POSTER, 0, POSTER, HEIGHT);
        var place = AffineTransform.getTranslateInstance(WIDTH - POSTER + (POSTER - width) / 2, (HEIGHT - height) / 2);
        place.scale(scale, scale);
        graphics.drawImage(picture, place, null);
        graphics.setClip(clip);
    }

    private void line(Graphics2D graphics, Card card, float length) {
        if (card.language() == Language.MONGOLIAN) {
            var room = new CardText.Room(HEIGHT - 2 * EDGE - MARK - GAP, 60, 34, 26, 1.4f);
            CardText.fit(Language.MONGOLIAN, card.line(), fonts.mongolian(), fonts, room)
                    .ifPresent(text -> down(graphics, text, POMEGRANATE, EDGE, EDGE, room.leading()));
            return;
        }
        var room = new CardText.Room(length, 46, 32, 24, 1.4f);
        fonts.chinese(card.line())
                .flatMap(font -> CardText.fit(Language.CHINESE, card.line(), font, fonts, room))
                .ifPresent(text -> {
                    graphics.setColor(POMEGRANATE);
                    text.lines().getFirst().draw(graphics, EDGE, EDGE + text.size() * .9f);
                });
    }

    /** Chinese, below the line that says what it is, or at the foot beside the mark when it is the small one. */
    private static void across(Graphics2D graphics, CardText text, Color colour, float leading) {
        graphics.setColor(colour);
        boolean small = colour.equals(QUIET);
        float step = text.size() * leading;
        float y = small ? HEIGHT - EDGE - MARK - GAP - step * (text.lines().size() - 1) : EDGE + 76 + text.size() * .9f;
        float x = EDGE + (small ? 0 : -2);
        for (TextLayout line : text.lines()) {
            line.draw(graphics, x, y);
            y += step;
        }
    }

    /** Mongolian: lines turned a quarter clockwise, each to the right of the one before. */
    private static void down(Graphics2D graphics, CardText text, Color colour, float x, float y, float leading) {
        graphics.setColor(colour);
        AffineTransform before = graphics.getTransform();
        float at = x;
        for (TextLayout line : text.lines()) {
            graphics.translate(at + text.size() * .35f, y);
            graphics.rotate(Math.PI / 2);
            line.draw(graphics, 0, 0);
            graphics.setTransform(before);
            at += text.size() * leading;
        }
    }

    private static void spine(Graphics2D graphics, float x, float from, float to, float tooth) {
        graphics.setColor(POMEGRANATE);
        graphics.setStroke(new BasicStroke(2));
        graphics.draw(new Line2D.Float(x, from, x, to));
        graphics.setStroke(new BasicStroke(4, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Float(x - 28, from + tooth, x, from + tooth));
        graphics.draw(new Line2D.Float(x, from + tooth + 14, x + 28, from + tooth + 14));
    }

    /** A spine with a tooth on each side, as on the icon, around a point. */
    private static void sign(Graphics2D graphics, int x, int y) {
        graphics.setColor(POMEGRANATE);
        graphics.fillRect(x - SIGN / 20, y - SIGN / 2, SIGN / 10, SIGN);
        graphics.fillRect(x - SIGN * 2 / 5, y - SIGN / 4, SIGN * 2 / 5, SIGN / 10);
        graphics.fillRect(x, y + SIGN / 20, SIGN * 2 / 5, SIGN / 10);
    }

    /** The word mark, at the foot. */
    private void mark(Graphics2D graphics) {
        int top = HEIGHT - EDGE - MARK;
        var room = new CardText.Room(MARK, 60, 44, 20, 1.2f);
        CardText.fit(Language.MONGOLIAN, MARK_MONGOLIAN, fonts.mongolian(), fonts, room)
                .ifPresent(text -> down(graphics, text, INK, EDGE, top, room.leading()));
        graphics.setColor(POMEGRANATE);
        graphics.setStroke(new BasicStroke(1.5f));
        int x = EDGE + 62;
        graphics.draw(new Line2D.Float(x, top, x, top + MARK));
        graphics.setStroke(new BasicStroke(2.5f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER));
        graphics.draw(new Line2D.Float(x - 10, top + 30, x, top + 30));
        graphics.draw(new Line2D.Float(x, top + 38, x + 10, top + 38));
        fonts.chinese(MARK_CHINESE).ifPresent(font -> {
            graphics.setColor(INK);
            graphics.setFont(font.deriveFont(44f));
            graphics.drawString(MARK_CHINESE, x + 20, top + MARK / 2 + 16);
        });
    }
}
