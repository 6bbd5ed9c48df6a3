package khos.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsTests {
    private static Set<String> keys(Locale locale) {
        return ResourceBundle.getBundle(
                        "i18n/messages", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES))
                .keySet()
                .stream()
                .filter(key -> key.startsWith("workbench.") || key.startsWith("refused.") || key.startsWith("check."))
                .collect(Collectors.toSet());
    }

    @Test
    void chineseAndEnglishSayTheSameThings() {
        assertThat(keys(Locale.CHINESE)).isNotEmpty().isEqualTo(keys(Locale.ENGLISH));
    }

    @Test
    void chineseIsSpokenWhereNobodyAsks() {
        assertThat(Words.locale()).isEqualTo(Locale.CHINESE);
    }
}
