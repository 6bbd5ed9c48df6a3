package khos.search;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import khos.analysis.Pinyin;
import khos.language.Language;
import khos.publication.Cue;
import khos.publication.Edition;
import khos.publication.Episode;
import khos.publication.Publication;
import khos.publication.Sentence;
import khos.publication.WebVtt;
import khos.translation.TextKind;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.SortedSetDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/**
 * A publication as the index keeps it: one document with the text of all its languages, so that a question in one finds what
 * is said in the other, and a document for each pair of sentences.
 */
final class PublicationDocument {
    static final String ID = "id";
    static final String KIND = "kind";
    static final String SLUG = "slug";
    static final String SERIES = "series";
    static final String TOPIC = "topic";
    static final String LANGUAGE = "language";
    static final String DATE = "date";
    /** What is counted, packed: two bits of kind, two of languages, the rest the year. */
    static final String FACTS = "facts";
    /** The first letters of the readings of a title, from each of its characters on. */
    static final String INITIALS = "initials";

    static final String PAIR_NUMBER = "pair.number";
    static final String PAIR_KIND = "pair.kind";
    static final String PAIR_SLUG = "pair.slug";
    private static final int LONGEST_INITIALS = 16;

    /** Words only rank, one by one: where they stand is not kept. */
    private static final FieldType WORDS = words();

    private PublicationDocument() {}

    private static FieldType words() {
        var words = new FieldType(TextField.TYPE_NOT_STORED);
        words.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
        words.freeze();
        return words;
    }

    static String title(Language language) {
        return "title." + language.code();
    }

    /** Title and text together. */
    static String all(Language language) {
        return "all." + language.code();
    }

    static String text(Language language) {
        return "text." + language.code();
    }

    /** Where the lines of the text stand on its page, a line for each. */
    static String anchors(Language language) {
        return "anchors." + language.code();
    }

    /** Chinese words by the dictionary. */
    static String words(Language language) {
        return "words." + language.code();
    }

    /** A sentence that has its other half. */
    static String pair(Language language) {
        return "pair." + language.code();
    }

    /** Where a pair stands on the page of its text, or nothing. */
    static String pairAnchor(Language language) {
        return "pair.anchor." + language.code();
    }

    /** The title of the text that a pair stands in. */
    static String pairTitle(Language language) {
        return "pair.title." + language.code();
    }

    static int facts(TextKind kind, Set<Language> languages, int year) {
        int bits = 0;
        for (Language language : languages) {
            bits |= 1 << language.ordinal();
        }
        return kind.ordinal() | bits << 2 | Math.clamp(year, 0, 1 << 20) << 4;
    }

    static TextKind kind(long facts) {
        return TextKind.values()[(int) facts & 3];
    }

    static boolean isIn(long facts, Language language) {
        return (facts >> 2 + language.ordinal() & 1) == 1;
    }

    static int year(long facts) {
        return (int) (facts >> 4);
    }

    static String url(Language language, TextKind kind, String slug) {
        return "/" + language.code() + "/" + kind.path() + "/" + slug;
    }

    static Document of(Publication publication) {
        var document = new Document();
        Set<Language> languages = publication.editions().keySet();
        LocalDate date = date(publication);
        document.add(new StringField(ID, publication.id(), Field.Store.NO));
        document.add(new StringField(KIND, publication.kind().name(), Field.Store.YES));
        document.add(new StringField(SLUG, publication.slug(), Field.Store.YES));
        document.add(new LongField(DATE, date.toEpochDay(), Field.Store.YES));
        document.add(new NumericDocValuesField(FACTS, facts(publication.kind(), languages, date.getYear())));
        if (publication instanceof Episode episode) {
            document.add(new StringField(SERIES, episode.series(), Field.Store.NO));
            document.add(new SortedDocValuesField(SERIES, new BytesRef(episode.series())));
        }
        for (String topic : topics(publication)) {
            document.add(new StringField(TOPIC, topic, Field.Store.NO));
            document.add(new SortedSetDocValuesField(TOPIC, new BytesRef(topic)));
        }
        publication.editions().forEach((language, edition) -> add(document, language, edition));
        return document;
    }

    private static LocalDate date(Publication publication) {
        return publication.editions().values().stream()
                .map(Edition::date)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Set<String> topics(Publication publication) {
        Set<String> topics = new LinkedHashSet<>();
        publication.editions().values().forEach(edition -> {
            topics.add(edition.topic());
            topics.addAll(edition.tags());
        });
        topics.remove("");
        return topics;
    }

    private static void add(Document document, Language language, Edition edition) {
        Map<String, String> lines = lines(edition);
        String text = String.join("\n", lines.keySet());
        document.add(new StringField(LANGUAGE, language.code(), Field.Store.NO));
        document.add(new TextField(title(language), edition.title(), Field.Store.YES));
        document.add(new StoredField(text(language), text));
        document.add(new StoredField(anchors(language), String.join("\n", lines.values())));
        document.add(new TextField(all(language), edition.title() + "\n" + text, Field.Store.NO));
        if (language == Language.CHINESE) {
            document.add(new Field(words(language), edition.title() + "\n" + text, WORDS));
            String initials = Pinyin.initials(edition.title());
            for (int i = 0; i < initials.length(); i++) {
                String rest = initials.substring(i, Math.min(initials.length(), i + LONGEST_INITIALS));
                document.add(new StringField(INITIALS, rest, Field.Store.NO));
            }
        }
    }

    /** Summary, sentences, cues and tags, each a line, with the name of its place on the page or nothing. */
    private static Map<String, String> lines(Edition edition) {
        List<Cue> cues = WebVtt.parse(edition.captions());
        Map<String, String> lines = new LinkedHashMap<>();
        lines.put(line(edition.summary()), "");
        for (Sentence sentence : edition.sentences()) {
            lines.putIfAbsent(line(sentence.text()), cues.isEmpty() ? "s" + sentence.number() : "");
        }
        for (Cue cue : cues) {
            lines.merge(line(cue.text()), Cue.anchor(cue.start()), (known, own) -> known.isEmpty() ? own : known);
        }
        edition.tags().forEach(tag -> lines.putIfAbsent(line(tag), ""));
        lines.remove("");
        return lines;
    }

    private static String line(String text) {
        return text.lines().filter(part -> !part.isBlank()).collect(Collectors.joining(" "));
    }

    /** Its sentences that have their other half. */
    static List<Document> pairs(Publication publication) {
        Edition chinese = publication.editions().get(Language.CHINESE);
        Edition mongolian = publication.editions().get(Language.MONGOLIAN);
        if (chinese == null || mongolian == null) {
            return List.of();
        }
        Map<Integer, String> others = new HashMap<>();
        mongolian
                .sentences()
                .forEach(sentence -> others.merge(sentence.number(), sentence.text(), (a, b) -> a + " " + b));
        Map<Integer, String> own = new LinkedHashMap<>();
        chinese.sentences().forEach(sentence -> own.merge(sentence.number(), sentence.text(), String::concat));
        Map<String, String> chineseLines = lines(chinese);
        Map<String, String> mongolianLines = lines(mongolian);
        List<Document> pairs = new ArrayList<>();
        own.forEach((number, sentence) -> {
            String other = others.get(number);
            if (other != null) {
                var pair = new Document();
                pair.add(new StringField(ID, publication.id(), Field.Store.NO));
                pair.add(new TextField(pair(Language.CHINESE), sentence, Field.Store.YES));
                pair.add(new TextField(pair(Language.MONGOLIAN), other, Field.Store.YES));
                pair.add(new StoredField(PAIR_NUMBER, number));
                pair.add(new StoredField(PAIR_KIND, publication.kind().name()));
                pair.add(new StoredField(PAIR_SLUG, publication.slug()));
                pair.add(new StoredField(pairAnchor(Language.CHINESE), anchor(chineseLines, sentence, number)));
                pair.add(new StoredField(pairAnchor(Language.MONGOLIAN), anchor(mongolianLines, other, number)));
                pair.add(new StoredField(pairTitle(Language.CHINESE), chinese.title()));
                pair.add(new StoredField(pairTitle(Language.MONGOLIAN), mongolian.title()));
                pairs.add(pair);
            }
        });
        return pairs;
    }

    /** Sentences have places by their numbers, unless they are said in a film: then by the moment. */
    private static String anchor(Map<String, String> lines, String sentence, int number) {
        String anchor = lines.getOrDefault(line(sentence), "");
        return anchor.startsWith("s") ? "s" + number : anchor;
    }
}
