package khos.check;

import java.util.Comparator;
import java.util.List;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Span;
import khos.markdown.Code;
import khos.markdown.Codes;
import khos.mongolian.Connector;
import khos.terminology.Termbase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Checks a translation against its source.
 *
 * <p>{@code 你好,世界。} for a Chinese target gives an issue of kind {@link Kind#PUNCTUATION} at the comma with the fix {@code ，}.
 * Time is linear in the length of the texts. A fix takes its issue away and brings no error.
 */
@Service
public class Checks {
    private final Connector connector;
    private final Termbase termbase;

    Checks(Termbase termbase, @Value("${khos.connector:mvs}") String connector) {
        this.termbase = termbase;
        this.connector = Connector.of(connector);
    }

    /**
     * What there is to say of {@code target}, errors first, then in its order; at most 60 issues. An empty target has that
     * issue only.
     */
    public List<Issue> check(LanguagePair pair, String source, String target) {
        return checker().check(pair, source, target);
    }

    /** For many texts of one moment: terms that change meanwhile are not seen. */
    public Checker checker() {
        return new Checker(termbase.finder()::apply, connector);
    }

    /** The checks with the terms of one moment. */
    public static final class Checker {
        private static final int LONGEST_WITH_CODES = 5_000;
        private static final Comparator<Issue> ORDER = Comparator.comparing(Issue::severity)
                .thenComparing(issue ->
                        issue.target().or(issue::source).map(Span::start).orElse(0));

        private final List<Check> checks;

        Checker(TermCheck.Finder terms, Connector connector) {
            checks = List.of(
                    new CodeCheck(),
                    new EncodingCheck(connector),
                    new TermCheck(terms),
                    new NumberCheck(),
                    new DateCheck(),
                    new LinkCheck(),
                    new BracketCheck(),
                    new PunctuationCheck(),
                    new SpellingCheck(terms),
                    new ScriptCheck(connector),
                    new SpaceCheck(),
                    new RepetitionCheck(),
                    new LengthCheck());
        }

        /** As {@link Checks#check}. */
        public List<Issue> check(LanguagePair pair, String source, String target) {
            var found = new Found();
            var from = new Side(source, pair.source());
            var to = new Side(target, pair.target());
            if (to.isBlank()) {
                if (!from.isBlank()) {
                    found.inTarget(
                            Kind.EMPTY, Severity.ERROR, new Span(0, target.length()), null, "check.empty-target");
                }
                return found.issues();
            }
            if (source.equals(target) && hasWords(from)) {
                found.inTarget(
                        Kind.SAME_AS_SOURCE, Severity.WARNING, new Span(0, target.length()), null, "check.same-text");
                return found.issues();
            }
            for (Check check : checks) {
                check.check(from, to, found);
            }
            return found.issues().stream()
                    .map(issue -> keepsCodes(issue, to) ? issue : issue.withoutFix())
                    .sorted(ORDER)
                    .toList();
        }

        /** Whether the repair leaves alone what is read as codes: beside {@code **} a space or a sign decides about that. */
        private static boolean keepsCodes(Issue issue, Side target) {
            String text = target.text();
            if (issue.fix().isEmpty() || text.length() > LONGEST_WITH_CODES || !Codes.isPossibleIn(text)) {
                return true;
            }
            return keys(Codes.of(issue.fix().get().apply(text))).equals(keys(target.codes()));
        }

        private static List<String> keys(Codes codes) {
            return codes.list().stream().map(Code::key).toList();
        }

        private static boolean hasWords(Side side) {
            return side.language() == Language.CHINESE
                    ? side.text().chars().anyMatch(Side::isHan)
                    : !side.words().isEmpty();
        }
    }
}
