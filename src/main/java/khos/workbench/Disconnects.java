package khos.workbench;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.turbo.TurboFilter;
import ch.qos.logback.core.spi.FilterReply;
import jakarta.annotation.PreDestroy;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;
import org.slf4j.Marker;
import org.springframework.stereotype.Component;

/**
 * Tells of a browser that went away while something was pushed to it in one quiet line.
 *
 * <p>Vaadin's {@code PushAtmosphereHandler} logs whatever ends a push connection as an error with its trace: also that Tomcat does not
 * write to a session that was closed a moment ago, and that a connection broke. These two are no faults; all else it says, and all that
 * others say, is logged as it was.
 */
@Component
class Disconnects extends TurboFilter {
    private static final String PUSH = "com.vaadin.flow.server.communication.PushAtmosphereHandler";
    private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Disconnects.class);

    Disconnects() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.addTurboFilter(this);
        }
    }

    @PreDestroy
    void remove() {
        if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
            context.getTurboFilterList().remove(this);
        }
    }

    @Override
    public FilterReply decide(
            @Nullable Marker marker,
            Logger logger,
            Level level,
            @Nullable String format,
            Object @Nullable [] arguments,
            @Nullable Throwable thrown) {
        if (thrown == null || !logger.getName().equals(PUSH) || !isDisconnect(thrown)) {
            return FilterReply.NEUTRAL;
        }
        LOG.debug("a browser went away: {}", thrown.toString());
        return FilterReply.DENY;
    }

    /** Whether it says that the other side is gone: as an {@link IOException}, or as Tomcat does where it refuses to write. */
    private static boolean isDisconnect(Throwable thrown) {
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException || isClosedSession(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isClosedSession(Throwable cause) {
        return cause instanceof IllegalStateException
                && cause.getMessage() != null
                && cause.getMessage().contains("the WebSocket session has been closed");
    }
}
