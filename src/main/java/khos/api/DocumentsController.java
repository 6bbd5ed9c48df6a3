package khos.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import khos.language.Language;
import khos.publication.Publications;
import khos.publication.Schedule;
import khos.publication.Schedules;
import khos.translation.Progress;
import khos.translation.Segment;
import khos.translation.State;
import khos.translation.TextInput;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Documents and their segments: sent in, read, translated, published and withdrawn. */
@RestController
class DocumentsController {
    private static final int MOST_SEGMENTS = 1_000;

    /** @param kind articles, lessons or series; @param title of a text that has neither front matter nor a heading */
    record NewDocument(
            @Nullable String kind,
            @Nullable String slug,
            @Nullable String title,
            @Nullable String sourceLang,
            @Nullable String targetLang,
            @Nullable String text) {}

    /**
     * @param languages zh, mn, or both
     * @param at when, with its zone, as 2026-12-01T08:00:00+08:00; at once without one, and when it is past
     */
    record Languages(
            @Nullable List<String> languages,

            @Schema(
                    description = "when, with its zone; at once without it, and when it is past",
                    example = "2026-12-01T08:00:00+08:00")
            @Nullable
            String at) {}

    /** @param state INITIAL gives back, REVIEWED accepts; TRANSLATED confirms {@code target}; without one it is a draft */
    record Change(
            @Nullable String target,
            @Nullable String state,
            @Nullable Long version) {}

    record Document(
            String id,
            String kind,
            String slug,
            String title,
            String targetTitle,
            String sourceLang,
            String targetLang,
            Progress segments,
            Instant changedAt) {
        static Document of(Translation of) {
            return new Document(
                    of.id(),
                    of.kind().path(),
                    of.slug(),
                    of.title(),
                    of.targetTitle(),
                    of.pair().source().code(),
                    of.pair().target().code(),
                    of.progress(),
                    of.changedAt());
        }
    }

    record Documents(List<Document> documents) {}

    record Segments(int total, List<SegmentAnswer> segments) {}

    /** @param languages DRAFT, PUBLISHED or WITHDRAWN, by language; @param scheduled what is to happen, and what failed */
    record Published(
            Map<String, String> languages,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ScheduleAnswer> scheduled) {}

    private final Translations translations;
    private final Publications publications;
    private final Schedules schedules;
    private final Clock clock;

    DocumentsController(Translations translations, Publications publications, Schedules schedules, Clock clock) {
        this.translations = translations;
        this.publications = publications;
        this.schedules = schedules;
        this.clock = clock;
    }

    @Operation(summary = "Takes a Markdown text in to be translated")
    @PostMapping("/api/v1/documents")
    @ResponseStatus(HttpStatus.CREATED)
    Document create(@RequestBody NewDocument given) {
        String text = need(given.text(), "text");
        TextKind kind = Arrays.stream(TextKind.values())
                .filter(known -> known.path().equals(given.kind()))
                .findFirst()
                .orElseThrow(() -> Problems.malformed("kind is articles, lessons or series"));
        var pair =
                MemoryController.pair(need(given.sourceLang(), "sourceLang"), need(given.targetLang(), "targetLang"));
        return Document.of(translations.extract(
                kind,
                need(given.slug(), "slug"),
                pair,
                TextInput.titled(TextInput.decode(text.getBytes(StandardCharsets.UTF_8)), given.title())));
    }

    private static <T> T need(@Nullable T value, String name) {
        if (value == null) {
            throw Problems.malformed(name + " is needed");
        }
        return value;
    }

    @Operation(summary = "The documents, latest changed first; with state, those that have segments in it")
    @GetMapping("/api/v1/documents")
    Documents list(@RequestParam Optional<State> state) {
        return new Documents(translations.documents().stream()
                .filter(document -> state.isEmpty() || count(document.progress(), state.get()) > 0)
                .map(Document::of)
                .toList());
    }

    private static int count(Progress progress, State state) {
        return switch (state) {
            case INITIAL -> progress.initial();
            case TRANSLATED -> progress.translated();
            case REVIEWED -> progress.reviewed();
            case FINAL -> progress.finished();
        };
    }

    @GetMapping("/api/v1/documents/{id}")
    Document one(@PathVariable String id) {
        return Document.of(require(id));
    }

    private Translation require(String id) {
        return translations.document(id).orElseThrow(() -> Problems.notFound("there is no document " + id));
    }

    @GetMapping("/api/v1/documents/{id}/segments")
    Segments segments(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int offset,
            @RequestParam(defaultValue = "" + MOST_SEGMENTS) int limit) {
        if (offset < 0 || limit < 1 || limit > MOST_SEGMENTS) {
            throw Problems.malformed("offset counts from 0, limit is from 1 to " + MOST_SEGMENTS);
        }
        Translation document = require(id);
        return new Segments(
                document.progress().total(),
                translations.segments(id, offset, limit).stream()
                        .map(SegmentAnswer::of)
                        .toList());
    }

    @Operation(summary = "Changes a segment that is still at version; 409 with the current one when it is not")
    @PatchMapping("/api/v1/segments/{id}")
    SegmentAnswer change(@PathVariable String id, @RequestBody Change change) {
        long version = need(change.version(), "version");
        Segment changed = switch (String.valueOf(change.state())) {
            case "null" -> translations.saveDraft(id, need(change.target(), "target"), version);
            case "TRANSLATED" -> translations.translate(id, need(change.target(), "target"), version);
            case "REVIEWED" -> translations.review(id, version);
            case "INITIAL" -> translations.reopen(id, version);
            default -> throw Problems.malformed("state is INITIAL, TRANSLATED or REVIEWED");
        };
        return SegmentAnswer.of(changed);
    }

    @Operation(summary = "Publishes a document in one language or both, at once or at a time")
    @PostMapping("/api/v1/documents/{id}/publish")
    Published publish(@PathVariable String id, @RequestBody Languages given, Locale locale) {
        require(id);
        schedules.publish(id, languages(given), at(given));
        return statuses(id, locale);
    }

    @Operation(summary = "Takes a publication back in one language or both, at once or at a time")
    @PostMapping("/api/v1/documents/{id}/withdraw")
    Published withdraw(@PathVariable String id, @RequestBody Languages given, Locale locale) {
        require(id);
        schedules.withdraw(id, languages(given), at(given));
        return statuses(id, locale);
    }

    @Operation(summary = "Cancels what is scheduled for a language; action is publish, withdraw, or both without it")
    @DeleteMapping("/api/v1/documents/{id}/schedule/{language}")
    Published cancel(
            @PathVariable String id,
            @PathVariable String language,
            @RequestParam Optional<String> action,
            Locale locale) {
        require(id);
        Language of = language(language);
        for (Schedule.Action one : Schedule.Action.values()) {
            if (action.isEmpty() || one == action(action.get())) {
                schedules.cancel(id, of, one);
            }
        }
        return statuses(id, locale);
    }

    @Operation(summary = "What is scheduled, and what failed, by time")
    @GetMapping("/api/v1/schedule")
    ScheduleAnswer.List schedule(Locale locale) {
        return new ScheduleAnswer.List(schedules.all().stream()
                .map(schedule -> ScheduleAnswer.of(schedule, locale))
                .toList());
    }

    private static Schedule.Action action(String name) {
        return Arrays.stream(Schedule.Action.values())
                .filter(known -> known.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> Problems.malformed("action is publish or withdraw"));
    }

    private Instant at(Languages given) {
        String at = given.at();
        if (at == null) {
            return clock.instant();
        }
        try {
            return OffsetDateTime.parse(at).toInstant();
        } catch (DateTimeException e) {
            throw Problems.malformed("at is a day and a time with its zone, as 2026-12-01T08:00:00+08:00");
        }
    }

    private static List<Language> languages(Languages given) {
        return need(given.languages(), "languages").stream()
                .map(DocumentsController::language)
                .distinct()
                .toList();
    }

    private static Language language(String code) {
        return Language.find(code).orElseThrow(() -> Problems.malformed("a language is zh or mn"));
    }

    private Published statuses(String id, Locale locale) {
        Map<String, String> languages = new TreeMap<>();
        publications.statuses(id).forEach((language, status) -> languages.put(language.code(), status.name()));
        return new Published(
                languages,
                schedules.of(id).stream()
                        .map(schedule -> ScheduleAnswer.of(schedule, locale))
                        .toList());
    }
}
