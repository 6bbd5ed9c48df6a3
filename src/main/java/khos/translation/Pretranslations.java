package khos.translation;

import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.memory.Match;
import khos.terminology.Termbase;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Fills what nobody has begun of a document with the best matches of the memory. */
@Service
public class Pretranslations {
    private static final int EXACT = 100;

    private final DocumentMatches matches;
    private final FillingRepository fillings;
    private final Filler filler;
    private final SegmentWriter writer;
    private final Termbase termbase;
    private final TransactionTemplate transaction;

    Pretranslations(
            DocumentMatches matches,
            FillingRepository fillings,
            Filler filler,
            SegmentWriter writer,
            Termbase termbase,
            PlatformTransactionManager transactions) {
        this.matches = matches;
        this.fillings = fillings;
        this.filler = filler;
        this.writer = writer;
        this.termbase = termbase;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * How to pre-translate.
     *
     * @param threshold the least similarity of a match that is used, 50 to 102
     * @param adapt whether numbers and terms are adapted
     * @param confirm whether a match of 100 and more makes its segment translated; others are left as drafts
     */
    public record Wish(int threshold, boolean adapt, boolean confirm) {
        public Wish {
            if (threshold < Band.LOW.least() || threshold > Band.CONTEXT.least()) {
                throw new Refused("refused.threshold", threshold);
            }
        }
    }

    /**
     * What was done.
     *
     * @param found of the segments that nobody had begun, by the match that was used; {@link Band#NONE} for none
     * @param translated how many became translated; the others of {@code filled} are drafts
     * @param isComplete whether it went to the end
     * @param filling to be undone; empty when nothing was filled
     */
    public record Result(Coverage found, int filled, int translated, boolean isComplete, Optional<Filling> filling) {}

    /**
     * Pre-translates a document, a page at a time, each written on its own, so that others go on working. For translators
     * of its project.
     *
     * <p>Of several matches of the same similarity that say it otherwise none is certain: such a segment stays a draft, and
     * so does one with an error.
     *
     * @param watch is told up to which place it has come, and says whether to go on
     */
    @ForTranslators
    public Result pretranslate(String documentId, Wish wish, IntPredicate watch) {
        TranslationRepository.Document document = writer.requireDocument(documentId, Role.TRANSLATOR);
        var run = new Run(document, wish, watch);
        matches.each(document, Math.min(EXACT, wish.threshold()), 2, Pretranslations::isOpen, run::take, run::goesOn);
        return run.result();
    }

    private static boolean isOpen(Segment segment) {
        return segment.state() == State.INITIAL && segment.draft().isEmpty();
    }

    private final class Run {
        private final TranslationRepository.Document document;
        private final Wish wish;
        private final IntPredicate watch;
        private final Coverage found = new Coverage();
        private int filled;
        private int translated;
        private boolean complete = true;
        private @Nullable String filling;

        Run(TranslationRepository.Document document, Wish wish, IntPredicate watch) {
            this.document = document;
            this.wish = wish;
            this.watch = watch;
        }

        boolean goesOn(int place) {
            complete = watch.test(place);
            return complete;
        }

        void take(List<DocumentMatches.Matched> page) {
            if (!page.isEmpty()) {
                int before = filled;
                transaction.executeWithoutResult(status -> {
                    page.forEach(this::take);
                    if (filled > before) {
                        writer.announceAll(document.id());
                    }
                });
            }
        }

        private void take(DocumentMatches.Matched matched) {
            Optional<Match> best =
                    matched.matches().stream().findFirst().filter(match -> match.similarity() >= wish.threshold());
            found.add(
                    matched.segment().source(),
                    document.pair().source(),
                    best.map(Match::similarity).orElse(0));
            best.ifPresent(match -> fill(matched, match));
        }

        private void fill(DocumentMatches.Matched matched, Match match) {
            Segment segment = matched.segment();
            Adaptation adaptation = wish.adapt() && match.similarity() < EXACT
                    ? Adaptation.of(
                            match.unit().source(),
                            match.unit().target(),
                            segment.source(),
                            document.pair(),
                            termbase::recognize)
                    : Adaptation.none(match.unit().target());
            boolean confirmed = wish.confirm() && match.similarity() >= EXACT && !isDoubtful(matched.matches());
            var from = new Filled(
                    Filling.Kind.PRETRANSLATION,
                    match.unit().origin(),
                    match.similarity(),
                    adaptation.changes().size());
            State state = confirmed ? State.TRANSLATED : State.INITIAL;
            filler.fill(filling(), segment, adaptation.text(), state, from).ifPresent(stored -> {
                filled++;
                translated += stored.state() == State.TRANSLATED ? 1 : 0;
            });
        }

        private String filling() {
            String begun = filling;
            if (begun == null) {
                begun = filler.begin(document.id(), Filling.Kind.PRETRANSLATION);
                filling = begun;
            }
            return begun;
        }

        private static boolean isDoubtful(List<Match> matches) {
            return matches.size() > 1
                    && matches.get(0).similarity() == matches.get(1).similarity()
                    && !matches.get(0)
                            .unit()
                            .target()
                            .equals(matches.get(1).unit().target());
        }

        Result result() {
            Optional<Filling> done = filled == 0
                    ? Optional.empty()
                    : Optional.ofNullable(filling).flatMap(fillings::find);
            return new Result(found, filled, translated, complete, done);
        }
    }
}
