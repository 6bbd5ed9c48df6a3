package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import khos.As;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.publication.Publications;
import khos.translation.State;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.test.context.TestPropertySource;

/** Readers go on searching while texts come out and are taken back, and while the index is destroyed under them. */
@ExtendWith(OutputCaptureExtension.class)
@TestPropertySource(properties = "journey=load")
class SearchUnderLoadTests extends Journey {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    private static final int READERS = 3;
    private static final Duration VISIBLE = Duration.ofSeconds(1);
    private static final Duration REPAIRED = Duration.ofSeconds(20);
    /** A word that no other text has. */
    private static final String WORD = "驼铃叮当";

    @Autowired
    private Translations translations;

    @Autowired
    private Publications publications;

    @Value("${khos.index}")
    private Path index;

    private final ExecutorService readers = Executors.newFixedThreadPool(READERS);
    private final AtomicBoolean reading = new AtomicBoolean(true);
    /** Even while the text is out and seen, odd while it is on its way; two further: taken back. */
    private final AtomicInteger state = new AtomicInteger();

    private String document = "";

    @BeforeEach
    void write() {
        As.signIn(Role.EDITOR);
        document = translations
                .extract(
                        TextKind.ARTICLE,
                        "bells-" + new Random().nextInt(1_000_000),
                        PAIR,
                        "---\ntitle: 铃声\n---\n" + WORD + "。\n",
                        "---\ntitle: ᠬᠣᠩᠬᠣ\n---\nᠬᠣᠩᠬᠣ᠃\n",
                        State.FINAL)
                .id();
    }

    @AfterEach
    void stop() {
        reading.set(false);
        readers.shutdownNow();
        for (Language language : Language.values()) {
            publications.withdraw(document, language);
        }
        As.signOut();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private boolean isFound() {
        HttpResponse<String> answer = get("/api/v1/search?q=" + encoded(WORD));
        assertThat(answer.statusCode()).isEqualTo(200);
        return !answer.body().contains("\"total\":0");
    }

    private static void await(Duration longest, BooleanSupplier condition, String what) {
        long until = System.nanoTime() + longest.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as(what).isLessThan(until);
        }
    }

    private void publish() {
        publications.publish(document, Language.CHINESE);
        await(VISIBLE, this::isFound, "published and not found");
    }

    private void withdraw() {
        publications.withdraw(document, Language.CHINESE);
        await(VISIBLE, () -> !isFound(), "withdrawn and found");
    }

    /** Asks until told to stop; an answer of a time when nothing changed must be the truth. */
    private int read(int number) {
        List<String> others =
                List.of("/zh/search?q=%E4%BA%91", "/mn/search?q=nom", "/api/v1/suggest?q=y", "/zh/search");
        int answers = 0;
        while (reading.get()) {
            int before = state.get();
            boolean found = isFound();
            if (before % 2 == 0 && state.get() == before) {
                assertThat(found).as("in state %d", before).isEqualTo(before % 4 == 2);
            }
            assertThat(get(others.get((number + answers) % others.size())).statusCode())
                    .isEqualTo(200);
            answers++;
        }
        return answers;
    }

    @Test
    void whatReadersFindIsAlwaysWhatIsOut(CapturedOutput output) throws Exception {
        List<Future<Integer>> answers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            int number = i;
            answers.add(readers.submit(() -> read(number)));
        }
        for (int round = 0; round < 25; round++) {
            state.incrementAndGet();
            publish();
            state.incrementAndGet();
            assertThat(isFound()).isTrue();
            state.incrementAndGet();
            withdraw();
            state.incrementAndGet();
            assertThat(isFound()).isFalse();
        }
        reading.set(false);
        for (Future<Integer> reader : answers) {
            assertThat(reader.get()).isPositive();
        }
        assertThat(output).doesNotContain("Exception");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(index)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private void destroy(String how) throws IOException {
        var random = new Random(3);
        for (Path file : files()) {
            try {
                switch (how) {
                    case "delete" -> Files.deleteIfExists(file);
                    case "cut" -> {
                        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                            channel.truncate(channel.size() / 2);
                        }
                    }
                    default -> {
                        byte[] noise = new byte[(int) Files.size(file)];
                        random.nextBytes(noise);
                        Files.write(file, noise);
                    }
                }
            } catch (NoSuchFileException e) {
                // Lucene was faster.
                assertThat(file).doesNotExist();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"delete", "cut", "overwrite"})
    void anIndexThatIsDestroyedIsBuiltAgainWhileReadersAsk(String how, CapturedOutput output) throws IOException {
        publish();
        destroy(how);
        long until = System.nanoTime() + REPAIRED.toNanos();
        do {
            assertThat(get("/zh/search?q=" + encoded(WORD)).statusCode()).isEqualTo(200);
            assertThat(get("/zh/concordance?q=" + encoded(WORD)).statusCode()).isEqualTo(200);
            assertThat(System.nanoTime()).isLessThan(until);
        } while (!output.getOut().contains("begun anew"));
        await(REPAIRED, this::isFound, "not built again");
        withdraw();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zh/search?q=%zz",
                "/mn/search?q=%",
                "/zh/concordance?q=%E4%BD",
                "/mn/concordance?q=%ff",
                "/api/v1/search?q=%zz",
                "/api/v1/suggest?q=%",
                "/api/v1/concordance?q=%C0%80"
            })
    void brokenEscapesAreAnsweredQuietly(String path, CapturedOutput output) throws IOException {
        String answer = raw(path);
        assertThat(answer).startsWith("HTTP/1.1 400");
        if (path.startsWith("/api/")) {
            assertThat(answer).contains("application/problem+json");
        } else {
            assertThat(answer).contains("text/html").contains("action=\"/" + path.substring(1, 3) + "/search\"");
        }
        assertThat(output).doesNotContain("Exception").doesNotContain("ERROR");
    }

    /** The answer to an address that Java's client refuses to ask for. */
    private String raw(String path) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/zh/search?",
                "/mn/search?",
                "/zh/concordance?",
                "/mn/concordance?",
                "/api/v1/search?",
                "/api/v1/suggest?",
                "/api/v1/concordance?"
            })
    void nothingThatIsAskedIsAnError(String path, CapturedOutput output) {
        List<String> questions = List.of(
                "q=" + encoded("云".repeat(700)),
                "q=" + "a".repeat(6_000),
                "q=" + encoded("ᠨᠣᠮ ".repeat(300)),
                "q=" + encoded("title:云 AND (a OR b~2 [1 TO 2} *:* /.*/ \\"),
                "q=" + encoded("(?:a+)+$ (a|aa)+ [^\\]"),
                "q=" + encoded("\" -\" “ -“云” --"),
                "q=%F0%90%80%80%00%01%EF%BF%BF",
                "q=%E4%BA%91&page=1000000000",
                "q=%E4%BA%91&page=99999999999999999999",
                "q=%E4%BA%91&page=-1",
                "q=%E4%BA%91&size=0",
                "q=%E4%BA%91&year=9999&kind=x&lang=x&series=%00&topic=%22&order=x",
                "q=%E4%BA%91&q=%E8%AF%BE",
                "q");
        for (String question : questions) {
            long start = System.nanoTime();
            HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(url(path + question))));
            assertThat(answer.statusCode())
                    .as(question)
                    .isIn(path.startsWith("/api/") ? List.of(200, 400) : List.of(200));
            assertThat(answer.body()).as(question).doesNotContain("Exception");
            assertThat(Duration.ofNanos(System.nanoTime() - start)).as(question).isLessThan(Duration.ofSeconds(3));
        }
        assertThat(output).doesNotContain("Exception").doesNotContain("ERROR");
    }
}
