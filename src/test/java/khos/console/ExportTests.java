package khos.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import khos.As;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Messages;
import khos.memory.Provenance;
import khos.memory.TranslationMemory;
import khos.memory.TranslationUnit;
import khos.publication.Headline;
import khos.publication.Publications;
import khos.publication.Status;
import khos.storage.TestDatabase;
import khos.terminology.Concept;
import khos.terminology.Term;
import khos.terminology.Termbase;
import khos.translation.Segment;
import khos.translation.Splits;
import khos.translation.State;
import khos.translation.TextKind;
import khos.translation.Translation;
import khos.translation.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.context.ConfigurableApplicationContext;

class ExportTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final Messages MESSAGES = Messages.of(Locale.ENGLISH);

    @TempDir
    Path temp;

    @BeforeEach
    void signIn() {
        As.signIn(Role.ADMINISTRATOR);
    }

    @AfterEach
    void signOut() {
        As.signOut();
    }

    private static ConfigurableApplicationContext start(TestDatabase database) {
        return database.start(khos.Rooms.class, Export.class, Import.class);
    }

    private static int export(ConfigurableApplicationContext context, Path folder) {
        return context.getBean(Export.class).run(folder, true, MESSAGES);
    }

    private static Map<String, byte[]> files(Path folder) throws IOException {
        Map<String, byte[]> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString(), Files.readAllBytes(file));
            }
        }
        return files;
    }

    /** Texts in every state there is. */
    private static void fill(ConfigurableApplicationContext context) throws IOException {
        assertThat(context.getBean(Import.class).takeIn(Path.of("content"), MESSAGES))
                .isZero();
        var translations = context.getBean(Translations.class);
        var publications = context.getBean(Publications.class);
        Translation open =
                translations.extract(TextKind.ARTICLE, "open", PAIR, "---\ntitle: 一半\n---\n第一句。第二句。第三句。\n\n- 甲\n- 乙\n");
        List<Segment> segments = translations.segments(open.id(), 0, 10);
        translations.translate(segments.get(0).id(), "ᠨᠢᠭᠡ", 0);
        translations.review(segments.get(0).id(), 1);
        translations.translate(segments.get(1).id(), "ᠬᠣᠶᠠᠷ\n\u202f", 0);
        translations.saveDraft(segments.get(2).id(), " ᠭᠤᠷᠪᠠ", 0);
        context.getBean(Splits.class).join(segments.get(2).id(), 1, 0);

        Translation backwards = translations.extract(
                TextKind.LESSON, "backwards", PAIR.reversed(), "ᠨᠢᠭᠡ᠃ ᠬᠣᠶᠠᠷ᠃\n", "一。二。\n", State.FINAL);
        publications.publish(backwards.id(), List.of(Language.MONGOLIAN, Language.CHINESE));
        publications.withdraw(backwards.id(), Language.CHINESE);

        Translation reworked = translations.extract(
                TextKind.ARTICLE,
                "reworked",
                PAIR,
                "---\ntitle: 旧\nsummary: 无译\nkind: news\n---\n旧。\n",
                "---\ntitle: ᠬᠠᠭᠤᠴᠢᠨ\ntranslator: 甲\n---\nᠬᠠᠭᠤᠴᠢᠨ᠃\n",
                State.FINAL);
        publications.publish(reworked.id(), List.of(Language.CHINESE, Language.MONGOLIAN));
        Segment last = translations.segments(reworked.id(), 0, 10).getLast();
        translations.translate(last.id(), "ᠰᠢᠨ\u180eᠡ", last.version());

        context.getBean(Termbase.class)
                .addAll(List.of(
                        new Concept(
                                "",
                                "教育",
                                "两行\n  的定义",
                                "<&\"",
                                "来源",
                                List.of(new Term(Language.CHINESE, "马  厩", khos.terminology.Status.FORBIDDEN)),
                                0),
                        Concept.of(List.of(new Term(Language.MONGOLIAN, "Морь", khos.terminology.Status.PREFERRED)))));
        context.getBean(TranslationMemory.class)
                .store(List.of(new TranslationUnit(
                        PAIR,
                        "雨\n雪",
                        "ᠪᠣᠷᠣᠭᠠᠨ",
                        "tmx:7",
                        "anna",
                        Instant.ofEpochMilli(1_700_000_000_123L),
                        77,
                        Provenance.IMPORTED,
                        List.of())));
    }

    private static Translation open(ConfigurableApplicationContext context) {
        return context.getBean(Translations.class).documents().stream()
                .filter(document -> document.slug().equals("open"))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> working(ConfigurableApplicationContext context) {
        return context.getBean(Translations.class).segments(open(context).id(), 0, 10).stream()
                .map(Segment::working)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(TestDatabase.class)
    void anExportThatIsTakenInGivesTheSameExport(TestDatabase database) throws IOException {
        List<Headline> latest;
        List<String> working;
        try (ConfigurableApplicationContext context = start(database)) {
            fill(context);
            assertThat(export(context, temp.resolve("a"))).isZero();
            working = working(context);
            latest = context.getBean(Publications.class).latest(Language.CHINESE, 0, 100);
        }
        try (ConfigurableApplicationContext context = start(database)) {
            assertThat(context.getBean(Import.class).takeIn(temp.resolve("a"), MESSAGES))
                    .isZero();
            assertThat(export(context, temp.resolve("b"))).isZero();
            for (String name : List.of("zh.chapters.vtt", "mn.chapters.vtt")) {
                assertThat(temp.resolve("b/series/cloud-classroom/04").resolve(name))
                        .hasSameBinaryContentAs(
                                Path.of("content/series/cloud-classroom/04").resolve(name));
            }
            var publications = context.getBean(Publications.class);
            assertThat(publications.latest(Language.CHINESE, 0, 100))
                    .extracting(Headline::slug)
                    .containsExactlyElementsOf(
                            latest.stream().map(Headline::slug).toList());
            assertThat(publications.withdrawn(TextKind.LESSON, "backwards", Language.CHINESE))
                    .isTrue();
            assertThat(publications
                            .find(TextKind.ARTICLE, "reworked")
                            .orElseThrow()
                            .edition(Language.MONGOLIAN)
                            .orElseThrow()
                            .body())
                    .isEqualTo("ᠬᠠᠭᠤᠴᠢᠨ᠃\n");
            assertThat(working).hasSize(5).contains("ᠬᠣᠶᠠᠷ\n\u202f");
            assertThat(working(context)).isEqualTo(working);
            assertThat(publications.statuses(open(context).id())).containsEntry(Language.CHINESE, Status.DRAFT);
        }
        Map<String, byte[]> first = files(temp.resolve("a"));
        Map<String, byte[]> second = files(temp.resolve("b"));
        assertThat(second.keySet()).isEqualTo(first.keySet());
        first.forEach((path, bytes) -> assertThat(second.get(path)).as(path).isEqualTo(bytes));
        assertThat(first)
                .containsKeys("articles/open/zh.md", "series/cloud-classroom/01/video.mp4", "terms.tbx", "export.txt")
                .doesNotContainKey("articles/open/mn.md");
    }

    @Test
    void textsChangedInTheFolderGoBeforeWhatWasKeptOfThem() throws IOException {
        try (ConfigurableApplicationContext context = start(TestDatabase.SQLITE)) {
            fill(context);
            export(context, temp.resolve("a"));
        }
        Path text = temp.resolve("a/articles/open/zh.md");
        Files.writeString(text, Files.readString(text).replace("第一句", "头一句"));
        try (ConfigurableApplicationContext context = start(TestDatabase.SQLITE)) {
            assertThat(context.getBean(Import.class).takeIn(temp.resolve("a"), MESSAGES))
                    .isZero();
            assertThat(context.getBean(Translations.class)
                            .segments(open(context).id(), 0, 10))
                    .anySatisfy(segment -> assertThat(segment.source()).isEqualTo("头一句。"))
                    .allSatisfy(segment -> assertThat(segment.state()).isEqualTo(State.INITIAL));
        }
    }

    @Test
    void nothingButAFormerExportIsReplaced() throws IOException {
        try (ConfigurableApplicationContext context = start(TestDatabase.SQLITE)) {
            var export = context.getBean(Export.class);
            Path strange = Files.createDirectories(temp.resolve("strange"));
            Files.writeString(strange.resolve("mine.txt"), "mine");
            assertThat(export.run(strange, true, MESSAGES)).isEqualTo(1);
            assertThat(export.run(strange.resolve("mine.txt"), true, MESSAGES)).isEqualTo(1);
            assertThat(files(strange)).containsOnlyKeys("mine.txt");

            Path folder = temp.resolve("new/out");
            assertThat(export.run(folder, false, MESSAGES)).isZero();
            assertThat(export.run(folder, false, MESSAGES)).isEqualTo(1);
            assertThat(export.run(folder, true, MESSAGES)).isZero();
            Files.writeString(folder.resolve("articles/mine.txt"), "mine");
            assertThat(export.run(folder, true, MESSAGES)).isEqualTo(1);
            assertThat(folder.resolve("articles/mine.txt")).hasContent("mine");
            assertThat(Arrays.asList(folder.getParent().toFile().list())).containsExactly("out");
        }
    }
}
