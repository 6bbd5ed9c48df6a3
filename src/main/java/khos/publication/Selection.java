package khos.publication;

/**
 * What publications of a list have in common.
 *
 * @param value the tag, the topic, the name, or a month as {@code 2026-11}
 */
public record Selection(By by, String value) {
    /** By what a list is chosen. */
    public enum By {
        TAG,
        /** Of a lesson. */
        TOPIC,
        /** Author or translator. */
        PERSON,
        /** Of the date that a publication bears. */
        MONTH
    }
}
