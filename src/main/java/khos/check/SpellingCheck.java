package khos.check;

import java.util.List;
import java.util.Optional;
import khos.language.Language;
import khos.language.Span;
import khos.mongolian.Skeleton;
import khos.mongolian.Skeleton.Level;
import khos.mongolian.Suffixes;
import khos.mongolian.Word;
import khos.mongolian.WordList;
import khos.terminology.TermOccurrence;

/**
 * Mongolian words that look right and are coded otherwise: {@code ᠬᠤᠳᠠ} where the word list and the termbase know
 * {@code ᠬᠣᠲᠠ}. Nothing that is seen changes by the repair.
 */
final class SpellingCheck implements Check {
    /** The longest word that is looked up, in UTF-16 units. */
    private static final int LONGEST = 60;

    private final TermCheck.Finder terms;

    SpellingCheck(TermCheck.Finder terms) {
        this.terms = terms;
    }

    @Override
    public void check(Side source, Side target, Found found) {
        if (target.language() != Language.MONGOLIAN) {
            return;
        }
        String text = target.text();
        List<TermOccurrence> occurrences = terms.find(text, Language.MONGOLIAN);
        int next = 0;
        for (Side.Word word : target.words()) {
            Span stem = word.stem();
            while (next < occurrences.size() && occurrences.get(next).span().end() <= stem.start()) {
                next++;
            }
            if (stem.length() < 2 || stem.length() > LONGEST) {
                continue;
            }
            String written = stem.of(text);
            Optional<String> better =
                    next < occurrences.size() && occurrences.get(next).span().start() == stem.start()
                            ? term(written, occurrences.get(next))
                            : attested(written);
            better.ifPresent(spelling -> found.inTarget(
                    Kind.SPELLING,
                    isOtherGender(written, spelling) ? Severity.NOTICE : Severity.WARNING,
                    stem,
                    new Fix(stem, spelling),
                    "check.spelling-alike",
                    written,
                    spelling));
        }
    }

    /** The term's own spelling, when the word is this term alone. */
    private static Optional<String> term(String written, TermOccurrence occurrence) {
        String term = occurrence.term().text();
        boolean alike = Skeleton.of(term, Level.K1).equals(Skeleton.of(written, Level.K1));
        return alike && !letters(term).equals(letters(written)) ? Optional.of(term) : Optional.empty();
    }

    /** The best spelling of that look, when nobody spells it as it is written. */
    private static Optional<String> attested(String written) {
        List<Word> alike = WordList.alike(written);
        if (alike.isEmpty() || !alike.getFirst().listed() || Suffixes.isSuffix(written)) {
            return Optional.empty();
        }
        return WordList.isAttested(written)
                ? Optional.empty()
                : Optional.of(alike.getFirst().text());
    }

    /** Whether vowels change their gender, which often makes another word: {@code ᠨᠠᠷ᠎ᠠ}, {@code ᠨᠡᠷ᠎ᠡ}. */
    private static boolean isOtherGender(String written, String spelling) {
        return written.chars().anyMatch(SpellingCheck::isMasculine)
                != spelling.chars().anyMatch(SpellingCheck::isMasculine);
    }

    private static boolean isMasculine(int c) {
        return c == 0x1820 || c == 0x1823 || c == 0x1824;
    }

    private static String letters(String word) {
        return Skeleton.of(word, Level.K0);
    }
}
