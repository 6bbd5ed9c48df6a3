package khos.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class IdsTests {
    @Test
    void anIdIsAVersion7UuidOfThisMoment() {
        long before = System.currentTimeMillis();
        UUID id = UUID.fromString(Ids.next());
        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16).isBetween(before, System.currentTimeMillis() + 1_000);
    }

    @Test
    void eachIdSortsAfterTheOneBeforeAlsoWithinAMillisecond() {
        List<String> ids = Stream.generate(Ids::next).limit(50_000).toList();
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void manyThreadsMakeNoIdTwiceAndEachSeesItsOwnInOrder() throws Exception {
        Callable<List<String>> some =
                () -> Stream.generate(Ids::next).limit(10_000).toList();
        try (var executor = Executors.newFixedThreadPool(8)) {
            List<List<String>> made = executor
                    .invokeAll(Stream.generate(() -> some).limit(8).toList())
                    .stream()
                    .map(future -> future.resultNow())
                    .toList();
            assertThat(made).allSatisfy(ids -> assertThat(ids).isSorted());
            assertThat(made.stream().flatMap(List::stream)).doesNotHaveDuplicates();
        }
    }
}
