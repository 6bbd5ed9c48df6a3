package khos.language;

import java.util.Optional;

/** A language in one script, as Khos translates and publishes it. */
public enum Language {
    CHINESE("zh", "zh-Hans", WritingMode.HORIZONTAL_TB),
    MONGOLIAN("mn", "mn-Mong", WritingMode.VERTICAL_LR);

    private final String code;
    private final String tag;
    private final WritingMode writingMode;

    Language(String code, String tag, WritingMode writingMode) {
        this.code = code;
        this.tag = tag;
        this.writingMode = writingMode;
    }

    /** The short name in addresses, file names and the database: {@code zh}, {@code mn}. */
    public String code() {
        return code;
    }

    /** The BCP 47 tag for {@code lang} attributes: {@code zh-Hans}, {@code mn-Mong}. */
    public String tag() {
        return tag;
    }

    public WritingMode writingMode() {
        return writingMode;
    }

    /** The other one of the pair. */
    public Language other() {
        return this == CHINESE ? MONGOLIAN : CHINESE;
    }

    /**
     * The language of a code as {@link #code()} gives it.
     *
     * @throws IllegalArgumentException when no language has that code
     */
    public static Language of(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException("no language has the code '" + code + "'"));
    }

    /** As {@link #of}, for codes that come from outside. */
    public static Optional<Language> find(String code) {
        for (Language language : values()) {
            if (language.code.equals(code)) {
                return Optional.of(language);
            }
        }
        return Optional.empty();
    }
}
