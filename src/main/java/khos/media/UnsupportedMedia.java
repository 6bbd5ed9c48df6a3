package khos.media;

/** Refuses a file whose content is of no type that Khos serves. */
public class UnsupportedMedia extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnsupportedMedia(String name) {
        super("the content of '" + name + "' is of no supported type (MP4, JPEG, PNG, WebP, MP3, M4A, Ogg)");
    }
}
