package khos.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What an MP4 file holds. It is made of boxes in boxes (ISO/IEC 14496-12, section 4.2), each with its size and a type of four
 * letters; the tracks are boxes {@code trak} in {@code moov}, and each says in {@code mdia}, {@code hdlr} what it is:
 * {@code vide}, {@code soun}.
 */
final class Mp4 {
    /** Of the boxes that are opened the one in which each stands; the outermost in none. */
    private static final Map<String, String> OPENED = Map.of("moov", "", "trak", "moov", "mdia", "trak");

    private static final int MOST_BOXES = 10_000;
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    /** Where the type of a track stands in the content of {@code hdlr}. */
    private static final int HANDLER = 8;

    private final FileChannel file;
    private final Set<String> tracks = new HashSet<>();
    private int boxes;

    private Mp4(FileChannel file) {
        this.file = file;
    }

    /** Whether there is sound and no picture; not so of a file that cannot be understood. */
    static boolean isSoundOnly(Path path) throws IOException {
        try (FileChannel file = FileChannel.open(path)) {
            var mp4 = new Mp4(file);
            mp4.read("", 0, file.size());
            return mp4.tracks.contains("soun") && !mp4.tracks.contains("vide");
        }
    }

    private void read(String within, long from, long end) throws IOException {
        long at = from;
        while (end - at >= HEAD && boxes++ < MOST_BOXES) {
            long size = bytes(at, Integer.BYTES).getInt() & 0xFFFF_FFFFL;
            String type = type(at + Integer.BYTES);
            int head = HEAD;
            if (size == 0) {
                size = end - at;
            } else if (size == 1) {
                head = LONG_HEAD;
                size = bytes(at + HEAD, Long.BYTES).getLong();
            }
            if (size < head || size > end - at) {
                return;
            }
            if (within.equals(OPENED.get(type))) {
                read(type, at + head, at + size);
            } else if (within.equals("mdia") && type.equals("hdlr")) {
                tracks.add(type(at + head + HANDLER));
            }
            at += size;
        }
    }

    private String type(long at) throws IOException {
        return StandardCharsets.ISO_8859_1.decode(bytes(at, Integer.BYTES)).toString();
    }

    /** What stands at {@code at}; zeros beyond the end of the file. */
    private ByteBuffer bytes(long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count);
        int read = 0;
        while (bytes.hasRemaining() && read >= 0) {
            read = file.read(bytes, at + bytes.position());
        }
        return bytes.clear();
    }
}
