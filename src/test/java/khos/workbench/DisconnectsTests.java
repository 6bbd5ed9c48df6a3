package khos.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.EOFException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class DisconnectsTests {
    private static final Logger PUSH =
            (Logger) LoggerFactory.getLogger("com.vaadin.flow.server.communication.PushAtmosphereHandler");
    private static final Logger OTHER = (Logger) LoggerFactory.getLogger("khos.workbench.Other");

    private final Disconnects disconnects = new Disconnects();
    private final ListAppender<ILoggingEvent> seen = new ListAppender<>();

    @BeforeEach
    void watch() {
        seen.start();
        List.of(PUSH, OTHER).forEach(logger -> {
            logger.setAdditive(false);
            logger.addAppender(seen);
        });
    }

    @AfterEach
    void leave() {
        List.of(PUSH, OTHER).forEach(logger -> {
            logger.detachAppender(seen);
            logger.setAdditive(true);
        });
        disconnects.remove();
    }

    @Test
    void aBrowserThatWentAwayIsNoError() {
        PUSH.error(
                "Exception in push connection",
                new IllegalStateException("Message will not be sent because the WebSocket session has been closed"));
        PUSH.error("Exception in push connection", new RuntimeException(new EOFException()));
        assertThat(seen.list).isEmpty();
    }

    @Test
    void faultsOfPushAndWhatOthersSayAreLogged() {
        PUSH.error("Exception in push connection", new IllegalStateException("the state of something else"));
        PUSH.error("Exception in push connection", new NullPointerException());
        PUSH.error("Exception in push connection");
        OTHER.error("a disk is broken", new EOFException());
        assertThat(seen.list).hasSize(4);
    }
}
