package khos.translation;

/** How many segments of a document are in which state; {@code drafts} of the initial ones have been begun. */
public record Progress(int initial, int drafts, int translated, int reviewed, int finished) {
    public int total() {
        return initial + translated + reviewed + finished;
    }
}
