package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class ToldChangesTests extends Room {
    private final BlockingQueue<DocumentEvent> heard = new LinkedBlockingQueue<>();

    ToldChangesTests(TestDatabase database) {
        super(database);
    }

    private DocumentEvent next() throws InterruptedException {
        return heard.poll(10, TimeUnit.SECONDS);
    }

    @Test
    void whoLooksAtADocumentHearsWhatHappensInIt() throws InterruptedException {
        String document = extract("马，牛。");
        Segment segment = segment(document, 0);
        try (var subscription = bean(DocumentEvents.class).subscribe(document, heard::add)) {
            assertThat(subscription).isNotNull();
            Segment translated = translate(segment, "x");
            assertThat(next())
                    .isEqualTo(
                            new DocumentEvent.SegmentChanged(document, segment.id(), translated.version(), "editor"));
            bean(Comments.class).add(segment.id(), "?");
            assertThat(next()).isEqualTo(new DocumentEvent.CommentsChanged(document, segment.id(), "editor"));
            bean(People.class).lease(segment.id());
            bean(People.class).lease(segment.id());
            assertThat(next()).isEqualTo(new DocumentEvent.PeopleChanged(document, "editor"));
            bean(Splits.class).split(segment.id(), 2, 1, translated.version());
            assertThat(next()).isEqualTo(new DocumentEvent.DocumentChanged(document, "editor"));
        }
    }

    @Test
    void whatIsFilledAndTakenBackIsTold() throws InterruptedException {
        String document = extract("马\n\n马");
        Segment translated = translate(segment(document, 0), "x");
        try (var subscription = bean(DocumentEvents.class).subscribe(document, heard::add)) {
            assertThat(subscription).isNotNull();
            Filling filling =
                    bean(Propagations.class).propagate(translated.id(), false).orElseThrow();
            assertThat(next()).isEqualTo(new DocumentEvent.DocumentChanged(document, "editor"));
            bean(Fillings.class).undo(filling.id());
            assertThat(next()).isEqualTo(new DocumentEvent.DocumentChanged(document, "editor"));
        }
    }

    @Test
    void whatIsRolledBackIsNotTold() throws InterruptedException {
        String document = extract("马");
        Segment segment = segment(document, 0);
        try (var subscription = bean(DocumentEvents.class).subscribe(document, heard::add)) {
            assertThat(subscription).isNotNull();
            var transaction = new TransactionTemplate(bean(PlatformTransactionManager.class));
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> {
                        translate(segment, "lost");
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
            translate(segment, "kept");
            assertThat(next())
                    .isInstanceOfSatisfying(
                            DocumentEvent.SegmentChanged.class,
                            changed -> assertThat(changed.version()).isEqualTo(1));
            assertThat(segment(document, 0).target()).isEqualTo("kept");
            assertThat(heard).isEmpty();
        }
    }
}
