package khos.check;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khos.language.Language;
import khos.mongolian.Skeleton;
import khos.mongolian.Skeleton.Level;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.TermOccurrence;
import org.jspecify.annotations.Nullable;

/** What the source calls by an agreed term is called by one in the target, and nothing by a forbidden one. */
final class TermCheck implements Check {
    /** Finds the terms of a text. */
    interface Finder {
        List<TermOccurrence> find(String text, Language language);
    }

    private final Finder terms;

    TermCheck(Finder terms) {
        this.terms = terms;
    }

    @Override
    public void check(Side source, Side target, Found found) {
        List<TermOccurrence> there = terms.find(target.text(), target.language());
        checkForbidden(target, there, found);
        List<TermOccurrence> wanted = terms.find(source.text(), source.language());
        Set<String> used = new HashSet<>();
        for (TermOccurrence occurrence : there) {
            if (occurrence.term().status().isUsable()) {
                used.add(occurrence.concept().id());
            }
        }
        Set<String> told = new HashSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            TermOccurrence occurrence = wanted.get(i);
            Optional<Term> best = best(occurrence.concept(), target.language());
            boolean ambiguous = isShared(wanted, i);
            if (best.isPresent()
                    && !ambiguous
                    && occurrence.term().status().isUsable()
                    && !used.contains(occurrence.concept().id())
                    && told.add(occurrence.concept().id())) {
                found.inSource(
                        Kind.TERM,
                        Severity.WARNING,
                        occurrence.span(),
                        "check.term-missing",
                        occurrence.term().text(),
                        best.get().text());
            }
        }
    }

    /** Whether the place can mean several concepts. */
    private static boolean isShared(List<TermOccurrence> occurrences, int i) {
        var span = occurrences.get(i).span();
        return (i > 0 && occurrences.get(i - 1).span().equals(span))
                || (i + 1 < occurrences.size() && occurrences.get(i + 1).span().equals(span));
    }

    private static Optional<Term> best(Concept concept, Language language) {
        return concept.terms(language).stream()
                .filter(term -> term.status().isUsable() && !term.isCyrillic())
                .findFirst();
    }

    private void checkForbidden(Side target, List<TermOccurrence> there, Found found) {
        for (int i = 0; i < there.size(); i++) {
            TermOccurrence occurrence = there.get(i);
            if (occurrence.term().status().isUsable() || isShared(there, i)) {
                continue;
            }
            Optional<Term> best = best(occurrence.concept(), target.language());
            boolean forbidden = occurrence.term().status() == Status.FORBIDDEN;
            found.inTarget(
                    Kind.TERM,
                    forbidden ? Severity.ERROR : Severity.WARNING,
                    occurrence.span(),
                    best.map(term -> replacing(target, occurrence, term)).orElse(null),
                    best.isPresent() ? "check.term-instead" : "check.term-forbidden",
                    occurrence.term().text(),
                    best.map(Term::text).orElse(""));
        }
    }

    /** Only where nothing but the term stands: a suffix would have to fit the other word. */
    private @Nullable Fix replacing(Side target, TermOccurrence occurrence, Term term) {
        String written = occurrence.span().of(target.text());
        boolean bare = written.equals(occurrence.term().text())
                || (target.language() == Language.MONGOLIAN
                        && Skeleton.of(written, Level.K1)
                                .equals(Skeleton.of(occurrence.term().text(), Level.K1)));
        if (!bare) {
            return null;
        }
        var fix = new Fix(occurrence.span(), term.text());
        boolean safe = terms.find(fix.apply(target.text()), target.language()).stream()
                .filter(after -> after.span().start()
                                < occurrence.span().start() + term.text().length()
                        && after.span().end() > occurrence.span().start())
                .allMatch(after -> after.term().status().isUsable());
        return safe ? fix : null;
    }
}
