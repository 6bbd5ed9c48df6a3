package khos.translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.language.LanguagePair;
import khos.memory.SentenceKey;
import khos.terminology.Termbase;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a confirmed translation over into the segments that say the same and that nobody has begun. Where only numbers
 * differ they are adapted; where that is not certain, the segment is left alone.
 */
@Service
public class Propagations {
    /** The most segments of other documents that are looked at. */
    private static final int MOST_ELSEWHERE = 20_000;
    /** The most segments that one action fills, of this document and of others. */
    private static final int MOST = 1_000;
    /** A sentence may be longer than its key by marks, spaces and what cannot be seen; seldom by more than this. */
    private static final int SLACK = 200;

    private final TranslationRepository repository;
    private final FillingRepository fillings;
    private final Filler filler;
    private final SegmentWriter writer;
    private final Termbase termbase;

    Propagations(
            TranslationRepository repository,
            FillingRepository fillings,
            Filler filler,
            SegmentWriter writer,
            Termbase termbase) {
        this.repository = repository;
        this.fillings = fillings;
        this.filler = filler;
        this.writer = writer;
        this.termbase = termbase;
    }

    /** How many segments a translation could be taken over into. */
    public record Offer(int here, int elsewhere) {
        public boolean isEmpty() {
            return here + elsewhere == 0;
        }
    }

    private record Place(String segmentId, Adaptation adaptation) {}

    /** What propagating {@code confirmed} would fill. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Offer offer(Segment confirmed) {
        writer.requireRole(confirmed.documentId(), Role.TRANSLATOR);
        return new Offer(
                places(confirmed, false).size(), places(confirmed, true).size());
    }

    /**
     * Takes a segment's translation over; where it would have an error it is left as a draft. For translators of its project.
     *
     * @param elsewhere whether also into other documents of the same languages, of the projects one has a role in
     * @return empty when there is nothing to fill any longer
     */
    @ForTranslators
    @Transactional
    public Optional<Filling> propagate(String segmentId, boolean elsewhere) {
        Segment confirmed = writer.require(segmentId, Role.TRANSLATOR);
        List<Place> places = new ArrayList<>(places(confirmed, false));
        if (elsewhere) {
            places.addAll(places(confirmed, true));
        }
        if (places.isEmpty()) {
            return Optional.empty();
        }
        String filling = filler.begin(confirmed.documentId(), Filling.Kind.PROPAGATION);
        Set<String> documents = new HashSet<>();
        places.forEach(place -> fill(filling, place, confirmed).ifPresent(documents::add));
        documents.forEach(writer::announceAll);
        return fillings.find(filling);
    }

    /** The document that the place is in, when it was filled. */
    private Optional<String> fill(String filling, Place place, Segment confirmed) {
        int adapted = place.adaptation().changes().size();
        var filled = new Filled(Filling.Kind.PROPAGATION, confirmed.id(), adapted == 0 ? 100 : 99, adapted);
        return repository
                .segment(place.segmentId())
                .flatMap(segment ->
                        filler.fill(filling, segment, place.adaptation().text(), State.TRANSLATED, filled))
                .map(Segment::documentId);
    }

    private List<Place> places(Segment confirmed, boolean elsewhere) {
        if (confirmed.state() == State.INITIAL || confirmed.target().isBlank()) {
            return List.of();
        }
        LanguagePair pair = repository
                .text(confirmed.documentId())
                .map(TranslationRepository.Document::pair)
                .orElseThrow(() -> new Refused("refused.no-document"));
        SentenceKey key = SentenceKey.of(confirmed.source(), pair.source());
        int most = 2 * confirmed.source().length() + SLACK;
        Stream<FillingRepository.Open> open = elsewhere
                ? fillings
                        .openElsewhere(
                                confirmed.documentId(), writer.projects(), pair, key.length(), most, MOST_ELSEWHERE)
                        .stream()
                : fillings.open(confirmed.documentId(), key.length(), most).stream();
        return open.filter(candidate -> !candidate.segmentId().equals(confirmed.id())
                        && SentenceKey.of(candidate.source(), pair.source()).equals(key))
                .map(candidate -> new Place(
                        candidate.segmentId(),
                        Adaptation.of(
                                confirmed.source(), confirmed.target(), candidate.source(), pair, termbase::recognize)))
                .filter(place -> place.adaptation().isComplete())
                .limit(MOST)
                .toList();
    }
}
