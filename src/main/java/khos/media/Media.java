package khos.media;

/**
 * A file that publications show.
 *
 * @param id the first 32 hexadecimal digits of the content's SHA-256: the same content is kept once
 * @param name as uploaded, made harmless, for example {@code video.mp4}
 * @param type sniffed from the content, for example {@code video/mp4}
 * @param size in bytes
 */
public record Media(String id, String name, String type, long size) {}
