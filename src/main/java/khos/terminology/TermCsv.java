package khos.terminology;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import khos.language.Language;
import khos.terminology.ReadTerms.Refusal;

/**
 * Terms as a table that spreadsheets open: comma-separated values (RFC 4180), UTF-8 with a byte order mark.
 *
 * <p>The first row names the columns, in any order; of {@code zh}, {@code mn} and {@code mn-Cyrl} there is at least one. A row is
 * a concept. Several terms of a language stand in one cell, each on a line of its own; then {@code status} has one line for all
 * of them or one for each, in the order zh, mn, mn-Cyrl. No status is {@code admitted}.
 *
 * <p>A cell that a spreadsheet would take for a formula is written with an apostrophe before it, which reading takes away.
 */
public final class TermCsv {
    private static final int LARGEST = 20 * 1024 * 1024;
    private static final int LONGEST_TEXT = 10_000;
    private static final String MARK = "\uFEFF";
    private static final List<String> TERM_COLUMNS = List.of("zh", "mn", "mn-Cyrl");
    private static final Pattern FORMULA = Pattern.compile("'*[=+\\-@\\t\\r].*", Pattern.DOTALL);

    private TermCsv() {}

    /** The concepts of a file. What has no header, is not UTF-8 or never ends its quotation is refused from there on. */
    public static ReadTerms read(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            return refused(1, "refused.too-large", Integer.toString(LARGEST / 1024 / 1024));
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length);
        boolean wrong = decoder.decode(ByteBuffer.wrap(bytes), text, true).isError();
        text.flip();
        if (wrong) {
            int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
            return refused(line, "refused.not-utf8", Integer.toString(line));
        }
        String table = text.toString();
        return new Reader(table.startsWith(MARK) ? table.substring(1) : table).read();
    }

    private static ReadTerms refused(int line, String key, String detail) {
        return new ReadTerms(List.of(), List.of(new Refusal(line, key, detail)));
    }

    /** @param line of the file where it begins */
    private record Row(int line, List<String> cells) {
        boolean isEmpty() {
            return cells.stream().allMatch(String::isBlank);
        }
    }

    /** Why a row is no concept. */
    private static final class Unusable extends Exception {
        private static final long serialVersionUID = 1L;

        private final String key;
        private final String detail;

        Unusable(String key, String detail) {
            super(key, null, false, false);
            this.key = key;
            this.detail = detail;
        }
    }

    private static final class Reader {
        private final String text;
        private final List<Concept> concepts = new ArrayList<>();
        private final List<Refusal> refused = new ArrayList<>();
        private final Map<String, Integer> columns = new HashMap<>();
        private int at;
        private int line = 1;

        Reader(String text) {
            this.text = text;
        }

        ReadTerms read() {
            int start = 1;
            try {
                while (at < text.length()) {
                    start = line;
                    take(next());
                }
                if (columns.isEmpty()) {
                    refused.add(new Refusal(1, "refused.csv-header", ""));
                }
            } catch (Unusable e) {
                refused.add(new Refusal(start, e.key, e.detail));
            }
            return new ReadTerms(concepts, refused);
        }

        private void take(Row row) throws Unusable {
            if (row.isEmpty()) {
                return;
            }
            if (columns.isEmpty()) {
                name(row);
                return;
            }
            try {
                concepts.add(concept(row));
            } catch (Unusable e) {
                refused.add(new Refusal(row.line(), e.key, e.detail));
            }
        }

        private void name(Row header) throws Unusable {
            for (int i = 0; i < header.cells().size(); i++) {
                columns.putIfAbsent(header.cells().get(i).strip().toLowerCase(Locale.ROOT), i);
            }
            if (TERM_COLUMNS.stream().noneMatch(column -> columns.containsKey(column.toLowerCase(Locale.ROOT)))) {
                throw new Unusable("refused.csv-header", "");
            }
        }

        /** The row that begins here, with its line's end. */
        private Row next() throws Unusable {
            int begin = line;
            List<String> cells = new ArrayList<>();
            while (true) {
                cells.add(at < text.length() && text.charAt(at) == '"' ? quoted() : plain());
                if (at >= text.length()) {
                    return new Row(begin, cells);
                }
                char end = text.charAt(at++);
                if (end == ',') {
                    continue;
                }
                if (end == '\r' && at < text.length() && text.charAt(at) == '\n') {
                    at++;
                }
                line++;
                return new Row(begin, cells);
            }
        }

        private String plain() {
            int begin = at;
            while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
                at++;
            }
            return text.substring(begin, at);
        }

        /** A cell in quotation marks, two of which are one; what stands between its end and the next comma belongs to it. */
        private String quoted() throws Unusable {
            var cell = new StringBuilder();
            at++;
            while (true) {
                int end = text.indexOf('"', at);
                if (end < 0) {
                    throw new Unusable("refused.csv-quote", "");
                }
                cell.append(text, at, end);
                line += (int)
                        text.substring(at, end).chars().filter(c -> c == '\n').count();
                at = end + 1;
                if (at >= text.length() || text.charAt(at) != '"') {
                    return cell.append(plain()).toString();
                }
                cell.append('"');
                at++;
            }
        }

        private Concept concept(Row row) throws Unusable {
            for (int i = columns.size(); i < row.cells().size(); i++) {
                if (!row.cells().get(i).isBlank() && !columns.containsValue(i)) {
                    throw new Unusable("refused.csv-cells", Integer.toString(columns.size()));
                }
            }
            List<Term> terms = terms(row);
            if (terms.isEmpty()) {
                throw new Unusable("refused.no-term", "");
            }
            return new Concept(
                    "",
                    cell(row, "subject"),
                    cell(row, "definition"),
                    cell(row, "note"),
                    cell(row, "source"),
                    terms,
                    0);
        }

        private List<Term> terms(Row row) throws Unusable {
            List<String> texts = new ArrayList<>();
            List<Language> languages = new ArrayList<>();
            for (String column : TERM_COLUMNS) {
                for (String term : lines(cell(row, column))) {
                    texts.add(term);
                    languages.add(column.equals("zh") ? Language.CHINESE : Language.MONGOLIAN);
                }
            }
            List<String> statuses = lines(cell(row, "status"));
            if (statuses.size() > 1 && statuses.size() != texts.size()) {
                throw new Unusable("refused.csv-statuses", "");
            }
            List<Term> terms = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                String status = statuses.isEmpty() ? "admitted" : statuses.get(statuses.size() == 1 ? 0 : i);
                terms.add(term(languages.get(i), texts.get(i), status));
            }
            return terms;
        }

        private static Term term(Language language, String text, String status) throws Unusable {
            Status known =
                    Status.find(status).orElseThrow(() -> new Unusable("refused.term-status", shortened(status)));
            try {
                return new Term(language, text, known);
            } catch (IllegalArgumentException e) {
                throw new Unusable("refused.term-length", "");
            }
        }

        private static String shortened(String text) {
            return text.substring(0, Math.min(40, text.length()));
        }

        /** The lines that hold something, without the spaces around; U+202F and U+180E are no such spaces. */
        private static List<String> lines(String cell) {
            return cell.lines()
                    .map(term -> term.replaceAll("^[ \\t]+|[ \\t]+$", ""))
                    .filter(term -> !term.isEmpty())
                    .toList();
        }

        private String cell(Row row, String column) throws Unusable {
            Integer place = columns.get(column.toLowerCase(Locale.ROOT));
            String cell = place == null || place >= row.cells().size()
                    ? ""
                    : row.cells().get(place);
            if (cell.length() > LONGEST_TEXT) {
                throw new Unusable("refused.csv-long", Integer.toString(LONGEST_TEXT));
            }
            return cell.startsWith("'") && FORMULA.matcher(cell).matches() ? cell.substring(1) : cell;
        }
    }

    /** Writes {@code concepts} as a file that {@link #read} reads back, the terms of each by language. */
    public static void write(Iterable<Concept> concepts, OutputStream out) throws IOException {
        var table = new StringBuilder(MARK).append("zh,mn,mn-Cyrl,status,subject,definition,note,source\r\n");
        for (Concept concept : concepts) {
            append(table, concept);
        }
        out.write(table.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void append(StringBuilder table, Concept concept) {
        List<String> cells = new ArrayList<>();
        List<Status> statuses = new ArrayList<>();
        for (String column : TERM_COLUMNS) {
            List<Term> terms = concept.terms().stream()
                    .filter(term -> column(term).equals(column))
                    .toList();
            cells.add(String.join("\n", terms.stream().map(Term::text).toList()));
            terms.forEach(term -> statuses.add(term.status()));
        }
        long different = statuses.stream().distinct().count();
        cells.add(String.join(
                "\n",
                statuses.stream()
                        .limit(different == 1 ? 1 : statuses.size())
                        .map(status -> status.name().toLowerCase(Locale.ROOT))
                        .toList()));
        cells.addAll(List.of(concept.subject(), concept.definition(), concept.note(), concept.source()));
        table.append(String.join(",", cells.stream().map(TermCsv::written).toList()))
                .append("\r\n");
    }

    private static String column(Term term) {
        return term.language() == Language.CHINESE ? "zh" : term.isCyrillic() ? "mn-Cyrl" : "mn";
    }

    private static String written(String cell) {
        String safe = FORMULA.matcher(cell).matches() ? "'" + cell : cell;
        return safe.chars().anyMatch(c -> "\",\r\n".indexOf(c) >= 0) ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
