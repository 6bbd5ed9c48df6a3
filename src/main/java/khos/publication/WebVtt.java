package khos.publication;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.language.WritingMode;

/**
 * WebVTT captions (W3C WebVTT, section 4) as plain text: tags, settings, styles, regions and notes are left out, and a
 * block that is no cue is passed over.
 *
 * <p>{@code WEBVTT}, an empty line and
 *
 * <pre>
 * 7
 * 00:03:12.000 --> 00:03:15.500 line:0
 * &lt;v 老师>这本书&lt;/v>
 * </pre>
 *
 * give the cue {@code 7} from 192000 to 195500 with the text {@code 这本书}.
 */
public final class WebVtt {
    /** How many cues of a file are read, which a film of a day does not reach. */
    static final int MOST_CUES = 20_000;
    /** As {@link #MOST_CUES}, of a file of chapters. */
    static final int MOST_CHAPTERS = 500;

    private static final int LONGEST_CUE = 2_000;
    private static final int LONGEST_TITLE = 200;
    private static final Pattern TIMES =
            Pattern.compile("(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9])\\.([0-9]{3})[ \\t]+-->[ \\t]+"
                    + "(?:([0-9]{2,4}):)?([0-5][0-9]):([0-5][0-9])\\.([0-9]{3})(?:[ \\t].*)?");

    private WebVtt() {}

    /** The cues of {@code file} by their start; none when it is not WebVTT. */
    public static List<Cue> parse(String file) {
        return parse(file, MOST_CUES);
    }

    /** Whether {@code file} has more than {@code most} cues. */
    static boolean exceeds(String file, int most) {
        return parse(file, most + 1).size() > most;
    }

    private static List<Cue> parse(String file, int most) {
        List<Cue> cues = new ArrayList<>();
        String[] lines = (file.startsWith("\uFEFF") ? file.substring(1) : file).split("\r\n|\r|\n", -1);
        if (!lines[0].matches("WEBVTT(?:[ \\t].*)?")) {
            return List.of();
        }
        int i = 1;
        while (i < lines.length && cues.size() < most) {
            int end = i;
            while (end < lines.length && !lines[end].isEmpty()) {
                end++;
            }
            cue(lines, i, end).ifPresent(cues::add);
            i = end + 1;
        }
        cues.sort((a, b) -> Long.compare(a.start(), b.start()));
        return List.copyOf(cues);
    }

    /**
     * The parts of a film that {@code file} names, by their start: each has a title of one line and ends where the next one
     * begins, at the latest. A part within another goes before the rest of that one; of two that start together the first is
     * taken.
     */
    public static List<Cue> chapters(String file) {
        List<Cue> chapters = new ArrayList<>();
        for (Cue cue : parse(file)) {
            Cue last = chapters.isEmpty() ? null : chapters.getLast();
            if (last != null && last.start() == cue.start() || chapters.size() == MOST_CHAPTERS) {
                continue;
            }
            if (last != null && last.end() > cue.start()) {
                chapters.set(chapters.size() - 1, new Cue(last.id(), last.start(), cue.start(), last.text()));
            }
            chapters.add(new Cue(cue.id(), cue.start(), cue.end(), title(cue.text())));
        }
        return List.copyOf(chapters);
    }

    private static String title(String text) {
        String line = text.replaceAll("[\n\t ]*\n[\n\t ]*", " ");
        return line.substring(
                0, line.offsetByCodePoints(0, Math.min(LONGEST_TITLE, line.codePointCount(0, line.length()))));
    }

    private static Optional<Cue> cue(String[] lines, int from, int end) {
        for (int i = from; i < Math.min(end, from + 2); i++) {
            Matcher times = TIMES.matcher(lines[i]);
            if (times.matches()) {
                long start = millis(times, 1);
                long stop = millis(times, 5);
                String text = plain(String.join("\n", Arrays.asList(lines).subList(i + 1, end)));
                String id = i > from ? lines[from].strip() : "";
                return stop > start && !text.isEmpty() ? Optional.of(new Cue(id, start, stop, text)) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    private static long millis(Matcher times, int group) {
        String hours = times.group(group);
        long minutes = (hours == null ? 0 : Long.parseLong(hours)) * 60 + Long.parseLong(times.group(group + 1));
        return (minutes * 60 + Long.parseLong(times.group(group + 2))) * 1000 + Long.parseLong(times.group(group + 3));
    }

    /** The text of a cue without its tags and the lines that held nothing else, its character references resolved. */
    private static String plain(String payload) {
        StringBuilder text = new StringBuilder();
        int i = 0;
        while (i < payload.length() && text.length() < LONGEST_CUE) {
            char c = payload.charAt(i);
            if (c == '<') {
                int close = payload.indexOf('>', i);
                i = close < 0 ? payload.length() : close + 1;
            } else {
                int character = payload.codePointAt(i);
                text.appendCodePoint(character);
                i += Character.charCount(character);
            }
        }
        return text.toString()
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&nbsp;", "\u00A0")
                .replace("&lrm;", "")
                .replace("&rlm;", "")
                .replace("&amp;", "&")
                .replaceAll("\n+", "\n")
                .strip();
    }

    /**
     * A file of {@code cues} that {@link #parse} reads back; a cue without an id, or with one that has an arrow in it, is given
     * its number. Players set the
     * cues of a vertical script in columns from left to right (W3C WebVTT, section 4.4, {@code vertical:lr}).
     */
    public static String write(List<Cue> cues, WritingMode writingMode) {
        String settings = writingMode == WritingMode.VERTICAL_LR ? " vertical:lr" : "";
        StringBuilder file = new StringBuilder("WEBVTT\n");
        int number = 0;
        for (Cue cue : cues) {
            number++;
            file.append('\n')
                    .append(cue.id().isEmpty() || cue.id().contains("-->") ? String.valueOf(number) : cue.id())
                    .append('\n')
                    .append(time(cue.start()))
                    .append(" --> ")
                    .append(time(cue.end()))
                    .append(settings)
                    .append('\n')
                    .append(escaped(cue.text()))
                    .append('\n');
        }
        return file.toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replaceAll("\n+", "\n");
    }

    private static String time(long millis) {
        return "%02d:%02d:%02d.%03d"
                .formatted(millis / 3_600_000, millis / 60_000 % 60, millis / 1000 % 60, millis % 1000);
    }
}
