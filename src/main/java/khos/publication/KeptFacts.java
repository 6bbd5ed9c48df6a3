package khos.publication;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.markdown.FrontMatter;
import khos.markdown.MalformedFrontMatter;
import khos.translation.Refused;

/**
 * What the texts of an item do not say, {@code item.yaml}: which one is the source, and which languages are out since when or
 * were withdrawn.
 *
 * <pre>
 * source: zh
 * zh: {status: published, since: "2026-11-20T08:00:00Z"}
 * </pre>
 */
record KeptFacts(Language source, Map<Language, Out> out) {
    static final String FILE = "item.yaml";

    /** @param since when it first came out */
    record Out(Status status, Instant since) {}

    LanguagePair pair() {
        return new LanguagePair(source, source.other());
    }

    String yaml() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("source", source.code());
        for (Language language : Language.values()) {
            Optional.ofNullable(out.get(language)).ifPresent(one -> {
                Map<String, Object> said = new LinkedHashMap<>();
                said.put("status", one.status() == Status.WITHDRAWN ? "withdrawn" : "published");
                said.put("since", one.since().toString());
                facts.put(language.code(), said);
            });
        }
        return new FrontMatter(facts).yaml();
    }

    /** @throws Refused {@code refused.item} with what is wrong */
    static KeptFacts of(String yaml) {
        try {
            FrontMatter facts = FrontMatter.parse(yaml);
            Language source = facts.text("source")
                    .flatMap(Language::find)
                    .orElseThrow(() -> new Refused("refused.item", "source"));
            Map<Language, Out> out = new EnumMap<>(Language.class);
            for (Language language : Language.values()) {
                FrontMatter said = facts.matter(language.code());
                if (!said.facts().isEmpty()) {
                    out.put(
                            language,
                            new Out(
                                    status(said),
                                    Instant.parse(said.text("since").orElse(""))));
                }
            }
            return new KeptFacts(source, out);
        } catch (MalformedFrontMatter | DateTimeException e) {
            throw new Refused("refused.item", String.valueOf(e.getMessage()));
        }
    }

    private static Status status(FrontMatter said) {
        return switch (said.text("status").orElse("")) {
            case "published" -> Status.PUBLISHED;
            case "withdrawn" -> Status.WITHDRAWN;
            case String other -> throw new Refused("refused.item", "status: " + other);
        };
    }
}
