package khos.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import khos.language.LanguagePair;
import khos.memory.Context;
import khos.memory.Match;
import khos.memory.Sentence;
import khos.memory.TranslationMemory;
import org.springframework.stereotype.Component;

/** Goes through the segments of a document with the matches that the memory has for each. */
@Component
class DocumentMatches {
    private static final int PAGE = 500;

    private final TranslationRepository repository;
    private final TranslationMemory memory;

    DocumentMatches(TranslationRepository repository, TranslationMemory memory) {
        this.repository = repository;
        this.memory = memory;
    }

    /** @param matches best first, none that came from the segment itself */
    record Matched(Segment segment, List<Match> matches) {}

    /** Takes the segments of a document a page at a time. */
    interface Taker {
        void take(List<Matched> page);
    }

    /**
     * Goes through a document.
     *
     * @param wanted the segments to be looked up; the others are passed over
     * @param watch is told after each page up to which place it has come, and says whether to go on
     */
    void each(
            TranslationRepository.Document document,
            int threshold,
            int limit,
            Predicate<Segment> wanted,
            Taker taker,
            IntPredicate watch) {
        boolean goesOn = true;
        for (int start = 0; goesOn; start += PAGE) {
            int first = Math.max(0, start - 1);
            List<Segment> around = repository.segments(document.id(), first, start + PAGE + 1 - first);
            int from = start;
            List<Segment> page = around.stream()
                    .filter(segment -> segment.ordinal() >= from && segment.ordinal() < from + PAGE)
                    .filter(wanted)
                    .toList();
            taker.take(matched(page, around, document.pair(), threshold, limit));
            int end = around.isEmpty() ? start : around.getLast().ordinal() + 1;
            goesOn = watch.test(Math.min(end, start + PAGE)) && end > start + PAGE;
        }
    }

    private List<Matched> matched(
            List<Segment> page, List<Segment> around, LanguagePair pair, int threshold, int limit) {
        List<Sentence> sentences = page.stream()
                .map(segment -> new Sentence(segment.source(), context(segment, around)))
                .toList();
        List<List<Match>> matches =
                page.isEmpty() ? List.of() : memory.lookupAll(sentences, pair, threshold, limit + 1, done -> true);
        List<Matched> matched = new ArrayList<>();
        for (int i = 0; i < page.size(); i++) {
            Segment segment = page.get(i);
            matched.add(new Matched(
                    segment,
                    matches.get(i).stream()
                            .filter(match -> !match.unit().origin().equals(segment.id()))
                            .limit(limit)
                            .toList()));
        }
        return matched;
    }

    private static Context context(Segment segment, List<Segment> around) {
        return new Context(source(around, segment.ordinal() - 1), source(around, segment.ordinal() + 1));
    }

    private static String source(List<Segment> around, int ordinal) {
        return around.stream()
                .filter(segment -> segment.ordinal() == ordinal)
                .findFirst()
                .map(Segment::source)
                .orElse("");
    }
}
