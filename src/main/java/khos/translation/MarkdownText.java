package khos.translation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import khos.markdown.Block;
import khos.markdown.FrontMatter;
import khos.markdown.MalformedFrontMatter;
import khos.markdown.Markdown;
import khos.markdown.StructureBroken;

/** A Markdown file as its translatable units: the title and summary of its front matter, then the blocks of its body. */
final class MarkdownText {
    /** One unit; {@code number} as in {@link Segment#unit()}, {@code kind} as in {@link Block#kind()}. */
    record Unit(int number, String kind, String text) {}

    private final FrontMatter.File file;
    private final Markdown body;

    private MarkdownText(FrontMatter.File file) {
        this.file = file;
        this.body = new Markdown(file.body());
    }

    /** @throws Refused {@code refused.front-matter} with what is wrong with it */
    static MarkdownText of(String text) {
        try {
            return new MarkdownText(FrontMatter.split(text));
        } catch (MalformedFrontMatter e) {
            throw new Refused(
                    "refused.front-matter",
                    String.valueOf(e.getMessage()).lines().findFirst().orElse(""));
        }
    }

    FrontMatter matter() {
        return file.matter();
    }

    String body() {
        return file.body();
    }

    List<Unit> units() {
        List<Unit> units = new ArrayList<>();
        matter().text("title").ifPresent(title -> units.add(new Unit(Segment.TITLE, "title", title)));
        matter().text("summary").ifPresent(summary -> units.add(new Unit(Segment.SUMMARY, "summary", summary)));
        for (Block block : body.blocks()) {
            units.add(new Unit(units.size() - matterUnits(), block.kind(), block.text()));
        }
        return units;
    }

    private int matterUnits() {
        return (matter().text("title").isPresent() ? 1 : 0)
                + (matter().text("summary").isPresent() ? 1 : 0);
    }

    /** The title as a reader sees it: of the front matter, else the first heading. */
    Optional<String> title() {
        return matter().text("title").or(() -> firstHeading(body));
    }

    static Optional<String> firstHeading(Markdown body) {
        return body.blocks().stream()
                .filter(block -> block.kind().startsWith("heading"))
                .map(block -> Markdown.plainText(block.text()))
                .findFirst();
    }

    /**
     * The body with its blocks replaced.
     *
     * @throws Refused {@code refused.breaks-structure} with the text that does
     */
    String merge(List<String> blocks) {
        try {
            return body.merge(blocks);
        } catch (StructureBroken e) {
            throw new Refused("refused.breaks-structure", e.block() + 1, e.text());
        }
    }
}
