package khos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Sound files in which nothing is heard. */
public final class Silence {
    /** An MPEG-1 layer III frame of 128 kbit/s at 44.1 kHz (ISO/IEC 11172-3, 2.4): 417 bytes, 26 ms. */
    private static final int FRAME = 417;

    private static final double FRAMES_PER_SECOND = 44_100 / 1152.0;

    private Silence() {}

    /** Writes an MP3 of that length. */
    public static void mp3(Path file, int seconds) throws IOException {
        int frames = (int) Math.ceil(seconds * FRAMES_PER_SECOND);
        byte[] bytes = new byte[frames * FRAME];
        for (int i = 0; i < frames; i++) {
            bytes[i * FRAME] = (byte) 0xFF;
            bytes[i * FRAME + 1] = (byte) 0xFB;
            bytes[i * FRAME + 2] = (byte) 0x90;
        }
        Files.write(file, bytes);
    }
}
