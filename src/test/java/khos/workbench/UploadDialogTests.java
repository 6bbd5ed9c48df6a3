package khos.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UploadDialogTests {
    @ParameterizedTest
    @CsvSource({
        "Old Books.zh.md, old-books",
        "old-books_mn.markdown, old-books",
        "report-2024.md, report-2024",
        "v1.2 notes.txt, v1-2-notes",
        "kazmn.md, kazmn",
        "ᠨᠣᠮ.mn.md, nom",
        "Ном.md, nom",
    })
    void aFileNameProposesANameForAddresses(String fileName, String slug) {
        assertThat(UploadDialog.slugOf(fileName)).isEqualTo(slug);
    }

    @Test
    void aNameThatOnlyTellsTheLanguageProposesNothing() {
        assertThat(UploadDialog.slugOf("zh.md")).isEmpty();
        assertThat(UploadDialog.slugOf("mn.txt")).isEmpty();
    }

    @Test
    void aNameWithoutLatinLettersProposesNothing() {
        assertThat(UploadDialog.slugOf("草原.md")).isEmpty();
    }
}
