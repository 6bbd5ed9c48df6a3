package khos.publication;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import khos.account.Roles.ForEditors;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.markdown.FrontMatter;
import khos.markdown.MalformedFrontMatter;
import khos.media.Media;
import khos.media.MediaLibrary;
import khos.media.UnsupportedMedia;
import khos.storage.Ids;
import khos.translation.DocumentArchive;
import khos.translation.KeptDocument;
import khos.translation.KeptSegment;
import khos.translation.Refused;
import khos.translation.State;
import khos.translation.TextInput;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes in a folder in the layout of {@code content/}: {@code articles/<slug>/{zh,mn}.md},
 * {@code lessons/<slug>/{zh,mn}.md}, {@code series/<slug>/series.yaml} and {@code series/<slug>/<nn>/…}. In a folder that
 * {@link ContentExport} wrote each item also says what is out and as which segments it is kept.
 *
 * <p>Every item is one transaction: it is taken in whole and published in each language it has, or refused and nothing
 * of it stays.
 */
@Service
public class ContentFolder {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);

    /** How the name of a file of chapters ends, after the language. */
    static final String CHAPTERS = ".chapters.vtt";

    /** The largest list of segments, in bytes. */
    private static final long LARGEST_LIST = 200L * 1024 * 1024;

    private final Translations translations;
    private final DocumentArchive archive;
    private final Publications publications;
    private final PublicationRepository repository;
    private final Recordings recordings;
    private final MediaLibrary media;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ContentFolder(
            Translations translations,
            DocumentArchive archive,
            Publications publications,
            PublicationRepository repository,
            Recordings recordings,
            MediaLibrary media,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.translations = translations;
        this.archive = archive;
        this.publications = publications;
        this.repository = repository;
        this.recordings = recordings;
        this.media = media;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /**
     * What became of one item.
     *
     * @param path of the item within the folder, for example {@code lessons/numbers}
     * @param refusal why it was refused; empty when it was taken
     */
    public record Outcome(String path, Optional<Refused> refusal) {}

    /** Whether a folder holds anything of this layout. */
    public static boolean isOne(Path folder) {
        return Stream.of("articles", "lessons", "series").anyMatch(name -> Files.isDirectory(folder.resolve(name)));
    }

    /**
     * Takes in every item of the folder, in the order of names.
     *
     * @param progress hears of each item as it is done
     */
    @ForEditors
    public List<Outcome> takeIn(Path folder, Consumer<Outcome> progress) {
        List<Outcome> outcomes = new ArrayList<>();
        for (Path item : children(folder.resolve("articles"))) {
            outcomes.add(attempt(folder, item, progress, () -> takeText(TextKind.ARTICLE, folder, item)));
        }
        for (Path item : children(folder.resolve("lessons"))) {
            outcomes.add(attempt(folder, item, progress, () -> takeText(TextKind.LESSON, folder, item)));
        }
        for (Path series : children(folder.resolve("series"))) {
            Outcome outcome = attempt(folder, series, progress, () -> takeSeries(series));
            outcomes.add(outcome);
            if (outcome.refusal().isEmpty()) {
                for (Path item : children(series)) {
                    outcomes.add(attempt(folder, item, progress, () -> takeEpisode(folder, series, item)));
                }
            }
        }
        return outcomes;
    }

    private Outcome attempt(Path folder, Path item, Consumer<Outcome> progress, Runnable work) {
        String path = folder.relativize(item).toString().replace('\\', '/');
        Outcome outcome;
        try {
            transaction.executeWithoutResult(status -> work.run());
            outcome = new Outcome(path, Optional.empty());
        } catch (Refused refusal) {
            outcome = new Outcome(path, Optional.of(refusal));
        } catch (UncheckedIOException e) {
            outcome = new Outcome(path, Optional.of(new Refused("refused.unreadable", String.valueOf(e.getMessage()))));
        } catch (UnsupportedMedia e) {
            outcome = new Outcome(path, Optional.of(new Refused("refused.media", String.valueOf(e.getMessage()))));
        }
        progress.accept(outcome);
        return outcome;
    }

    private void takeText(TextKind kind, Path folder, Path item) {
        Optional<KeptFacts> facts = facts(item);
        Translation document = takeIn(kind, item.getFileName().toString(), folder, item, facts);
        if (kind == TextKind.LESSON && Recordings.in(item)) {
            String id = Ids.next();
            repository.insert(id, kind, document.slug(), document.id(), null, 0, null, null, clock.millis());
            takeRecordings(id, item);
        }
        publish(document, facts);
    }

    private void takeRecordings(String id, Path item) {
        try {
            recordings.takeIn(id, item);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<KeptFacts> facts(Path item) {
        Path file = item.resolve(KeptFacts.FILE);
        return Files.exists(file) ? Optional.of(KeptFacts.of(read(file))) : Optional.empty();
    }

    private Translation takeIn(TextKind kind, String slug, Path folder, Path item, Optional<KeptFacts> facts) {
        LanguagePair pair = facts.map(KeptFacts::pair).orElse(PAIR);
        String sourceName = pair.source().code() + ".md";
        if (!Files.exists(item.resolve(sourceName))) {
            throw new Refused("refused.no-source", sourceName);
        }
        String source = read(item.resolve(sourceName));
        Path target = item.resolve(pair.target().code() + ".md");
        Optional<String> translated = Files.exists(target) ? Optional.of(read(target)) : Optional.empty();
        Path list = item.resolve(KeptSegments.FILE);
        if (facts.isPresent() && Files.exists(list)) {
            String translator = translated
                    .map(FrontMatter::split)
                    .flatMap(file -> file.matter().text("translator"))
                    .orElse("");
            List<KeptSegment> segments = KeptSegments.read(read(list, LARGEST_LIST));
            var kept = new KeptDocument(kind, slug, pair, source, translator, segments);
            // Texts that were changed in the folder since go before the list.
            if (DocumentArchive.fits(kept, segments, source, translated)) {
                return archive.restore(kept, !Files.exists(folder.resolve("memory.tmx")));
            }
        }
        return translated.isPresent()
                ? translations.extract(kind, slug, pair, source, translated.get(), State.FINAL)
                : translations.extract(kind, slug, pair, source);
    }

    /** Publishes what is said to be out; where nothing is said the source, and the target when the whole of it is there. */
    private void publish(Translation document, Optional<KeptFacts> facts) {
        if (facts.isPresent()) {
            publish(document, document.pair().source(), facts.get());
            publish(document, document.pair().target(), facts.get());
            return;
        }
        publications.publish(document.id(), document.pair().source());
        if (document.progress().finished() > 0) {
            publications.publish(document.id(), document.pair().target());
        }
    }

    private void publish(Translation document, Language language, KeptFacts facts) {
        KeptFacts.Out out = facts.out().get(language);
        if (out == null) {
            return;
        }
        publications.publish(document.id(), language);
        String id = repository.byDocument(document.id()).orElseThrow().id();
        Instant now = clock.instant();
        repository.publishedAt(id, language, out.since().isAfter(now) ? now : out.since());
        if (out.status() == Status.WITHDRAWN) {
            publications.withdraw(document.id(), language);
        }
    }

    private void takeSeries(Path folder) {
        Path file = folder.resolve("series.yaml");
        if (!Files.exists(file)) {
            throw new Refused("refused.no-source", "series.yaml");
        }
        FrontMatter facts;
        try {
            facts = FrontMatter.parse(read(file));
        } catch (MalformedFrontMatter e) {
            throw new Refused("refused.front-matter", String.valueOf(e.getMessage()));
        }
        Map<Language, Series.Name> names = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            facts.matter("title")
                    .text(language.code())
                    .ifPresent(title -> names.put(
                            language,
                            new Series.Name(
                                    title,
                                    facts.matter("summary")
                                            .text(language.code())
                                            .orElse(""))));
        }
        if (names.isEmpty()) {
            throw new Refused("refused.no-title");
        }
        FrontMatter baseline = facts.matter("baseline");
        repository.insertSeries(new Series(
                Ids.next(),
                folder.getFileName().toString(),
                facts.text("kind").orElse("classroom"),
                names,
                baseline.text("plays")
                        .map(plays -> new Series.Baseline(
                                number(plays),
                                baseline.text("asOf").orElse(""),
                                baseline.text("source").orElse("")))));
    }

    private void takeEpisode(Path root, Path series, Path folder) {
        String name = folder.getFileName().toString();
        Series of = publications.series(series.getFileName().toString()).orElseThrow();
        Optional<KeptFacts> facts = facts(folder);
        Translation document = takeIn(TextKind.EPISODE, of.slug() + "/" + name, root, folder, facts);
        String id = Ids.next();
        repository.insert(
                id,
                TextKind.EPISODE,
                document.slug(),
                document.id(),
                of.id(),
                (int) number(name),
                add(folder.resolve("video.mp4")).map(Media::id).orElse(null),
                add(folder.resolve("poster.jpg")).map(Media::id).orElse(null),
                clock.millis());
        for (Language language : Language.values()) {
            Path captions = folder.resolve(language.code() + ".vtt");
            if (Files.exists(captions)) {
                repository.insertCaptions(id, language, cues(captions, WebVtt.MOST_CUES));
            }
            Path chapters = folder.resolve(language.code() + CHAPTERS);
            if (Files.exists(chapters)) {
                repository.insertChapters(id, language, cues(chapters, WebVtt.MOST_CHAPTERS));
            }
        }
        publish(document, facts);
    }

    private static String cues(Path file, int most) {
        String text = read(file);
        if (WebVtt.exceeds(text, most)) {
            throw new Refused("refused.too-many-cues", file.getFileName().toString(), most);
        }
        return text;
    }

    private Optional<Media> add(Path file) {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(media.add(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long number(String digits) {
        if (!digits.matches("\\d{1,15}")) {
            throw new Refused("refused.bad-number", digits);
        }
        return Long.parseLong(digits);
    }

    private static String read(Path file) {
        return read(file, TextInput.LARGEST);
    }

    private static String read(Path file, long largest) {
        try {
            if (Files.size(file) > largest) {
                throw new Refused("refused.too-large", largest / 1024 / 1024);
            }
            return largest == TextInput.LARGEST ? TextInput.decode(Files.readAllBytes(file)) : Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(Files::isDirectory)
                    .filter(child -> !child.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
