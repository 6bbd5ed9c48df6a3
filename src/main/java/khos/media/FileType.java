package khos.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The types that are served, each told by the first bytes of a file and never by its name. */
enum FileType {
    M4A("audio/mp4", ".m4a") {
        /** As {@link #MP4}, with a brand that says that there is sound only. */
        @Override
        boolean begins(byte[] head) {
            return has(head, 4, "ftypM4A ") || has(head, 4, "ftypM4B ");
        }
    },
    MP4("video/mp4", ".mp4") {
        /** ISO/IEC 14496-12, 4.3: a box of type {@code ftyp} comes first. */
        @Override
        boolean begins(byte[] head) {
            return has(head, 4, "ftyp");
        }
    },
    JPEG("image/jpeg", ".jpg") {
        @Override
        boolean begins(byte[] head) {
            return has(head, 0, "\u00ff\u00d8\u00ff");
        }
    },
    PNG("image/png", ".png") {
        @Override
        boolean begins(byte[] head) {
            return has(head, 0, "\u0089PNG\r\n\u001a\n");
        }
    },
    WEBP("image/webp", ".webp") {
        @Override
        boolean begins(byte[] head) {
            return has(head, 0, "RIFF") && has(head, 8, "WEBP");
        }
    },
    MP3("audio/mpeg", ".mp3") {
        /** An ID3v2 tag, or the eleven set bits of an MPEG layer III frame (ISO/IEC 11172-3, 2.4.1.3). */
        @Override
        boolean begins(byte[] head) {
            return has(head, 0, "ID3") || (head.length > 1 && head[0] == (byte) 0xFF && (head[1] & 0xE6) == 0xE2);
        }
    },
    OGG("audio/ogg", ".ogg") {
        /** RFC 3533, section 6: the capture pattern of the first page. */
        @Override
        boolean begins(byte[] head) {
            return has(head, 0, "OggS");
        }
    };

    /** How many bytes at the beginning of a file tell its type. */
    private static final int HEAD = 16;

    private final String mediaType;
    private final String ending;

    FileType(String mediaType, String ending) {
        this.mediaType = mediaType;
        this.ending = ending;
    }

    abstract boolean begins(byte[] head);

    String mediaType() {
        return mediaType;
    }

    String ending() {
        return ending;
    }

    /** The type of a file; empty when it is none of these. */
    static Optional<FileType> of(Path file) throws IOException {
        Optional<FileType> type;
        try (InputStream in = Files.newInputStream(file)) {
            type = of(in.readNBytes(HEAD));
        }
        return type.equals(Optional.of(MP4)) && Mp4.isSoundOnly(file) ? Optional.of(M4A) : type;
    }

    /** The type of a file that begins with {@code head}, as far as that says; empty when it is none of these. */
    private static Optional<FileType> of(byte[] head) {
        for (FileType type : values()) {
            if (type.begins(head)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static boolean has(byte[] head, int at, String bytes) {
        byte[] wanted = bytes.getBytes(StandardCharsets.ISO_8859_1);
        if (head.length < at + wanted.length) {
            return false;
        }
        for (int i = 0; i < wanted.length; i++) {
            if (head[at + i] != wanted[i]) {
                return false;
            }
        }
        return true;
    }
}
