package khos.audience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ProxiesTests {
    @Test
    void aStrangersHeaderIsNotBelieved() {
        assertThat(new Proxies("").reader("203.0.113.9", "1.2.3.4")).isEqualTo("203.0.113.9");
        assertThat(new Proxies("10.0.0.5").reader("10.0.0.6", "1.2.3.4")).isEqualTo("10.0.0.6");
    }

    @Test
    void theLastHopNoTrustedProxyHasIsTheReader() {
        var proxies = new Proxies("10.0.0.0/8, 192.0.2.1");
        assertThat(proxies.reader("10.1.2.3", "1.2.3.4, 203.0.113.9, 192.0.2.1"))
                .isEqualTo("203.0.113.9");
        assertThat(proxies.reader("10.1.2.3", null)).isEqualTo("10.1.2.3");
        assertThat(proxies.reader("10.1.2.3", "localhost, <script>")).isEqualTo("10.1.2.3");
    }

    @Test
    void oneHouseholdOfIpv6IsOneAddress() {
        var proxies = new Proxies("");
        assertThat(proxies.reader("2001:db8:1:2:aaaa::1", null))
                .isEqualTo(proxies.reader("2001:db8:1:2:bbbb::2", null));
        assertThat(proxies.reader("2001:db8:1:2::1", null)).isNotEqualTo(proxies.reader("2001:db8:1:3::1", null));
    }

    @Test
    void whatIsNoNetworkIsRefusedAtTheStart() {
        assertThatThrownBy(() -> new Proxies("proxy.example")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Proxies("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }
}
