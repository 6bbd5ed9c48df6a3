package khos.site;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import khos.language.Conversion;
import khos.mongolian.Menksoft;
import khos.mongolian.Transliteration;

/** A text by which a reader without one sees what a conversion does: the five animals, as lessons have them. */
enum Sample {
    MENKSOFT(Conversion.MENKSOFT_TO_UNICODE, Menksoft.ofUnicode(Texts.ANIMALS).text()),
    SPELLING(Conversion.REPAIR, Texts.UNTIDY),
    LATIN(Conversion.LATIN_TO_UNICODE, Transliteration.official(Texts.ANIMALS)),
    KEYBOARD(Conversion.KEYBOARD_TO_UNICODE, "mqri uher temege hqni");

    private final Conversion conversion;
    private final String text;

    Sample(Conversion conversion, String text) {
        this.conversion = conversion;
        this.text = text;
    }

    private static final class Texts {
        static final String ANIMALS = "ᠮᠣᠷᠢ᠂ ᠦᠬᠡᠷ᠂ ᠲᠡᠮᠡᠭᠡ᠂ ᠬᠣᠨᠢ᠂ ᠢᠮᠠᠭ\u180Eᠠ᠃";
        /** Looks right, but holds a space too many, the older connector, signs without effect, and some for vertical lines. */
        static final String UNTIDY =
                "ᠦᠰᠦᠭ \u202Fᠤᠨ ᠲᠤᠭᠠ\uFE13 ᠮᠣᠷᠢ\u180B\uFE10 ᠦᠬᠡᠷ\uFE10 ᠲᠡᠮᠡᠭᠡ\uFE10 ᠬᠣ\u00ADᠨᠢ\uFE10 ᠢᠮᠠᠭ\u202Fᠠ\uFE12";

        private Texts() {}
    }

    Conversion conversion() {
        return conversion;
    }

    String text() {
        return text;
    }

    /** Its name in addresses and message keys. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Sample> find(String code) {
        return Arrays.stream(values()).filter(one -> one.code().equals(code)).findFirst();
    }
}
