package khos.site;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.awt.FontFormatException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import khos.language.Language;
import khos.media.Media;
import khos.media.MediaLibrary;
import khos.publication.Edition;
import khos.publication.Episode;
import khos.publication.Publication;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The pictures that stand for pages where they are shared. Each is drawn when it is first asked for, at most two at a time,
 * and kept while there is room; its address changes with what is on it. Where the machine cannot draw letters all show the
 * sign of Khos instead.
 */
@Component
class Cards {
    private static final Logger LOG = LoggerFactory.getLogger(Cards.class);
    private static final long LARGEST_WEIGHT = 32L << 20;
    private static final int AT_ONCE = 2;
    private static final int LONGEST_WAIT_IN_SECONDS = 2;
    /** In pixels; a picture that says it has more is not read. */
    private static final long LARGEST_POSTER = 40_000_000;

    private static final int POSTER_ON_CARD = 800;
    /** In pixels; of a picture that has more, some are left out while it is read. */
    private static final long LARGEST_READ = 4_000_000;

    static {
        ImageIO.setUseCache(false);
    }

    /** Who asks now should ask again in a moment. */
    static final class Busy extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Busy() {
            super("too many cards at once", null, false, false);
        }
    }

    private interface Brush {
        byte[] paint(Card card, Optional<BufferedImage> poster) throws IOException;
    }

    private record Pen(Brush brush, String fonts) {
        /** For machines that cannot draw letters. */
        static final Pen WITHOUT_LETTERS = new Pen((card, poster) -> CardPainter.paintSign(poster), "");
    }

    private final Frames frames;
    private final MediaLibrary library;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Cache<String, byte[]> drawn = Caffeine.newBuilder()
            .maximumWeight(LARGEST_WEIGHT)
            .weigher((String key, byte[] card) -> card.length + 100)
            .build();
    private @Nullable Pen pen;

    Cards(Frames frames, MediaLibrary library) {
        this.frames = frames;
        this.library = library;
    }

    /** Machines without any font, or without the library that finds them, fail in ways of their own; said once. */
    private synchronized Pen pen() {
        Pen known = pen;
        if (known == null) {
            try {
                CardFonts fonts = CardFonts.read();
                var painter = new CardPainter(fonts);
                painter.paint(
                        new Card(Language.MONGOLIAN, "ᠬᠣᠣᠰ", "", Optional.empty(), Optional.empty()), Optional.empty());
                known = new Pen(painter::paint, fonts.names());
            } catch (IOException | FontFormatException | RuntimeException | LinkageError | InternalError e) {
                LOG.warn(
                        "Pictures for shared pages have no text: this machine cannot draw it ({}). Installing fontconfig and a font helps.",
                        e.toString());
                known = Pen.WITHOUT_LETTERS;
            }
            pen = known;
        }
        return known;
    }

    Card of(Publication publication, Edition edition) {
        Language language = edition.language();
        Optional<Media> poster = publication instanceof Episode episode ? episode.poster() : Optional.empty();
        return new Card(
                language,
                edition.title(),
                frames.words(language).text("site." + publication.kind().path()),
                publication.edition(language.other()).map(Edition::title),
                poster);
    }

    /** @param series its name and number stand above the title of an episode */
    Card of(Episode episode, Edition edition, Shelf series) {
        Language language = edition.language();
        String line = language == Language.CHINESE
                ? series.title() + "　" + frames.words(language).text("site.episode", episode.number())
                : frames.words(language).text("site.series") + " " + episode.number();
        return new Card(
                language,
                edition.title(),
                line,
                episode.edition(language.other()).map(Edition::title),
                episode.poster());
    }

    /** A series whose name exists in one language only has it on the cards of both. */
    Card of(Shelf shelf) {
        Language language = shelf.language();
        boolean named = shelf.nameLanguage() == language;
        String line = frames.words(language)
                .text(
                        language == Language.CHINESE
                                ? "site.kind." + shelf.series().kind()
                                : "site.series");
        return new Card(
                named ? language : shelf.nameLanguage(),
                shelf.title(),
                named ? line : "",
                shelf.otherTitle(),
                shelf.newest().poster());
    }

    /** What a page at {@code place} is represented by. */
    Picture picture(Card card, Language language, String place) {
        return new Picture(
                address(fingerprint(card), language, place), card.title(), CardPainter.WIDTH, CardPainter.HEIGHT);
    }

    static String address(String fingerprint, Language language, String place) {
        return "/cards/" + fingerprint + Frame.address(language, place) + ".png";
    }

    /** The fingerprint of {@code card} as it would be drawn now. */
    String fingerprint(Card card) {
        return card.fingerprint(pen().fonts());
    }

    /**
     * The card as PNG.
     *
     * @throws Busy when too many others are drawn
     */
    byte[] draw(Card card) {
        Pen with = pen();
        String fingerprint = card.fingerprint(with.fonts());
        byte[] known = drawn.getIfPresent(fingerprint);
        return known != null ? known : inTurn(() -> drawn.get(fingerprint, key -> paint(with, card)));
    }

    /** Who waits does so here and not in the cache, where those of other cards would wait as well. */
    private byte[] inTurn(Supplier<byte[]> drawing) {
        try {
            if (!places.tryAcquire(LONGEST_WAIT_IN_SECONDS, TimeUnit.SECONDS)) {
                throw new Busy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Busy();
        }
        try {
            return drawing.get();
        } finally {
            places.release();
        }
    }

    private byte[] paint(Pen with, Card card) {
        try {
            return with.brush().paint(card, card.poster().flatMap(this::read));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The poster, no larger than needed; none when it is of a kind that Java does not read, or cannot be read. */
    private Optional<BufferedImage> read(Media poster) {
        try {
            var stored = library.find(poster.id());
            return stored.isEmpty()
                    ? Optional.empty()
                    : readImage(ImageIO.createImageInputStream(
                            stored.orElseThrow().path().toFile()));
        } catch (IOException | RuntimeException e) {
            LOG.warn("The poster {} cannot be read for a card: {}", poster.id(), e.toString());
            return Optional.empty();
        }
    }

    static Optional<BufferedImage> readImage(ImageInputStream in) throws IOException {
        try (in) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                long width = reader.getWidth(0);
                long height = reader.getHeight(0);
                if (width * height > LARGEST_POSTER) {
                    return Optional.empty();
                }
                ImageReadParam how = reader.getDefaultReadParam();
                long step = Math.max(1, Math.min(width, height) / POSTER_ON_CARD);
                while (width / step * (height / step) > LARGEST_READ) {
                    step++;
                }
                how.setSourceSubsampling((int) step, (int) step, 0, 0);
                return Optional.of(reader.read(0, how));
            } finally {
                reader.dispose();
            }
        }
    }
}
