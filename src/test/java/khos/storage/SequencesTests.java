package khos.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class SequencesTests {
    private final ConfigurableApplicationContext context;
    private final Sequences sequences;
    private final TransactionTemplate transaction;

    SequencesTests(TestDatabase database) {
        context = database.start();
        sequences = context.getBean(Sequences.class);
        transaction = new TransactionTemplate(context.getBean(PlatformTransactionManager.class));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void numbersCountFromOneWithoutGapsThoughManyAsk() throws Exception {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Long>> asks = IntStream.range(0, 100)
                    .<Callable<Long>>mapToObj(i -> () -> transaction.execute(status -> sequences.next("test")))
                    .toList();
            List<Long> numbers = threads.invokeAll(asks).stream()
                    .map(Future::resultNow)
                    .sorted()
                    .toList();
            assertThat(numbers).isEqualTo(LongStream.rangeClosed(1, 100).boxed().toList());
        }
    }

    @Test
    void aNumberIsGivenBackWhenTheTransactionRollsBack() {
        transaction.executeWithoutResult(status -> {
            sequences.next("test");
            status.setRollbackOnly();
        });
        assertThat(transaction.<Long>execute(status -> sequences.next("test"))).isEqualTo(1);
    }

    @Test
    void noNumberIsGivenOutsideATransaction() {
        assertThatThrownBy(() -> sequences.next("test")).isInstanceOf(IllegalTransactionStateException.class);
    }
}
