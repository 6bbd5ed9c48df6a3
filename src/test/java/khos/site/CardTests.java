package khos.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.awt.Color;
import java.awt.Font;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.imageio.ImageIO;
import khos.language.Language;
import khos.media.Media;
import khos.media.MediaLibrary;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardTests {
    private static final String CHINESE = "一个词是怎样译成的";
    private static final String MONGOLIAN = "ᠦᠭᠡ ᠶᠢ ᠬᠡᠷᠬᠢᠨ ᠣᠷᠴᠢᠭᠤᠯᠳᠠᠭ ᠪᠤᠢ";
    private static final int PAPER = new Color(0xf6f1e6).getRGB();

    private static CardFonts fonts;

    @BeforeAll
    static void readFonts() throws Exception {
        fonts = CardFonts.read();
    }

    private static Card card(Language language, String title, String other) {
        return new Card(language, title, "", Optional.of(other).filter(one -> !one.isEmpty()), Optional.empty());
    }

    private static BufferedImage paint(Card card, CardFonts with) throws IOException {
        byte[] png = new CardPainter(with).paint(card, Optional.empty());
        return ImageIO.read(new ByteArrayInputStream(png));
    }

    /** Pixels that are not paper between {@code from} and {@code to}. */
    private static int ink(BufferedImage image, int from, int to) {
        int ink = 0;
        for (int x = from; x < to; x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                ink += image.getRGB(x, y) == PAPER ? 0 : 1;
            }
        }
        return ink;
    }

    @ParameterizedTest
    @CsvSource({"CHINESE", "MONGOLIAN"})
    void aCardHasTheSizeThatIsSaidAndItsEdgesAreFree(Language language) throws Exception {
        boolean chinese = language == Language.CHINESE;
        BufferedImage image =
                paint(card(language, chinese ? CHINESE : MONGOLIAN, chinese ? MONGOLIAN : CHINESE), fonts);
        assertThat(image.getWidth()).isEqualTo(1200);
        assertThat(image.getHeight()).isEqualTo(630);
        assertThat(ink(image, 0, 60)).isZero();
        assertThat(ink(image, 1150, 1200)).isZero();
        assertThat(ink(image, 60, 1150)).isGreaterThan(5_000);
    }

    @Test
    void hostileTitlesAreDrawnInsideTheCard() throws Exception {
        var random = new Random(20_261_125);
        for (String title : new String[] {
            "",
            " ",
            "长".repeat(5_000),
            "ᠬᠣᠳᠠᠰ".repeat(3_000),
            "ᠬᠣᠲᠠ ".repeat(2_000),
            "词😀👩‍👩‍👧‍👦🇨🇳",
            "\u202Eabc\u202C עברית العربية",
            "a\u0000b\u0007c\r\nd\te",
            "\uD800 alone",
            "\u180E\u202F\u180B\u200D",
            "<svg onload=alert(1)>",
            "A".repeat(400)
        }) {
            for (Language language : Language.values()) {
                BufferedImage image = paint(card(language, title, title), fonts);
                assertThat(ink(image, 0, 40) + ink(image, 1190, 1200)).as(title).isZero();
            }
        }
        for (int i = 0; i < 20; i++) {
            var text = new StringBuilder();
            random.ints(60, 1, 0x20000).forEach(text::appendCodePoint);
            long seed = i;
            BufferedImage image = paint(card(Language.values()[i % 2], text.toString(), text.toString()), fonts);
            assertThat(image.getWidth()).as("text %s of seed 20261125", seed).isEqualTo(1200);
        }
    }

    @Test
    void withoutAChineseFontNoChineseIsDrawn() throws Exception {
        CardFonts none = CardFonts.among(Set.of());
        assertThat(none.chinese(CHINESE)).isEmpty();
        BufferedImage alone = paint(card(Language.CHINESE, CHINESE, ""), none);
        BufferedImage other = paint(card(Language.CHINESE, "完全不同的题目", ""), none);
        assertThat(ink(alone, 0, 1200)).isEqualTo(ink(other, 0, 1200));
        BufferedImage withMongolian = paint(card(Language.CHINESE, CHINESE, MONGOLIAN), none);
        assertThat(ink(withMongolian, 430, 1150)).isGreaterThan(ink(alone, 430, 1150) + 3_000);
    }

    /** A selector changes the shape, U+202F joins a suffix to its line, U+180E parts a final vowel: HarfBuzz is at work. */
    @Test
    void lettersJoinAndSelectorsAreHeeded() {
        var room = new CardText.Room(2_000, 60, 48, 48, 1);
        Font font = fonts.mongolian();
        float joined = width("ᠬᠣᠳᠠ", font, room);
        float apart = 0;
        for (String letter : "ᠬᠣᠳᠠ".split("")) {
            apart += width(letter, font, room);
        }
        assertThat(joined).isLessThan(apart * .9f);
        assertThat(width("ᠬᠣᠳ᠎ᠠ", font, room)).isNotEqualTo(joined);
        assertThat(CardText.fit(
                                Language.MONGOLIAN,
                                "ᠨᠣᠮ\u202Fᠤᠨ",
                                font,
                                fonts,
                                new CardText.Room(width("ᠨᠣᠮ", font, room) + 2, 400, 48, 48, 1))
                        .orElseThrow()
                        .lines())
                .hasSizeGreaterThanOrEqualTo(1);
    }

    private static float width(String text, Font font, CardText.Room room) {
        return CardText.fit(Language.MONGOLIAN, text, font, fonts, room)
                .orElseThrow()
                .lines()
                .getFirst()
                .getAdvance();
    }

    @Test
    void theFingerprintChangesWithWhatIsDrawnOnly() {
        Card card = card(Language.CHINESE, CHINESE, MONGOLIAN);
        assertThat(card.fingerprint("f"))
                .matches("[0-9a-f]{16}")
                .isEqualTo(card(Language.CHINESE, CHINESE, MONGOLIAN).fingerprint("f"))
                .isNotEqualTo(card(Language.CHINESE, CHINESE, "").fingerprint("f"))
                .isNotEqualTo(card(Language.CHINESE, CHINESE + "。", MONGOLIAN).fingerprint("f"))
                .isNotEqualTo(card.fingerprint("other fonts"));
    }

    @Test
    void aPictureThatSaysItIsEnormousIsNotRead() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(10, 10, BufferedImage.TYPE_INT_RGB), "png", out);
        byte[] png = out.toByteArray();
        assertThat(Cards.readImage(ImageIO.createImageInputStream(new ByteArrayInputStream(png))))
                .isPresent();
        // IHDR: width and height are the four bytes each from 16 on.
        png[16] = png[20] = 0;
        png[17] = png[21] = 0;
        png[18] = png[22] = (byte) 0xFF;
        png[19] = png[23] = (byte) 0xFF;
        assertThat(Cards.readImage(ImageIO.createImageInputStream(new ByteArrayInputStream(png))))
                .isEmpty();
        assertThat(Cards.readImage(ImageIO.createImageInputStream(new ByteArrayInputStream(new byte[] {1, 2, 3}))))
                .isEmpty();
    }

    private static Cards cards(MediaLibrary library) {
        return new Cards(mock(), library);
    }

    /** Each asks for the poster while it is drawn; how many do so at a time is counted. */
    @Test
    void ofManyWhoAskAtOnceTwoAreDrawnForAndNobodyWaitsLong() throws Exception {
        var poster = new Media("0".repeat(32), "p.jpg", "image/jpeg", 1);
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        MediaLibrary library = mock();
        when(library.find(any())).thenAnswer(call -> {
            most.accumulateAndGet(now.incrementAndGet(), Math::max);
            Thread.sleep(20);
            now.decrementAndGet();
            return Optional.empty();
        });
        Cards cards = cards(library);
        var drawn = new AtomicInteger();
        var busy = new AtomicInteger();
        List<Thread> readers = new ArrayList<>();
        long start = System.nanoTime();
        for (int i = 0; i < 300; i++) {
            Card card = new Card(Language.CHINESE, CHINESE + i, "", Optional.of(MONGOLIAN), Optional.of(poster));
            readers.add(Thread.startVirtualThread(() -> {
                try {
                    cards.draw(card);
                    drawn.incrementAndGet();
                } catch (Cards.Busy e) {
                    busy.incrementAndGet();
                }
            }));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(most.get()).isBetween(1, 2);
        assertThat(drawn.get()).isPositive();
        assertThat(drawn.get() + busy.get()).isEqualTo(300);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    @Test
    void aCardThatManyAskForIsDrawnOnce() throws Exception {
        var poster = new Media("0".repeat(32), "p.jpg", "image/jpeg", 1);
        MediaLibrary library = mock();
        when(library.find(any())).thenReturn(Optional.empty());
        Cards cards = cards(library);
        Card card = new Card(Language.CHINESE, CHINESE, "", Optional.of(MONGOLIAN), Optional.of(poster));
        Set<byte[]> all = ConcurrentHashMap.newKeySet();
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            readers.add(Thread.startVirtualThread(() -> all.add(cards.draw(card))));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        assertThat(all).hasSize(1);
        verify(library, times(1)).find(any());
    }

    /** The sign is drawn of lines: such a machine has no letters at all, or only boxes. */
    @Test
    void whereNoLettersCanBeDrawnACardShowsTheSign() throws Exception {
        BufferedImage alone = ImageIO.read(new ByteArrayInputStream(CardPainter.paintSign(Optional.empty())));
        assertThat(alone.getWidth()).isEqualTo(1200);
        assertThat(alone.getRGB(600, 315)).isEqualTo(new Color(0xa82339).getRGB());
        assertThat(ink(alone, 0, 400) + ink(alone, 800, 1200)).isZero();
        var poster = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        BufferedImage beside = ImageIO.read(new ByteArrayInputStream(CardPainter.paintSign(Optional.of(poster))));
        assertThat(beside.getRGB(400, 315)).isEqualTo(new Color(0xa82339).getRGB());
        assertThat(beside.getRGB(1100, 315)).isEqualTo(Color.BLACK.getRGB());
    }

    @Test
    void ofALongPictureOnlyAsMuchIsReadAsACardNeeds() throws Exception {
        var out = new java.io.ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(100, 300_000, BufferedImage.TYPE_BYTE_BINARY), "png", out);
        BufferedImage read = Cards.readImage(
                        ImageIO.createImageInputStream(new ByteArrayInputStream(out.toByteArray())))
                .orElseThrow();
        assertThat((long) read.getWidth() * read.getHeight()).isBetween(1L, 4_100_000L);
    }

    /** For the eye: {@code target/pictures/card-….png}. */
    @Test
    void cardsAreKeptAsPictures() throws Exception {
        Path folder = Files.createDirectories(Path.of("target", "pictures"));
        var poster = new BufferedImage(960, 540, BufferedImage.TYPE_INT_RGB);
        Card[] cards = {
            new Card(Language.CHINESE, CHINESE, "文章", Optional.of(MONGOLIAN), Optional.empty()),
            new Card(Language.MONGOLIAN, MONGOLIAN, "ᠮᠡᠳᠡᠭᠡ", Optional.of(CHINESE), Optional.empty()),
            new Card(Language.CHINESE, "旧书路上：“流动书屋”在十二个旗县走过的第一个冬天与那些等书的人", "文章", Optional.empty(), Optional.empty()),
            new Card(Language.MONGOLIAN, (MONGOLIAN + " 2026 ").repeat(3), "ᠮᠡᠳᠡᠭᠡ", Optional.empty(), Optional.empty())
        };
        for (int i = 0; i < cards.length; i++) {
            for (boolean with : new boolean[] {false, true}) {
                byte[] png = new CardPainter(fonts).paint(cards[i], with ? Optional.of(poster) : Optional.empty());
                File file = folder.resolve("card-" + i + (with ? "-poster" : "") + ".png")
                        .toFile();
                Files.write(file.toPath(), png);
                assertThat(file.length()).isLessThan(200_000);
            }
        }
    }
}
