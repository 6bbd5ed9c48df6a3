package khos.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import khos.publication.Cue;
import org.junit.jupiter.api.Test;

class LineTests {
    @Test
    void aLineHoldsTheCuesOfBothLanguages() {
        assertThat(Line.of(
                        List.of(new Cue("1", 0, 10, "一"), new Cue("", 20, 30, "二"), new Cue("4", 60, 70, "四")),
                        List.of(
                                new Cue("1", 2, 12, "ᠨᠢᠭᠡ"),
                                new Cue("", 20, 31, "ᠬᠣᠶᠠᠷ"),
                                new Cue("3", 40, 50, "ᠭᠤᠷᠪᠠ"))))
                .containsExactly(
                        new Line(0, 10, Optional.of("一"), Optional.of("ᠨᠢᠭᠡ")),
                        new Line(20, 30, Optional.of("二"), Optional.of("ᠬᠣᠶᠠᠷ")),
                        new Line(40, 50, Optional.empty(), Optional.of("ᠭᠤᠷᠪᠠ")),
                        new Line(60, 70, Optional.of("四"), Optional.empty()));
    }
}
