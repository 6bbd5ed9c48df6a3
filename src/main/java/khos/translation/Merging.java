package khos.translation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import khos.language.Language;
import khos.markdown.Markdown;

/** Puts the segments of a document together again. */
final class Merging {
    private Merging() {}

    /** Whether it keeps the target from being published. */
    static boolean isMissing(Segment segment) {
        return segment.unit() != Segment.SUMMARY && !SegmentWriter.isReviewed(segment);
    }

    /** The text that is translated. */
    static Merged source(TranslationRepository.Document document, List<Segment> segments) {
        MarkdownText source = MarkdownText.of(document.text());
        return new Merged(
                document.title(),
                source.matter().text("summary").orElse(""),
                source.body(),
                source.matter(),
                "",
                sentences(segments, Segment::source));
    }

    /**
     * The translation.
     *
     * @param text what a segment says in it
     * @throws Refused {@code refused.breaks-structure} with the number of the block from 1, when a text would change it
     */
    static Merged target(
            TranslationRepository.Document document, List<Segment> segments, Function<Segment, String> text) {
        MarkdownText source = MarkdownText.of(document.text());
        Map<Integer, String> units = units(segments, text, document.pair().target());
        List<String> blocks = units.entrySet().stream()
                .filter(unit -> unit.getKey() >= 0)
                .map(Map.Entry::getValue)
                .toList();
        String body = source.merge(blocks);
        String title = Optional.ofNullable(units.get(Segment.TITLE))
                .or(() -> MarkdownText.firstHeading(new Markdown(body)))
                .orElse(document.slug());
        return new Merged(
                title,
                units.getOrDefault(Segment.SUMMARY, ""),
                body,
                source.matter(),
                document.translator(),
                sentences(segments, text));
    }

    /** The text of each unit, in the order of units. */
    private static Map<Integer, String> units(
            List<Segment> segments, Function<Segment, String> text, Language language) {
        return segments.stream()
                .collect(Collectors.groupingBy(
                        Segment::unit,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        segment -> new Pairing.Piece(
                                                segment.unit(), segment.source(), segment.gap(), text.apply(segment)),
                                        Collectors.toList()),
                                pieces -> Pairing.joined(pieces, language))));
    }

    private static List<Merged.Sentence> sentences(List<Segment> segments, Function<Segment, String> text) {
        return segments.stream()
                .filter(segment -> segment.unit() >= 0)
                .map(segment ->
                        new Merged.Sentence(segment.number(), segment.unit(), Markdown.plainText(text.apply(segment))))
                .toList();
    }
}
