package khos.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.translation.KeptSegment;
import khos.translation.Refused;
import khos.translation.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContentExportTests {
    private static final Path FOLDER = Path.of("out");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "series/..",
                "series/../..",
                "articles/a/../../b",
                "articles//b",
                "articles/",
                "/etc",
                "series/.hidden",
                "series/a\\b",
                "series/a\u0000b",
                "series/a\nb"
            })
    void noItemLiesOutsideOfTheFolder(String path) {
        assertThatThrownBy(() -> ContentExport.place(FOLDER, path)).isInstanceOf(Refused.class);
    }

    @Test
    void anItemLiesWhereItsAddressSays() {
        assertThat(ContentExport.place(FOLDER, "series/云课堂/01")).isEqualTo(FOLDER.resolve("series/云课堂/01"));
    }

    @Test
    void factsAreReadAsTheyAreWritten() {
        var facts = new KeptFacts(
                Language.MONGOLIAN,
                Map.of(
                        Language.CHINESE,
                        new KeptFacts.Out(Status.WITHDRAWN, Instant.EPOCH),
                        Language.MONGOLIAN,
                        new KeptFacts.Out(Status.PUBLISHED, Instant.ofEpochMilli(1_763_712_000_001L))));
        assertThat(KeptFacts.of(facts.yaml())).isEqualTo(facts);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "source: en",
                "source: [zh",
                "source: zh\nzh: {status: out, since: \"2026-11-20T08:00:00Z\"}",
                "source: zh\nzh: {status: published, since: yesterday}"
            })
    void factsThatAreNoneAreRefused(String yaml) {
        assertThatThrownBy(() -> KeptFacts.of(yaml)).isInstanceOf(Refused.class);
    }

    @Test
    void segmentsAreReadAsTheyAreWritten() {
        List<KeptSegment> segments = List.of(
                new KeptSegment("a", 1, -2, "\"\n\u2028", " ", "ᠮᠣᠷᠢ\u202f", Optional.of(""), State.TRANSLATED),
                new KeptSegment("b", 7, 0, "马", "", "", Optional.empty(), State.INITIAL));
        assertThat(KeptSegments.read(KeptSegments.write(segments))).isEqualTo(segments);
    }

    @ParameterizedTest
    @ValueSource(strings = {"no json", "{}", "[]", "{\"state\":\"DONE\"}", "{\"state\":\"FINAL\"} {", "null"})
    void segmentsThatAreNoneAreRefusedWithTheirLine(String line) {
        assertThatThrownBy(() -> KeptSegments.read("{\"id\":\"a\",\"state\":\"FINAL\"}\n" + line + "\n"))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refusal -> assertThat(refusal.arguments()).containsExactly(2));
    }
}
