package khos.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files that publications show, kept once by their content. */
@Service
public class MediaLibrary {
    /** A file's facts and where its bytes lie. */
    public record Stored(Media media, Path path) {}

    private static final int LONGEST_NAME = 100;
    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    /** What must not stand in a file's name: separators, control and format characters, what shells and URLs read. */
    private static final Pattern UNSAFE = Pattern.compile("[\\p{Cntrl}\\p{Cf}/\\\\:*?\"<>|%#&;\\s]+");

    private final MediaRepository repository;
    private final Path folder;
    private final Clock clock;

    MediaLibrary(MediaRepository repository, @Value("${khos.media}") Path folder, Clock clock) {
        this.repository = repository;
        this.folder = folder;
        this.clock = clock;
    }

    /**
     * Keeps a copy of {@code file}, on the disk before it is known. The same content twice gives the same id.
     *
     * @throws UnsupportedMedia when the content is none of the types served: MP4, JPEG, PNG, WebP, MP3, M4A, Ogg
     */
    @Transactional
    public Media add(Path file) throws IOException {
        String name = file.getFileName().toString();
        FileType type = FileType.of(file).orElseThrow(() -> new UnsupportedMedia(name));
        Files.createDirectories(folder);
        Path temporary = Files.createTempFile(folder, "incoming", "");
        try {
            String id = copy(file, temporary);
            Path place = place(id);
            Files.createDirectories(place.getParent());
            Files.move(temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            var media = new Media(id, harmless(name, type), type.mediaType(), Files.size(place));
            repository.insert(media, clock.millis());
            return media;
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    @Transactional(readOnly = true)
    public Optional<Stored> find(String id) {
        if (!ID.matcher(id).matches()) {
            return Optional.empty();
        }
        return repository.find(id).map(media -> new Stored(media, place(id)));
    }

    private Path place(String id) {
        return folder.resolve(id.substring(0, 2)).resolve(id);
    }

    /** Copies and hashes in one reading; returns when the copy is on the disk. */
    private static String copy(Path from, Path to) throws IOException {
        MessageDigest digest = sha256();
        try (InputStream in = Files.newInputStream(from);
                FileChannel out = FileChannel.open(to, StandardOpenOption.WRITE)) {
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                ByteBuffer bytes = ByteBuffer.wrap(buffer, 0, read);
                while (bytes.hasRemaining()) {
                    out.write(bytes);
                }
            }
            out.force(true);
        }
        return HexFormat.of().formatHex(digest.digest()).substring(0, 32);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** {@code "a/../ü\u202Egpj.exe"} of a JPEG gives {@code "a-..-ügpj.jpg"}. */
    static String harmless(String name, FileType type) {
        String plain =
                UNSAFE.matcher(Normalizer.normalize(name, Normalizer.Form.NFC)).replaceAll("-");
        int dot = plain.lastIndexOf('.');
        String stem = dot > 0 ? plain.substring(0, dot) : plain;
        int end = stem.offsetByCodePoints(0, Math.min(LONGEST_NAME, stem.codePointCount(0, stem.length())));
        return stem.substring(0, end) + type.ending();
    }
}
