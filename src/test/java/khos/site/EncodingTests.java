package khos.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.aayushatharva.brotli4j.decoder.Decoder;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EncodingTests {
    private static final byte[] PAGE = "<p>ᠮᠣᠩᠭᠣᠯ 汉文</p>".repeat(200).getBytes(StandardCharsets.UTF_8);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "gzip, deflate, br, zstd | BROTLI",
                "gzip, deflate, br | BROTLI",
                "br;q=1, GZIP;q=0.5 | BROTLI",
                "gzip, deflate, br;q=0 | GZIP",
                "gzip | GZIP",
                "x-gzip | GZIP",
                "* | BROTLI",
                "*, br;q=0 | GZIP",
                "gzip;q=0 | IDENTITY",
                "gzip; q=0.000 | IDENTITY",
                "'gzip;\tq=0' | IDENTITY",
                "gzip;;q=0 | IDENTITY",
                "gzip;x=1;q=0;y | IDENTITY",
                "gzip;q=0.01 | GZIP",
                "gzip;xq=0 | GZIP",
                "gzip;q= | GZIP",
                "brotli, bro, xgzip | IDENTITY",
                "identity | IDENTITY",
                "'' | IDENTITY",
                "none | IDENTITY"
            })
    void theBestThatAReaderAcceptsIsSent(String accepted, Encoding encoding) {
        assertThat(Encoding.of(accepted)).isEqualTo(encoding);
    }

    @Test
    void whatIsUnpackedIsThePage() throws IOException {
        byte[] brotli = Encoding.BROTLI.encode(PAGE);
        byte[] gzip = Encoding.GZIP.encode(PAGE);
        assertThat(Decoder.decompress(brotli).getDecompressedData()).isEqualTo(PAGE);
        assertThat(new GZIPInputStream(new ByteArrayInputStream(gzip)).readAllBytes())
                .isEqualTo(PAGE);
        assertThat(Encoding.IDENTITY.encode(PAGE)).isEqualTo(PAGE);
        assertThat(brotli.length).isLessThan(gzip.length);
    }
}
