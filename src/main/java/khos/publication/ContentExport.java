package khos.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import khos.account.Roles.ForEditors;
import khos.language.Language;
import khos.markdown.Block;
import khos.markdown.FrontMatter;
import khos.markdown.Markdown;
import khos.markdown.StructureBroken;
import khos.media.Media;
import khos.media.MediaLibrary;
import khos.publication.ContentFolder.Outcome;
import khos.translation.DocumentArchive;
import khos.translation.KeptDocument;
import khos.translation.KeptSegment;
import khos.translation.Merged;
import khos.translation.Refused;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Writes every document and series into a folder that {@link ContentFolder} takes in again: what is published as readers see
 * it, what is not yet as far as it is translated.
 *
 * <p>Every item is read in one transaction. One that the layout cannot hold is told with the reason and left out.
 */
@Service
public class ContentExport {
    private static final String SERIES = "series.yaml";

    private final Translations translations;
    private final DocumentArchive archive;
    private final Publications publications;
    private final PublicationRepository repository;
    private final Recordings recordings;
    private final MediaLibrary media;
    private final TransactionTemplate transaction;

    ContentExport(
            Translations translations,
            DocumentArchive archive,
            Publications publications,
            PublicationRepository repository,
            Recordings recordings,
            MediaLibrary media,
            PlatformTransactionManager transactions) {
        this.translations = translations;
        this.archive = archive;
        this.publications = publications;
        this.repository = repository;
        this.recordings = recordings;
        this.media = media;
        this.transaction = new TransactionTemplate(transactions);
        this.transaction.setReadOnly(true);
    }

    /**
     * Writes every item into {@code folder}.
     *
     * @param progress hears of each item as it is done
     */
    @ForEditors
    public void writeOut(Path folder, Consumer<Outcome> progress) throws IOException {
        for (TextKind kind : TextKind.values()) {
            Files.createDirectories(folder.resolve(kind.path()));
        }
        for (Series series : publications.series()) {
            attempt("series/" + series.slug(), progress, () -> writeSeries(folder, series));
        }
        List<Translation> documents = translations.documents().stream()
                .sorted(Comparator.comparing(Translation::kind).thenComparing(Translation::slug))
                .toList();
        for (Translation document : documents) {
            attempt(path(document), progress, () -> writeDocument(folder, document));
        }
    }

    private static String path(Translation document) {
        return document.kind().path() + "/" + document.slug();
    }

    private void attempt(String path, Consumer<Outcome> progress, Work work) throws IOException {
        try {
            transaction.executeWithoutResult(status -> {
                try {
                    work.run();
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
            progress.accept(new Outcome(path, Optional.empty()));
        } catch (Refused refusal) {
            progress.accept(new Outcome(path, Optional.of(refusal)));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** The folder of an item, which lies in {@code folder} whatever its name says. */
    static Path place(Path folder, String path) {
        Path place = folder;
        for (String name : path.split("/", -1)) {
            if (name.isEmpty() || name.startsWith(".") || name.chars().anyMatch(c -> c < ' ' || c == '\\')) {
                throw new Refused("refused.bad-slug", path);
            }
            place = place.resolve(name);
        }
        return place;
    }

    private static void writeSeries(Path folder, Series series) throws IOException {
        Path place = place(folder, "series/" + series.slug());
        Map<String, Object> facts = new LinkedHashMap<>();
        Map<String, Object> titles = new LinkedHashMap<>();
        Map<String, Object> summaries = new LinkedHashMap<>();
        for (Language language : Language.values()) {
            Optional.ofNullable(series.names().get(language)).ifPresent(name -> {
                titles.put(language.code(), name.title());
                if (!name.summary().isEmpty()) {
                    summaries.put(language.code(), name.summary());
                }
            });
        }
        facts.put("title", titles);
        if (!summaries.isEmpty()) {
            facts.put("summary", summaries);
        }
        facts.put("kind", series.kind());
        series.baseline().ifPresent(baseline -> {
            Map<String, Object> said = new LinkedHashMap<>();
            said.put("plays", Long.toString(baseline.plays()));
            said.put("asOf", baseline.asOf());
            said.put("source", baseline.source());
            facts.put("baseline", said);
        });
        write(place.resolve(SERIES), new FrontMatter(facts).yaml());
    }

    /** Writes an item whole or not at all. */
    private void writeDocument(Path folder, Translation translation) throws IOException {
        Path place = place(folder, path(translation));
        try {
            write(translation, place);
        } catch (Refused refusal) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    for (Path file : files.toList()) {
                        Files.delete(file);
                    }
                }
                Files.delete(place);
            }
            throw refusal;
        }
    }

    private void write(Translation translation, Path place) throws IOException {
        KeptDocument document = archive.find(translation.id()).orElseThrow(() -> new Refused("refused.no-document"));
        if (document.kind() == TextKind.EPISODE && !Files.exists(place.resolveSibling(SERIES))) {
            throw new Refused("refused.no-series", document.slug().split("/")[0]);
        }
        Optional<PublicationRepository.Entry> entry = repository.byDocument(translation.id());
        Map<Language, PublicationRepository.Release> releases = new EnumMap<>(Language.class);
        entry.ifPresent(
                one -> repository.releases(one.id()).forEach(release -> releases.put(release.language(), release)));
        Language source = document.pair().source();
        Language target = document.pair().target();
        String text = Optional.ofNullable(releases.get(source))
                .map(release -> source(translation, document, release.edition()))
                .orElse(document.text());
        Optional<String> translated =
                Optional.ofNullable(releases.get(target)).map(release -> target(text, release.edition()));
        List<KeptSegment> segments = translated.isPresent()
                ? DocumentArchive.published(document, text, translated.get())
                : unfinished(document, text);
        write(place.resolve(source.code() + ".md"), text);
        if (translated.isPresent()) {
            write(place.resolve(target.code() + ".md"), translated.get());
        }
        Map<Language, KeptFacts.Out> out = new EnumMap<>(Language.class);
        releases.forEach(
                (language, release) -> out.put(language, new KeptFacts.Out(release.status(), release.publishedAt())));
        write(place.resolve(KeptFacts.FILE), new KeptFacts(source, out).yaml());
        write(place.resolve(KeptSegments.FILE), KeptSegments.write(segments));
        if (entry.isPresent()) {
            writeFilm(place, entry.get());
            recordings.writeOut(entry.get().id(), place);
        }
    }

    private static List<KeptSegment> unfinished(KeptDocument document, String text) {
        if (!DocumentArchive.fits(document, document.segments(), text, Optional.empty())) {
            throw new Refused("refused.source-changed");
        }
        return document.segments();
    }

    /** The source as its edition has it: as it was taken in when that says the same. */
    private String source(Translation translation, KeptDocument document, Edition edition) {
        FrontMatter.File file = FrontMatter.split(document.text());
        FrontMatter matter = file.matter();
        Edition now = publications.edition(
                edition.id(),
                edition.language(),
                new Merged(translation.title(), matter.text("summary").orElse(""), file.body(), matter, "", List.of()));
        if (matter.text("date").isPresent() && says(now).equals(says(edition))) {
            return document.text();
        }
        Map<String, Object> facts = new LinkedHashMap<>(matter.facts());
        if (matter.text("title").isPresent() || !now.title().equals(edition.title())) {
            facts.put("title", edition.title());
        }
        put(facts, "summary", edition.summary());
        put(facts, "kind", edition.category());
        facts.put("date", edition.date().toString());
        put(facts, "author", edition.author());
        put(facts, "topic", edition.topic());
        put(facts, "level", edition.level() == 0 ? "" : Integer.toString(edition.level()));
        facts.remove("tags");
        if (!edition.tags().isEmpty()) {
            facts.put("tags", edition.tags());
        }
        return headed(facts, edition.body());
    }

    private static void put(Map<String, Object> facts, String name, String value) {
        facts.remove(name);
        if (!value.isEmpty()) {
            facts.put(name, value);
        }
    }

    private static String headed(Map<String, Object> facts, String body) {
        return facts.isEmpty() ? body : "---\n" + new FrontMatter(facts).yaml() + "---\n" + body;
    }

    private record Said(
            String title,
            String summary,
            String body,
            String category,
            LocalDate date,
            String author,
            List<String> tags,
            int level,
            String topic) {}

    private static Said says(Edition edition) {
        return new Said(
                edition.title(),
                edition.summary(),
                edition.body(),
                edition.category(),
                edition.date(),
                edition.author(),
                edition.tags(),
                edition.level(),
                edition.topic());
    }

    /**
     * The translation as its edition has it, in the shape of the source it stands beside.
     *
     * @throws Refused when it was made of a source that was built otherwise
     */
    private static String target(String source, Edition edition) {
        FrontMatter.File file = FrontMatter.split(source);
        var body = new Markdown(file.body());
        List<Block> blocks = new Markdown(edition.body()).blocks();
        boolean alike = blocks.stream()
                .map(Block::kind)
                .toList()
                .equals(body.blocks().stream().map(Block::kind).toList());
        if (!alike) {
            throw new Refused("refused.source-changed");
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        file.matter().text("title").ifPresent(title -> facts.put("title", edition.title()));
        file.matter().text("summary").ifPresent(summary -> put(facts, "summary", edition.summary()));
        put(facts, "translator", edition.translator());
        try {
            return headed(facts, body.merge(blocks.stream().map(Block::text).toList()));
        } catch (StructureBroken e) {
            throw new Refused("refused.breaks-structure", e.block() + 1, e.text());
        }
    }

    private void writeFilm(Path place, PublicationRepository.Entry entry) throws IOException {
        for (Language language : Language.values()) {
            Optional<String> captions = repository.captions(entry.id(), language);
            if (captions.isPresent()) {
                write(place.resolve(language.code() + ".vtt"), captions.get());
            }
            Optional<String> chapters = repository.chapters(entry.id(), language);
            if (chapters.isPresent()) {
                write(place.resolve(language.code() + ContentFolder.CHAPTERS), chapters.get());
            }
        }
        copy(entry.video(), place.resolve("video.mp4"));
        copy(entry.poster(), place.resolve("poster.jpg"));
    }

    private void copy(Optional<Media> of, Path to) throws IOException {
        if (of.isPresent()) {
            MediaLibrary.Stored stored = media.find(of.get().id())
                    .orElseThrow(
                            () -> new Refused("refused.media-lost", of.get().name()));
            if (!Files.exists(stored.path())) {
                throw new Refused("refused.media-lost", of.get().name());
            }
            Files.copy(stored.path(), to);
        }
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    }
}
