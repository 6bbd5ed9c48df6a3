package khos.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import khos.As;
import khos.Rooms;
import khos.Silence;
import khos.account.Role;
import khos.language.Language;
import khos.markdown.Block;
import khos.markdown.FrontMatter;
import khos.markdown.Markdown;
import khos.storage.TestDatabase;
import khos.translation.Refused;
import khos.translation.TextKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class ContentFolderTests {
    private static final Path CONTENT = Path.of("content");

    private final ConfigurableApplicationContext context;
    private final ContentFolder folder;
    private final Publications publications;

    @TempDir
    Path temp;

    ContentFolderTests(TestDatabase database) {
        context = database.start(Rooms.class);
        folder = context.getBean(ContentFolder.class);
        publications = context.getBean(Publications.class);
    }

    @BeforeEach
    void signIn() {
        As.signIn(Role.EDITOR);
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    private void write(String path, String text) throws IOException {
        Path file = temp.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Refused refusal(String path) {
        return folder.takeIn(temp, outcome -> {}).stream()
                .filter(outcome -> outcome.path().equals(path))
                .findFirst()
                .orElseThrow()
                .refusal()
                .orElseThrow();
    }

    private static final String SENTENCES =
            "WEBVTT\n\n1\n00:00.000 --> 00:01.000\n一\n\n2\n00:01.000 --> 00:02.500\n二\n";

    private void lesson() throws IOException {
        write("lessons/spoken/zh.md", "一\n\n二\n");
        write("lessons/spoken/zh.audio.vtt", SENTENCES);
    }

    @Test
    void aLessonIsReadAloudSentenceBySentenceAndGivenOutAsItCame() throws IOException {
        lesson();
        Path sound = temp.resolve("lessons/spoken/zh.mp3");
        Silence.mp3(sound, 3);
        assertThat(folder.takeIn(temp, outcome -> {}))
                .allSatisfy(outcome -> assertThat(outcome.refusal()).isEmpty());
        Lesson lesson = (Lesson) publications.find(TextKind.LESSON, "spoken").orElseThrow();
        Recording recording = lesson.recordings().get(Language.CHINESE);
        assertThat(lesson.recordings()).containsOnlyKeys(Language.CHINESE);
        assertThat(recording.sound().type()).isEqualTo("audio/mpeg");
        assertThat(recording.of(2)).contains(new Cue("2", 1_000, 2_500, "二"));
        assertThat(recording.of(3)).isEmpty();
        Path out = temp.resolve("out");
        context.getBean(ContentExport.class).writeOut(out, outcome -> {});
        assertThat(out.resolve("lessons/spoken/zh.mp3")).hasSameBinaryContentAs(sound);
        assertThat(out.resolve("lessons/spoken/zh.audio.vtt")).hasContent(SENTENCES);
    }

    @Test
    void aRecordingOfHalfItsFilesIsRefused() throws IOException {
        lesson();
        assertThat(refusal("lessons/spoken").arguments()).containsExactly("zh.mp3");
        Files.delete(temp.resolve("lessons/spoken/zh.audio.vtt"));
        Silence.mp3(temp.resolve("lessons/spoken/zh.mp3"), 1);
        assertThat(refusal("lessons/spoken").arguments()).containsExactly("zh.audio.vtt");
        assertThat(publications.find(TextKind.LESSON, "spoken")).isEmpty();
    }

    @Test
    void aRecordingThatIsNoSoundIsRefused() throws IOException {
        lesson();
        for (String content : List.of("\u0089PNG\r\n\u001a\n", "<script>", "")) {
            Files.write(temp.resolve("lessons/spoken/zh.mp3"), content.getBytes(StandardCharsets.ISO_8859_1));
            assertThat(refusal("lessons/spoken").getMessage()).contains("refused.media");
        }
    }

    @Test
    void aFilmWithMoreCuesOrChaptersThanAreShownIsRefused() throws IOException {
        write("series/long/series.yaml", "title:\n  zh: 长\n");
        for (String name : List.of("zh.vtt", "zh.chapters.vtt")) {
            write("series/long/01/zh.md", "一\n");
            int most = name.equals("zh.vtt") ? WebVtt.MOST_CUES : WebVtt.MOST_CHAPTERS;
            String cue = "00:00:0%d.000 --> 00:00:09.000\n一\n\n";
            write("series/long/01/" + name, "WEBVTT\n\n" + cue.formatted(1).repeat(most) + cue.formatted(2));
            assertThat(refusal("series/long/01").getMessage()).contains("refused.too-many-cues");
            assertThat(refusal("series/long/01").arguments()).containsExactly(name, most);
            write("series/long/01/" + name, "WEBVTT\n\n" + cue.formatted(1).repeat(most));
        }
        assertThat(folder.takeIn(temp, outcome -> {}))
                .allSatisfy(outcome -> assertThat(outcome.refusal()).isEmpty());
    }

    @Test
    void theContentOfThisProjectIsTakenInWhole() {
        assertThat(folder.takeIn(CONTENT, outcome -> {}))
                .isNotEmpty()
                .allSatisfy(outcome -> assertThat(outcome.refusal()).isEmpty());
        assertThat(publications.count(TextKind.ARTICLE, Language.CHINESE)).isGreaterThanOrEqualTo(6);
        assertThat(publications.count(TextKind.LESSON, Language.MONGOLIAN)).isGreaterThanOrEqualTo(5);
        assertThat(publications.episodes("cloud-classroom", Language.MONGOLIAN)).hasSizeGreaterThanOrEqualTo(3);
        Episode episode = (Episode)
                publications.find(TextKind.EPISODE, "cloud-classroom/01").orElseThrow();
        assertThat(episode.video().orElseThrow().type()).isEqualTo("video/mp4");
        assertThat(episode.edition(Language.MONGOLIAN).orElseThrow().captions()).startsWith("WEBVTT");
        assertThat(publications.series("cloud-classroom").orElseThrow().baseline())
                .isPresent();
        assertThat(folder.takeIn(CONTENT, outcome -> {}).stream()
                        .filter(outcome -> !outcome.path().equals("series/cloud-classroom")))
                .allSatisfy(outcome ->
                        assertThat(outcome.refusal().orElseThrow().key()).isEqualTo("refused.slug-taken"));
    }

    @Test
    void mergingWhatWasExtractedGivesEveryFileOfTheContentBack() throws IOException {
        try (Stream<Path> files = Files.walk(CONTENT)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".md")).toList()) {
                String text = Files.readString(file);
                FrontMatter.File parts = FrontMatter.split(text);
                var body = new Markdown(parts.body());
                List<String> blocks = body.blocks().stream().map(Block::text).toList();
                assertThat(parts.head() + body.merge(blocks))
                        .as(file.toString())
                        .isEqualTo(text);
            }
        }
    }

    @Test
    void anItemThatIsRefusedLeavesNothing() throws IOException {
        write("articles/good/zh.md", "好。\n");
        write("articles/bad/zh.md", "---\ndate: nie\n---\n坏。\n");
        List<ContentFolder.Outcome> outcomes = folder.takeIn(temp, outcome -> {});
        assertThat(outcomes).hasSize(2);
        assertThat(publications.count(TextKind.ARTICLE, Language.CHINESE)).isEqualTo(1);
        assertThat(context.getBean(khos.translation.Translations.class).documents())
                .hasSize(1);
    }

    @Test
    void whatIsNotUtf8IsRefusedWithItsLine() throws IOException {
        Files.createDirectories(temp.resolve("articles/gbk"));
        Files.write(temp.resolve("articles/gbk/zh.md"), "ok\n\n翻译".getBytes("GBK"));
        Refused refusal = refusal("articles/gbk");
        assertThat(refusal.key()).isEqualTo("refused.not-utf8");
        assertThat(refusal.arguments()).containsExactly(3L);
    }

    @Test
    void aVideoThatIsNoneIsRefused() throws IOException {
        write("series/s/series.yaml", "title: {zh: 课堂}\n");
        write("series/s/01/zh.md", "一\n");
        write("series/s/01/video.mp4", "<html><script>alert(1)</script>");
        assertThat(refusal("series/s/01").key()).isEqualTo("refused.media");
        assertThat(publications.find(TextKind.EPISODE, "s/01")).isEmpty();
    }

    @Test
    void aFolderWithoutSourceIsRefused() throws IOException {
        write("articles/x/mn.md", "ᠨᠢᠭᠡ\n");
        assertThat(refusal("articles/x").key()).isEqualTo("refused.no-source");
    }
}
