package khos.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class MediaLibraryTests {
    private static final String JPEG = "\u00ff\u00d8\u00ff\u00e0 and more";

    private static final Path SOUNDS = Path.of("src/test/resources/khos/journey");

    private final ConfigurableApplicationContext context;
    private final MediaLibrary library;

    @TempDir
    Path temp;

    MediaLibraryTests(TestDatabase database) {
        context = database.start(MediaLibrary.class, MediaRepository.class);
        library = context.getBean(MediaLibrary.class);
    }

    @AfterEach
    void close() {
        context.close();
    }

    private Path file(String name, String latin1) throws IOException {
        return Files.write(temp.resolve(name), latin1.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void theSameContentIsKeptOnce() throws IOException {
        Media first = library.add(file("a.jpg", JPEG));
        assertThat(library.add(file("b.jpg", JPEG)).id()).isEqualTo(first.id());
        MediaLibrary.Stored stored = library.find(first.id()).orElseThrow();
        assertThat(stored.media()).isEqualTo(new Media(first.id(), "a.jpg", "image/jpeg", JPEG.length()));
        assertThat(stored.path()).hasBinaryContent(JPEG.getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void theTypeIsThatOfTheContent() throws IOException {
        assertThat(library.add(file("x.html", JPEG)))
                .extracting(Media::name, Media::type)
                .containsExactly("x.jpg", "image/jpeg");
        assertThat(library.add(file("v", "\0\0\0\u0018ftypisom")).type()).isEqualTo("video/mp4");
    }

    @ParameterizedTest
    @CsvSource({
        "tone.m4a,a.m4a,audio/mp4",
        "vorbis.ogg,a.ogg,audio/ogg",
        "opus.ogg,a.ogg,audio/ogg",
    })
    void soundIsKeptAsSound(String sound, String name, String type) throws IOException {
        Path file = Files.copy(SOUNDS.resolve(sound), temp.resolve("a.bin"));
        assertThat(library.add(file)).extracting(Media::name, Media::type).containsExactly(name, type);
    }

    @Test
    void anMp4WithoutPicturesIsSoundWhateverBrandItSays() throws IOException {
        byte[] sound = Files.readAllBytes(SOUNDS.resolve("tone.m4a"));
        System.arraycopy("isom".getBytes(StandardCharsets.ISO_8859_1), 0, sound, 8, 4);
        assertThat(library.add(Files.write(temp.resolve("a.mp4"), sound)).type())
                .isEqualTo("audio/mp4");
        byte[] film = new String(sound, StandardCharsets.ISO_8859_1)
                .replace("soun", "vide")
                .getBytes(StandardCharsets.ISO_8859_1);
        assertThat(library.add(Files.write(temp.resolve("b.mp4"), film)).type()).isEqualTo("video/mp4");
    }

    /** A box in a box in a box, boxes of no size, of any size, and what they may hold in any order. */
    @Test
    void whateverAnMp4HoldsItIsReadToAnEnd() throws IOException {
        String[] parts = {
            "\0\0\0\u0008moov",
            "\0\0\0\0moov",
            "\0\0\0\0trak",
            "\0\0\0\0mdia",
            "\0\0\0\u0001moov",
            "\0\0\0\u00ffhdlr",
            "\u00ff\u00ff\u00ff\u00ffmoov",
            "\0\0\0\u0014hdlr\0\0\0\0\0\0\0\0soun",
            "\u0080\0\0\0\0\0\0\0",
            "\0\0\0\u0004free",
            "x"
        };
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            StringBuilder content = new StringBuilder("\0\0\0\u0010ftypisom\0\0\0\0");
            for (int i = random.nextInt(seed == 0 ? 100_000 : 40); i > 0; i--) {
                content.append(parts[random.nextInt(parts.length)]);
            }
            assertThat(library.add(file("any", content.toString())).type())
                    .as("seed %d", seed)
                    .isIn("video/mp4", "audio/mp4");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<svg xmlns='http://www.w3.org/2000/svg'/>", "<html>", "", "%PDF-1.7", "GIF89a", "PK\u0003\u0004"
            })
    void otherContentIsRefused(String content) throws IOException {
        Path file = file("photo.jpg", content);
        assertThatThrownBy(() -> library.add(file)).isInstanceOf(UnsupportedMedia.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "../../etc/passwd", "00000000000000000000000000000000", "%2e%2e", "ABCDEF"})
    void anUnknownIdFindsNothing(String id) {
        assertThat(library.find(id)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "a b.png,a-b.jpg",
        "x\u202Egpj.exe,x-gpj.jpg",
        "../../x.jpg,..-..-x.jpg",
        "<b>.jpg,-b-.jpg",
        "课文.jpeg,课文.jpg"
    })
    void namesAreMadeHarmless(String name, String harmless) {
        assertThat(MediaLibrary.harmless(name, FileType.JPEG)).isEqualTo(harmless);
    }
}
