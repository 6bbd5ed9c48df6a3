package khos.site;

/**
 * A picture that stands for a page where it is shared (Open Graph).
 *
 * @param alt what is on it, for those who do not see it
 * @param width in pixels, as {@code height}
 */
record Picture(String path, String alt, int width, int height) {}
