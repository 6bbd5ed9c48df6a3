package khos.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;

/**
 * Asks one server for one page over and over on connections that stay open, each asking again as soon as it was answered
 * (a closed loop), and times every answer.
 */
final class LoadGenerator {
    /** @param microseconds of each answer, in ascending order */
    record Result(double requestsPerSecond, long[] microseconds, int status, int bodyBytes) {
        /** The time, in milliseconds, within which {@code share} of the answers came. */
        double percentile(double share) {
            return microseconds[(int) Math.min(microseconds.length - 1, Math.round(share * microseconds.length))] / 1e3;
        }
    }

    private static final int MOST_SAMPLES = 2_000_000;

    private final int port;
    private final byte[] request;

    /** @param headers as lines, each ended by {@code \r\n} */
    LoadGenerator(int port, String path, String headers) {
        this.port = port;
        this.request = ("GET " + path + " HTTP/1.1\r\nHost: localhost:" + port + "\r\n" + headers + "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    /** Asks for {@code seconds} on {@code connections} at once. */
    Result run(int connections, double seconds) {
        try (ExecutorService threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("load").factory())) {
            long end = System.nanoTime() + (long) (seconds * 1e9);
            long start = System.nanoTime();
            List<Future<Connection>> running = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                var connection = new Connection(MOST_SAMPLES / connections, end);
                running.add(threads.submit(connection::ask, connection));
            }
            List<Connection> done = new ArrayList<>();
            for (Future<Connection> one : running) {
                done.add(one.get());
            }
            double elapsed = (System.nanoTime() - start) / 1e9;
            long[] all =
                    done.stream().flatMapToLong(Connection::samples).sorted().toArray();
            long count = done.stream().mapToLong(connection -> connection.count).sum();
            return new Result(count / elapsed, all, done.getFirst().status, done.getFirst().length);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private final class Connection {
        private final long[] samples;
        private final long end;
        private long count;
        private int status;
        private int length;

        Connection(int most, long end) {
            this.samples = new long[most];
            this.end = end;
        }

        LongStream samples() {
            return Arrays.stream(samples, 0, (int) Math.min(count, samples.length));
        }

        void ask() {
            byte[] body = new byte[1 << 16];
            while (System.nanoTime() < end) {
                try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                    socket.setTcpNoDelay(true);
                    socket.setSoTimeout((int) TimeUnit.SECONDS.toMillis(30));
                    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
                    OutputStream out = socket.getOutputStream();
                    boolean open = true;
                    while (open && System.nanoTime() < end) {
                        long begin = System.nanoTime();
                        out.write(request);
                        open = answer(in, body);
                        if (count < samples.length) {
                            samples[(int) count] = (System.nanoTime() - begin) / 1_000;
                        }
                        count++;
                    }
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }

        /** Reads one answer; whether the server keeps the connection. */
        private boolean answer(InputStream in, byte[] body) throws IOException {
            status = Integer.parseInt(line(in).split(" ")[1]);
            length = 0;
            boolean open = true;
            for (String header = line(in); !header.isEmpty(); header = line(in)) {
                if (header.length() > 15 && header.regionMatches(true, 0, "content-length:", 0, 15)) {
                    length = Integer.parseInt(header.substring(15).strip());
                } else if (header.toLowerCase(Locale.ROOT).equals("connection: close")) {
                    open = false;
                }
            }
            int rest = length;
            while (rest > 0) {
                int read = in.read(body, 0, Math.min(rest, body.length));
                if (read < 0) {
                    throw new IOException("the answer ended too early");
                }
                rest -= read;
            }
            return open;
        }

        private static String line(InputStream in) throws IOException {
            var line = new StringBuilder(64);
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("the connection was closed");
                }
                if (c != '\r') {
                    line.append((char) c);
                }
            }
            return line.toString();
        }
    }
}
