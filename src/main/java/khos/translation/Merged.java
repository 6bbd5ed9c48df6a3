package khos.translation;

import java.util.List;
import khos.markdown.FrontMatter;

/**
 * A document's text in one of its languages, whole again.
 *
 * @param title plain text
 * @param summary plain text; may be empty
 * @param body Markdown
 * @param matter the facts of the source's front matter: date, author, tags and so on
 * @param translator who is named as translator; empty for the source
 * @param sentences the body's sentences in order, numbered like their segments
 */
public record Merged(
        String title, String summary, String body, FrontMatter matter, String translator, List<Sentence> sentences) {
    /** One sentence of the body; {@code unit} is the block it stands in, from 0. */
    public record Sentence(int number, int unit, String text) {}
}
