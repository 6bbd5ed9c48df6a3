package khos.markdown;

/** Refuses a text that would change the structure around its block, such as an empty paragraph. */
public class StructureBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int block;
    private final String text;

    StructureBroken(int block, String text) {
        super("block " + block + " would not stay one block: " + text);
        this.block = block;
        this.text = text;
    }

    /** The number of the block, from 0. */
    public int block() {
        return block;
    }

    public String text() {
        return text;
    }
}
