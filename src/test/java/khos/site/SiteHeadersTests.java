package khos.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;

class SiteHeadersTests {
    private static MockHttpServletResponse answer(String publicUrl) {
        var response = new MockHttpServletResponse();
        new SiteHeaders(publicUrl).write(response);
        return response;
    }

    @Test
    void aSiteWhoseAddressIsHttpsIsAskedByHttpsAlone() {
        assertThat(answer("https://khos.example").getHeader("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
        assertThat(answer("http://khos.example").containsHeader("Strict-Transport-Security"))
                .isFalse();
        assertThat(answer("").containsHeader("Strict-Transport-Security")).isFalse();
    }

    @Test
    void whatWasSaidMoreSpeciallyStays() {
        var response = new MockHttpServletResponse();
        response.setHeader("Content-Security-Policy", "sandbox");
        new SiteHeaders("").write(response);
        assertThat(response.getHeader("Content-Security-Policy")).isEqualTo("sandbox");
        assertThat(response.getHeader("X-Content-Type-Options")).isEqualTo("nosniff");
    }
}
