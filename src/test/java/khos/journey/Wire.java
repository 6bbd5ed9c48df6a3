package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Requests byte for byte, as no well-behaved client sends them. */
final class Wire {
    private static final int LONGEST_SILENCE = 10_000;
    /** Of what is longer not all is read. */
    private static final int LONGEST_TARGET = 100_000;

    private Wire() {}

    /** @param head by names in small letters; of several with one name the last */
    record Answer(int status, Map<String, String> head, byte[] body) {
        String header(String name) {
            return head.getOrDefault(name, "");
        }

        /** The body, unpacked. */
        byte[] content() throws IOException {
            return switch (header("content-encoding")) {
                case "gzip" -> new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
                case "br" -> Decoder.decompress(body).getDecompressedData();
                default -> body;
            };
        }
    }

    /** The answer of this machine to one request, read to its end; 400 when it hangs up while it is still being asked. */
    static Answer ask(int port, String method, String target, List<String> headers) throws IOException {
        try (var socket = new Socket("localhost", port)) {
            socket.setSoTimeout(LONGEST_SILENCE);
            String request = method + " " + target + " HTTP/1.1\r\n" + String.join("\r\n", headers)
                    + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return read(socket.getInputStream().readAllBytes());
        } catch (SocketException e) {
            assertThat(target.length()).as("%.200s: %s", target, e).isGreaterThan(LONGEST_TARGET);
            return new Answer(400, Map.of(), new byte[0]);
        }
    }

    private static Answer read(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int end = text.indexOf("\r\n\r\n");
        assertThat(end).as(text).isPositive();
        String[] lines = text.substring(0, end).split("\r\n");
        Map<String, String> head = new HashMap<>();
        for (String line : Arrays.asList(lines).subList(1, lines.length)) {
            int colon = line.indexOf(':');
            head.put(
                    line.substring(0, colon).toLowerCase(Locale.ROOT),
                    line.substring(colon + 1).strip());
        }
        return new Answer(
                Integer.parseInt(lines[0].split(" ")[1]), head, Arrays.copyOfRange(bytes, end + 4, bytes.length));
    }
}
