package khos.site;

/**
 * A caption: what is said from {@code start} to {@code end}, in milliseconds of the film.
 *
 * @param id as in the file; may be empty
 * @param text plain, lines parted by {@code \n}
 */
record Cue(String id, long start, long end, String text) {
    /** The start on a clock: {@code 03:12}, {@code 1:02:03}. */
    String clock() {
        return clock(start);
    }

    static String clock(long millis) {
        long seconds = millis / 1000;
        return seconds < 3600
                ? "%02d:%02d".formatted(seconds / 60, seconds % 60)
                : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
    }
}
