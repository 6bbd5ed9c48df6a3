package khos.publication;

/**
 * A caption: what is said from {@code start} to {@code end}, in milliseconds of the film.
 *
 * @param id as in the file; may be empty
 * @param text plain, lines parted by {@code \n}
 */
public record Cue(String id, long start, long end, String text) {
    /** The start on a clock: {@code 03:12}, {@code 1:02:03}. */
    public String clock() {
        return clock(start);
    }

    /** A moment of a film, in milliseconds, on a clock. */
    public static String clock(long millis) {
        long seconds = millis / 1000;
        return seconds < 3600
                ? "%02d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    /** A moment of a film, in milliseconds, as scripts seek it, in seconds: {@code 192.500}. */
    public static String seconds(long millis) {
        return millis / 1000 + "." + "%03d".formatted(millis % 1000);
    }

    /** The name of the place of a transcript where the line that starts at {@code millis} stands: {@code t192.500}. */
    public static String anchor(long millis) {
        return "t" + seconds(millis);
    }
}
