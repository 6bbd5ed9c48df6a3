package khos.site;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import khos.language.Language;
import khos.mongolian.Transliteration;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;

/**
 * What a reader is told of a concept: its term in both scripts, the Latin of it, and what it means.
 *
 * @param number counts the entries of a page
 */
record GlossaryEntry(int number, Concept concept) {
    /** The name of its place in the list: {@code w3}. */
    String anchor() {
        return "w" + number;
    }

    Optional<String> chinese() {
        return term(Language.CHINESE).map(Term::text);
    }

    /** In the traditional script. */
    Optional<String> mongolian() {
        return term(Language.MONGOLIAN).map(Term::text);
    }

    Optional<String> cyrillic() {
        return concept.terms(Language.MONGOLIAN).stream()
                .filter(Term::isCyrillic)
                .map(Term::text)
                .findFirst();
    }

    /** The Mongolian in official Latin: {@code ᠬᠣᠲᠠ} gives {@code xota}. */
    String latin() {
        return mongolian().map(Transliteration::official).orElse("");
    }

    private Optional<Term> term(Language language) {
        return concept.terms(language).stream()
                .filter(term -> !term.isCyrillic())
                .findFirst();
    }

    /** The status of the term in {@code language} as part of the key of its words: {@code preferred}. */
    String status(Language language) {
        return term(language).map(Term::status).orElse(Status.ADMITTED).name().toLowerCase(Locale.ROOT);
    }

    /** Asks the concordance for the term in {@code language}, or for what there is. */
    String query(Language language) {
        String text =
                term(language).or(() -> term(language.other())).map(Term::text).orElse("");
        return "?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
