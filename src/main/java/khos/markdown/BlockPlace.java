package khos.markdown;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import khos.language.Span;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.CustomBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.jspecify.annotations.Nullable;

/**
 * A block, its node, and what must stand before each of its later lines.
 *
 * @param prefixes of the second, third … line: the marks and spaces of the containers, for example {@code "> "}
 */
record BlockPlace(Block block, Node node, List<String> prefixes) {

    /** The translatable blocks of a parsed text, in order. */
    static List<BlockPlace> in(Node root, String text) {
        List<BlockPlace> places = new ArrayList<>();
        root.accept(new AbstractVisitor() {
            @Override
            public void visit(Paragraph paragraph) {
                add(paragraph, "paragraph");
            }

            @Override
            public void visit(Heading heading) {
                add(heading, "heading " + heading.getLevel());
            }

            private void add(Node node, String name) {
                BlockPlace place = of(node, name, text);
                if (place != null) {
                    places.add(place);
                }
            }
        });
        return places;
    }

    private static @Nullable BlockPlace of(Node node, String name, String text) {
        var lines = new TreeMap<Integer, Span>();
        addLines(node, lines);
        if (lines.isEmpty()) {
            return null;
        }
        Span first = lines.firstEntry().getValue();
        Span last = lines.lastEntry().getValue();
        var content = new StringBuilder();
        List<String> prefixes = new ArrayList<>();
        int lineStart = first.start();
        for (var line : lines.entrySet()) {
            Span span = line.getValue();
            if (line.getKey() > lines.firstKey()) {
                prefixes.add(text.substring(lineStart, span.start()));
                content.append('\n');
            }
            int end = line.getKey().equals(lines.lastKey()) ? span.end() : endOfLine(text, span.end());
            content.append(text, span.start(), end);
            lineStart = startOfNextLine(text, end);
        }
        return new BlockPlace(
                new Block(path(node, name), new Span(first.start(), last.end()), content.toString()),
                node,
                List.copyOf(prefixes));
    }

    /** The stretch of each line that inline nodes below {@code node} cover. */
    private static void addLines(Node node, TreeMap<Integer, Span> lines) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            for (SourceSpan span : child.getSourceSpans()) {
                if (span.getLength() > 0) {
                    lines.merge(
                            span.getLineIndex(),
                            new Span(span.getInputIndex(), span.getInputIndex() + span.getLength()),
                            (a, b) -> new Span(Math.min(a.start(), b.start()), Math.max(a.end(), b.end())));
                }
            }
            addLines(child, lines);
        }
    }

    private static String path(Node node, String name) {
        var path = new StringBuilder(name);
        for (Node parent = node.getParent(); parent != null; parent = parent.getParent()) {
            String container = switch (parent) {
                case BlockQuote _ -> "quote/";
                case BulletList _ -> "list/";
                case OrderedList _ -> "numbered list/";
                case ListItem _ -> "item/";
                case CustomBlock _ -> "block/";
                default -> "";
            };
            path.insert(0, container);
        }
        return path.toString();
    }

    private static int endOfLine(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) != '\n' && text.charAt(i) != '\r') {
            i++;
        }
        return i;
    }

    private static int startOfNextLine(String text, int endOfLine) {
        boolean crLf = text.startsWith("\r\n", endOfLine);
        return Math.min(text.length(), endOfLine + (crLf ? 2 : 1));
    }

    /** {@code replacement} with no more line breaks than this block can hold; unchanged when it is the block's text. */
    String fit(String replacement) {
        if (replacement.equals(block.text())) {
            return replacement;
        }
        boolean oneLine = prefixes.isEmpty() || block.kind().contains("heading");
        return replacement.strip().replaceAll("[ \\t]*\\R\\s*", oneLine ? " " : "\n");
    }

    /** {@code fitted} with the containers' marks before each later line. */
    String indented(String fitted) {
        String[] lines = fitted.split("\n", -1);
        var indented = new StringBuilder(lines[0]);
        for (int i = 1; i < lines.length; i++) {
            indented.append('\n')
                    .append(prefixes.get(Math.min(i, prefixes.size()) - 1))
                    .append(lines[i]);
        }
        return indented.toString();
    }
}
