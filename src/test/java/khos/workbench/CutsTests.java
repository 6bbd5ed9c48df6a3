package khos.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import khos.translation.Segment;
import khos.translation.State;
import org.junit.jupiter.api.Test;

class CutsTests {
    private static Segment segment(String source, String target) {
        return new Segment(
                "s", "d", 0, 1, 0, source, "", target, Optional.empty(), State.TRANSLATED, 0, "admin", Instant.EPOCH);
    }

    @Test
    void aCutIsProposedBehindTheClauseThatTheCaretStandsAt() {
        Segment segment = segment("马快，牛慢，羊吃草。", "aaa,bbb,ccc.");
        assertThat(Cuts.proposal(segment, 4)).isEqualTo(3);
        assertThat(Cuts.proposal(segment, 8)).isEqualTo(6);
    }

    @Test
    void withoutACaretItIsTheMiddle() {
        assertThat(Cuts.proposal(segment("马快，牛慢，羊吃草。", ""), 0)).isEqualTo(6);
        assertThat(Cuts.proposal(segment("马跑得快", ""), 0)).isEqualTo(2);
    }
}
