package khos.storage;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Short messages to the other nodes, by LISTEN and NOTIFY of PostgreSQL; on SQLite there is one node, and nothing is sent.
 *
 * <p>A message may be lost: when it is sent while the connection is broken, or when more than 1,024 wait. A pool between Khos and
 * PostgreSQL that lends connections by transaction lets none through. Whoever relies on messages asks the database now and then, too.
 * Sending never waits, and never fails what it tells of.
 *
 * <p>Messages arrive on one connection of their own, as those of the pool are lent by turns; it is opened again five seconds after
 * it breaks.
 */
@Component
public class NodeMessages implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(NodeMessages.class);
    private static final String CHANNEL = "khos";
    private static final int MOST_WAITING = 1_024;
    private static final int LOOK_MILLIS = 10_000;
    private static final int AGAIN_MILLIS = 5_000;

    private final DataSourceProperties database;
    private final JdbcClient jdbc;
    private final String node = UUID.randomUUID().toString();
    private final BlockingQueue<String> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean running;
    private volatile boolean connected;
    private volatile @Nullable Thread receiver;

    NodeMessages(DataSourceProperties database, JdbcClient jdbc) {
        this.database = database;
        this.jdbc = jdbc;
    }

    /** Calls {@code listener} for every message of another node from now on. */
    public void listen(Consumer<String> listener) {
        listeners.add(listener);
    }

    /** Sends a message of at most 4,000 characters to all other nodes; whether it waits to be sent. */
    public boolean send(String message) {
        return receiver != null && waiting.offer(message);
    }

    /** Whether messages of other nodes arrive. */
    public boolean isConnected() {
        return connected;
    }

    @Override
    public void start() {
        running = true;
        if (database.determineUrl().startsWith("jdbc:postgresql:")) {
            receiver = Thread.ofVirtual().name("node-messages-in").start(this::receive);
            Thread.ofVirtual().name("node-messages-out").start(this::send);
        }
    }

    @Override
    public void stop() {
        running = false;
        Thread waits = receiver;
        if (waits != null) {
            // On a virtual thread this closes the socket it reads from.
            waits.interrupt();
        }
        receiver = null;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void receive() {
        boolean told = false;
        while (running) {
            try (Connection own = connect();
                    Statement statement = own.createStatement()) {
                statement.execute("LISTEN " + CHANNEL);
                connected = true;
                told = false;
                while (running) {
                    hear(own.unwrap(PGConnection.class).getNotifications(LOOK_MILLIS));
                    // Of a connection that was cut silently nothing is heard; asking tells.
                    statement.execute("SELECT 1");
                }
            } catch (SQLException e) {
                if (running && !told) {
                    told = true;
                    LOG.warn("Other nodes are not heard at once for now: {}", e.toString());
                }
            } finally {
                connected = false;
            }
            pause();
        }
    }

    private Connection connect() throws SQLException {
        var properties = new Properties();
        Optional.ofNullable(database.getUsername()).ifPresent(name -> properties.setProperty("user", name));
        Optional.ofNullable(database.getPassword()).ifPresent(word -> properties.setProperty("password", word));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "khos messages");
        return DriverManager.getConnection(database.determineUrl(), properties);
    }

    private void pause() {
        if (running) {
            try {
                Thread.sleep(AGAIN_MILLIS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void hear(PGNotification @Nullable [] notifications) {
        if (notifications == null) {
            return;
        }
        for (PGNotification notification : notifications) {
            String[] parts = notification.getParameter().split("\n", 2);
            if (parts.length == 2 && !parts[0].equals(node)) {
                listeners.forEach(listener -> tell(listener, parts[1]));
            }
        }
    }

    private static void tell(Consumer<String> listener, String message) {
        try {
            listener.accept(message);
        } catch (RuntimeException e) {
            LOG.warn("a message of another node was not understood", e);
        }
    }

    private void send() {
        try {
            while (running) {
                String message = waiting.poll(1, TimeUnit.SECONDS);
                if (message != null) {
                    notify(message);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void notify(String message) {
        try {
            jdbc.sql("SELECT CAST(pg_notify(:channel, :text) AS text)")
                    .param("channel", CHANNEL)
                    .param("text", node + "\n" + message)
                    .query((row, number) -> number)
                    .list();
        } catch (DataAccessException e) {
            LOG.debug("a message was lost", e);
        }
    }
}
