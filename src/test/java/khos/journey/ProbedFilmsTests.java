package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Somebody who asks for parts of a film that there are not, or too many of them. */
class ProbedFilmsTests extends Journey {
    private static final Pattern ADDRESS = Pattern.compile("src=\"(/media/[^\"]+\\.mp4)\"");
    private static final Pattern PART = Pattern.compile("bytes (\\d+)-(\\d+)/(\\d+)");
    private static final int MOST_RANGES = 5;
    /** Of the lines that stand before a part of several. */
    private static final int LONGEST_HEAD = 200;

    private byte[] film = {};
    private String address = "";
    private String tag = "";

    @BeforeEach
    void findFilm() throws IOException {
        Matcher found = ADDRESS.matcher(get("/zh/series/cloud-classroom/04").body());
        assertThat(found.find()).isTrue();
        address = found.group(1);
        film = Files.readAllBytes(Path.of("content/series/cloud-classroom/04/video.mp4"));
        Wire.Answer whole = ask();
        assertThat(whole.status()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(film);
        tag = whole.header("etag");
    }

    private Wire.Answer ask(String... headers) throws IOException {
        List<String> all = new ArrayList<>(List.of(headers));
        all.add("Host: localhost");
        return Wire.ask(port, "GET", address, all);
    }

    private Wire.Answer range(String range) throws IOException {
        return ask("Range: " + range);
    }

    /** Checks that an answer is the film, a part of it, parts that are less than it, or nothing. */
    private void check(Wire.Answer answer, String asked) {
        assertThat(answer.status()).as(asked).isIn(200, 206, 416);
        switch (answer.status()) {
            case 200 -> assertThat(answer.body()).as(asked).isEqualTo(film);
            case 416 -> {
                assertThat(answer.body()).as(asked).isEmpty();
                assertThat(answer.header("content-range")).as(asked).isEqualTo("bytes */" + film.length);
            }
            default -> {
                Matcher part = PART.matcher(answer.header("content-range"));
                if (part.matches()) {
                    assertThat(answer.body())
                            .as(asked)
                            .isEqualTo(Arrays.copyOfRange(
                                    film, Integer.parseInt(part.group(1)), Integer.parseInt(part.group(2)) + 1));
                } else {
                    assertThat(answer.header("content-type")).as(asked).startsWith("multipart/byteranges");
                    assertThat(answer.body().length).as(asked).isBetween(1, film.length + MOST_RANGES * LONGEST_HEAD);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "items=0-5",
                "BYTES",
                "bytes",
                "bytes=",
                "bytes=a-b",
                "bytes=5-2",
                "bytes=--5",
                "bytes=-",
                "bytes=0-99999999999999999999",
                "bytes=-9223372036854775808",
                "",
                "0-5"
            })
    void whatCannotBeUnderstoodIsAsIfItWereNotThere(String range) throws IOException {
        Wire.Answer answer = range(range);
        assertThat(answer.status()).isEqualTo(200);
        check(answer, range);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "bytes=99999999-",
                "bytes=9223372036854775807-9223372036854775807",
                "bytes=-0",
                "bytes=0-,0-",
                "bytes=0-,1-,2-,3-,4-",
                "bytes=0-0,0-0,0-0,0-0,0-0,0-0"
            })
    void whatCannotBeGivenIsRefusedInAFewBytes(String range) throws IOException {
        Wire.Answer answer = range(range);
        assertThat(answer.status()).isEqualTo(416);
        check(answer, range);
    }

    @Test
    void hundredsOfRangesAreRefusedAtOnce() throws IOException {
        for (int count : new int[] {6, 100, 500, 15_000}) {
            String ranges = IntStream.range(0, count).mapToObj(i -> "0-").collect(Collectors.joining(","));
            Wire.Answer answer = range("bytes=" + ranges);
            assertThat(answer.status()).as("%d ranges", count).isEqualTo(416);
            check(answer, count + " ranges");
        }
    }

    @Test
    void aFewRangesAreGivenTogether() throws IOException {
        Wire.Answer answer = range("bytes=0-0,-1");
        assertThat(answer.status()).isEqualTo(206);
        check(answer, "two");
    }

    @Test
    void partsAreOfTheFilmThatWasBegunOrItIsGivenWhole() throws IOException {
        assertThat(ask("Range: bytes=0-5", "If-Range: " + tag).status()).isEqualTo(206);
        for (String other : List.of(
                "\"old\"",
                "W/" + tag,
                "Wed, 25 Nov 2026 00:00:00 GMT",
                "Wed, 25 Nov 2099 00:00:00 GMT",
                "*",
                "x",
                "")) {
            Wire.Answer answer = ask("Range: bytes=0-5", "If-Range: " + other);
            assertThat(answer.status()).as(other).isEqualTo(200);
            check(answer, other);
        }
        Wire.Answer known = ask("Range: items=0-5", "If-None-Match: " + tag);
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.body()).isEmpty();
    }

    @Test
    void whateverIsAskedNoMoreThanTheFilmIsGiven() throws IOException {
        String[] parts = {
            "0",
            "1",
            "-",
            "-",
            ",",
            " ",
            "5",
            "99",
            "323288",
            "323289",
            "9223372036854775807",
            "bytes=",
            "x",
            "\t",
            "00"
        };
        for (int seed = 0; seed < 2_000; seed++) {
            var random = new Random(seed);
            StringBuilder range = new StringBuilder(random.nextInt(10) == 0 ? "" : "bytes=");
            for (int i = random.nextInt(12); i > 0; i--) {
                range.append(parts[random.nextInt(parts.length)]);
            }
            check(range(range.toString()), "seed %d: %s".formatted(seed, range));
        }
    }
}
