package khos.media;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** The files that publications show. */
@Service
public class MediaLibrary {
    /** A file's facts and where its bytes lie. */
    public record Stored(Media media, Path path) {}

    /**
     * Keeps a copy of {@code file}. The same content twice gives the same id.
     *
     * @throws UnsupportedMedia when the content is none of the types served: MP4, JPEG, PNG, WebP, MP3
     */
    public Media add(Path file) throws IOException {
        throw new UnsupportedOperationException();
    }

    public Optional<Stored> find(String id) {
        throw new UnsupportedOperationException();
    }
}
