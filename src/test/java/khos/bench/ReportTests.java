package khos.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReportTests {
    @Test
    void figuresStandInColumnsWithTheirRatioBeside() {
        var report = new Report("script");
        report.add("copying", 275.68, "Mchar/s", Report.times(1, "copying"));
        report.add("K2", 8.4159, "Mchar/s", Report.times(0.030527, "copying"));
        report.add("words", 25_755, "words");
        assertThat(report.table()).isEqualTo("""
                script
                  copying       275.7 Mchar/s      1 × copying
                  K2             8.42 Mchar/s      0.0305 × copying
                  words        25,755 words
                """);
    }

    @Test
    void textOfOneSeedIsTheSame() {
        assertThat(new MongolianText(1).text(2_000))
                .isEqualTo(new MongolianText(1).text(2_000))
                .isNotEqualTo(new MongolianText(2).text(2_000));
    }
}
