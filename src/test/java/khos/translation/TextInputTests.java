package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextInputTests {
    @Test
    void aTextWithoutATitleOfItsOwnTakesTheGivenOne() {
        assertThat(TextInput.titled("一句。\n", "no: \"牧民\"")).isEqualTo("---\ntitle: \"no: \\\"牧民\\\"\"\n---\n\n一句。\n");
        assertThat(TextInput.titled("# 草原\n", "牧民")).isEqualTo("# 草原\n");
        assertThat(TextInput.titled("---\ntitle: 草原\n---\n一句。\n", "牧民")).startsWith("---\ntitle: 草原");
        assertThat(TextInput.titled("一句。\n", " ")).isEqualTo("一句。\n");
        assertThat(TextInput.titled("一句。\n", null)).isEqualTo("一句。\n");
    }
}
