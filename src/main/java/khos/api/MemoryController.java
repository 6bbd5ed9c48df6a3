package khos.api;

import io.swagger.v3.oas.annotations.Operation;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Messages;
import khos.memory.Match;
import khos.memory.MemoryFiles;
import khos.memory.TranslationMemory;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The translation memory: matches of a sentence, and the whole as TMX, in and out. */
@RestController
class MemoryController {
    private static final int MOST_MATCHES = 50;
    private static final int LONGEST_TEXT = 10_000;
    private static final int LEAST_SIMILARITY = 50;
    private static final int GREATEST_SIMILARITY = 100;

    /** @param similarity from 1 to 102, less the penalty, see {@link Match} */
    record Found(
            int similarity,
            String type,
            String source,
            String target,
            String author,
            Instant createdAt,
            String origin,
            String provenance,
            int penalty) {
        static Found of(Match match) {
            return new Found(
                    match.similarity(),
                    match.type().name(),
                    match.unit().source(),
                    match.unit().target(),
                    match.unit().author(),
                    match.unit().createdAt(),
                    match.unit().origin(),
                    match.provenance().name(),
                    match.penalty());
        }
    }

    record Matches(List<Found> matches) {}

    /** @param refusals the first hundred of {@code refused} */
    record Taken(int stored, int refused, List<Refusals.Refusal> refusals) {}

    private final TranslationMemory memory;
    private final MemoryFiles files;

    MemoryController(TranslationMemory memory, MemoryFiles files) {
        this.memory = memory;
        this.files = files;
    }

    @Operation(summary = "The stored translations of what is most like a sentence, best first")
    @GetMapping("/api/v1/memory/matches")
    Matches matches(
            @RequestParam String text,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam(defaultValue = "70") int min,
            @RequestParam(defaultValue = "5") int limit) {
        if (text.isBlank() || text.length() > LONGEST_TEXT) {
            throw Problems.malformed("text has 1 to " + LONGEST_TEXT + " characters");
        }
        if (min < LEAST_SIMILARITY || min > GREATEST_SIMILARITY || limit < 1 || limit > MOST_MATCHES) {
            throw Problems.malformed("min is from %d to %d, limit from 1 to %d"
                    .formatted(LEAST_SIMILARITY, GREATEST_SIMILARITY, MOST_MATCHES));
        }
        return new Matches(memory.lookup(text, pair(from, to), min, limit).stream()
                .map(Found::of)
                .toList());
    }

    static LanguagePair pair(String from, String to) {
        Language source = language(from);
        if (language(to) == source) {
            throw Problems.malformed("the two languages are the same");
        }
        return new LanguagePair(source, source.other());
    }

    private static Language language(String code) {
        return Language.find(code).orElseThrow(() -> Problems.malformed("a language is zh or mn"));
    }

    @Operation(
            summary =
                    "Takes in a TMX file, the body of the request, unit by unit; of a file sent again nothing is double")
    @PostMapping("/api/v1/memory")
    Taken takeIn(InputStream tmx, Locale locale) throws IOException {
        Messages messages = Problems.messages(locale);
        var refusals = new Refusals();
        int stored = files.takeIn(
                tmx,
                "",
                count -> {},
                refusal -> refusals.add(
                        refusal.line(),
                        messages.text(refusal.key(), refusal.arguments().toArray())));
        return new Taken(stored, refusals.count(), refusals.first());
    }

    @Operation(summary = "The whole memory as TMX 1.4b")
    @GetMapping("/api/v1/memory.tmx")
    void writeOut(HttpServletResponse response) throws IOException {
        response.setContentType("application/x-tmx+xml");
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"memory.tmx\"");
        files.writeOut(response.getOutputStream());
    }
}
