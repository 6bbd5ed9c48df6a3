package khos.site;

import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * The months that something is dated in.
 *
 * @param months {@code 2026-11} and how much, latest first
 */
record ArchivePage(Frame frame, SequencedMap<String, Integer> months) implements Page {
    private static final int YEAR = 4;

    @Override
    public String template() {
        return "archive";
    }

    List<String> years() {
        return months.keySet().stream()
                .map(month -> month.substring(0, YEAR))
                .distinct()
                .toList();
    }

    List<Map.Entry<String, Integer>> months(String year) {
        return months.entrySet().stream()
                .filter(month -> month.getKey().startsWith(year))
                .toList();
    }

    /** {@code 2026-11} in the words of the page. */
    String name(String month) {
        return name(frame, month);
    }

    static String name(Frame frame, String month) {
        return frame.text(
                "archive.month",
                month.substring(0, YEAR),
                Integer.toString(Integer.parseInt(month.substring(YEAR + 1))));
    }
}
