package khos.language;

/** How lines of a script run, named as in CSS Writing Modes Level 4, section 3.1. */
public enum WritingMode {
    HORIZONTAL_TB("horizontal-tb"),
    VERTICAL_LR("vertical-lr");

    private final String css;

    WritingMode(String css) {
        this.css = css;
    }

    /** The CSS value, for example {@code vertical-lr}. */
    public String css() {
        return css;
    }
}
