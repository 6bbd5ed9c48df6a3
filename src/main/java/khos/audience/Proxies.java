package khos.audience;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The proxies whose {@code X-Forwarded-For} is believed (OWASP ASVS 5.0, 4.1.3): addresses and networks such as
 * {@code 10.0.0.5, 10.1.0.0/16, ::1}.
 */
@Component
public class Proxies {
    /** Digits, letters and colons of a numeric address: a name would be looked up in the network. */
    private static final Pattern NUMERIC = Pattern.compile("[0-9a-fA-F:.]{2,45}");

    private record Network(byte[] prefix, int bits) {
        boolean contains(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private final List<Network> trusted;

    /** @throws IllegalArgumentException when one of them is no address or network */
    Proxies(@Value("${khos.trusted-proxies}") String networks) {
        this.trusted = Arrays.stream(networks.split("[,\\s]+"))
                .filter(network -> !network.isEmpty())
                .map(Proxies::network)
                .toList();
    }

    /**
     * The reader's address: the last in {@code X-Forwarded-For} that no trusted proxy has, read from the right; the peer's
     * own when the peer is not trusted. An IPv6 address is cut to its network of 64 bits, which one household shares.
     */
    public String reader(String peer, @Nullable String forwardedFor) {
        byte[] reader = numeric(peer);
        if (reader == null) {
            return peer;
        }
        List<String> hops = new ArrayList<>(List.of((forwardedFor == null ? "" : forwardedFor).split(",")));
        while (isTrusted(reader) && !hops.isEmpty()) {
            byte[] hop = numeric(hops.removeLast().strip());
            if (hop == null) {
                break;
            }
            reader = hop;
        }
        return text(reader);
    }

    private boolean isTrusted(byte[] address) {
        return trusted.stream().anyMatch(network -> network.contains(address));
    }

    private static String text(byte[] address) {
        byte[] network = address.length == 16 ? Arrays.copyOf(Arrays.copyOf(address, 8), 16) : address;
        try {
            return InetAddress.getByAddress(network).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Network network(String text) {
        int slash = text.indexOf('/');
        byte[] address = numeric(slash < 0 ? text : text.substring(0, slash));
        if (address == null) {
            throw new IllegalArgumentException("khos.trusted-proxies: '" + text + "' is no address");
        }
        int bits = slash < 0 ? address.length * 8 : Integer.parseInt(text.substring(slash + 1));
        if (bits < 0 || bits > address.length * 8) {
            throw new IllegalArgumentException("khos.trusted-proxies: '" + text + "' is no network");
        }
        return new Network(address, bits);
    }

    private static byte @Nullable [] numeric(String text) {
        if (!NUMERIC.matcher(text).matches()) {
            return null;
        }
        try {
            return InetAddress.getByName(text).getAddress();
        } catch (UnknownHostException e) {
            return null;
        }
    }
}
