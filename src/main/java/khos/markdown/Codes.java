package khos.markdown;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import khos.language.Span;
import khos.markdown.Code.Type;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Delimited;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.InlineParserContext;
import org.commonmark.parser.Parser;
import org.commonmark.parser.beta.LinkInfo;
import org.commonmark.parser.beta.LinkProcessor;
import org.commonmark.parser.beta.LinkResult;
import org.commonmark.parser.beta.Scanner;
import org.jspecify.annotations.Nullable;

/**
 * The inline codes of a segment, in its order.
 *
 * <p>{@code **骑**[马](/m)`x`} has three: strong around {@code 骑}, a link to {@code /m} around {@code 马}, and the code
 * {@code `x`}. What CommonMark reads as text is none: an unpaired {@code **}, the brackets of {@code [马]}. Footnotes
 * {@code [^1]} and references {@code [马][m]} count although a segment does not hold their definitions.
 */
public final class Codes {
    /** Longer texts are not read: no sentence has codes that far in. */
    private static final int LONGEST = 50_000;

    private static final Parser PARSER = Parser.builder()
            .enabledBlockTypes(Set.of())
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .linkProcessor(new Undefined())
            .build();
    private static final String MARKS = "*_[]`<\\\n";

    private final String text;
    private final List<Code> list = new ArrayList<>();

    private Codes(String text) {
        this.text = text;
    }

    /** The codes of one segment's inline Markdown. */
    public static Codes of(String text) {
        var codes = new Codes(text);
        if (text.length() <= LONGEST && isPossibleIn(text)) {
            codes.read();
        }
        return codes;
    }

    /** Whether {@code text} has any of the characters that codes are made of. */
    public static boolean isPossibleIn(String text) {
        return text.chars().anyMatch(c -> MARKS.indexOf(c) >= 0);
    }

    public List<Code> list() {
        return List.copyOf(list);
    }

    /** Whether there are none. */
    public boolean isEmpty() {
        return list.isEmpty();
    }

    /** Those of these that {@code target} lacks, in order; of two alike the second when it has one. */
    public List<Code> missingIn(Codes target) {
        Map<String, Integer> there = new HashMap<>();
        target.list.forEach(code -> there.merge(code.key(), 1, Integer::sum));
        List<Code> missing = new ArrayList<>();
        for (Code code : list) {
            if (there.merge(code.key(), -1, Integer::sum) < 0) {
                missing.add(code);
            }
        }
        return missing;
    }

    /**
     * The code to be put into {@code target} next: its {@link Code#before()} and {@link Code#after()} around the selection or
     * at the caret.
     */
    public static Optional<Code> nextMissing(String source, String target) {
        return of(source).missingIn(of(target)).stream().findFirst();
    }

    private void read() {
        Node root = PARSER.parse(text);
        Deque<Code> around = new ArrayDeque<>();
        Deque<Node> owners = new ArrayDeque<>();
        List<Tag> tags = new ArrayList<>();
        Node node = root;
        // Walked without recursion: nesting is as deep as its author likes.
        while (node != null) {
            Code code = code(node, around);
            if (code != null) {
                list.add(code);
                if (code.closing().isPresent()) {
                    around.push(code);
                    owners.push(node);
                }
            } else if (node instanceof HtmlInline html) {
                tags.add(new Tag(
                        span(html),
                        around.size(),
                        around.isEmpty() ? "" : around.element().key()));
            }
            node = next(root, node, around, owners);
        }
        pairTags(tags);
        list.sort(Comparator.comparingInt(code -> code.opening().start()));
    }

    private static @Nullable Node next(Node root, Node node, Deque<Code> around, Deque<Node> owners) {
        boolean whole = node instanceof Link link && isAutomatic(link);
        if (node.getFirstChild() != null && !whole) {
            return node.getFirstChild();
        }
        Node at = node;
        while (at != root) {
            if (!owners.isEmpty() && owners.element() == at) {
                owners.pop();
                around.pop();
            }
            if (at.getNext() != null) {
                return at.getNext();
            }
            at = at.getParent();
        }
        return null;
    }

    private @Nullable Code code(Node node, Deque<Code> around) {
        return switch (node) {
            case Emphasis emphasis -> delimited(Type.EMPHASIS, emphasis, emphasis, around);
            case StrongEmphasis strong -> delimited(Type.STRONG, strong, strong, around);
            case Link link when isAutomatic(link) -> alone(Type.LINK, node, link.getDestination(), around);
            case Link link -> bracketed(Type.LINK, node, 1, link.getDestination(), around);
            case Image image -> bracketed(Type.IMAGE, node, 2, image.getDestination(), around);
            case org.commonmark.node.Code code -> alone(Type.CODE, node, code.getLiteral(), around);
            case Footnote note -> alone(Type.FOOTNOTE, node, note.label, around);
            case HardLineBreak _ -> alone(Type.BREAK, node, "↵", around);
            default -> null;
        };
    }

    /** {@code <http://…>}: the address is what is read, and there is nothing to translate. */
    private static boolean isAutomatic(Link link) {
        List<SourceSpan> spans = link.getSourceSpans();
        Node child = link.getFirstChild();
        return child != null
                && !spans.isEmpty()
                && !child.getSourceSpans().isEmpty()
                && child.getNext() == null
                && child instanceof Text text
                && link.getTitle() == null
                && link.getDestination().endsWith(text.getLiteral())
                && spans.getFirst().getLength() == text.getLiteral().length() + 2;
    }

    private @Nullable Code delimited(Type type, Node node, Delimited marks, Deque<Code> around) {
        int length = marks.getOpeningDelimiter() == null
                ? 0
                : marks.getOpeningDelimiter().length();
        return pair(type, node, length, length, type == Type.STRONG ? "**" : "*", "", around);
    }

    private @Nullable Code bracketed(Type type, Node node, int opening, String destination, Deque<Code> around) {
        if (node.getSourceSpans().isEmpty()) {
            return null;
        }
        Span span = span(node);
        Node last = node.getLastChild();
        int end = last == null || last.getSourceSpans().isEmpty()
                ? span.start() + opening
                : span(last).end();
        return pair(type, node, opening, span.end() - end, destination, destination, around);
    }

    private @Nullable Code pair(
            Type type, Node node, int opening, int closing, String face, String key, Deque<Code> around) {
        if (node.getSourceSpans().isEmpty()) {
            return null;
        }
        Span span = span(node);
        var first = new Span(span.start(), span.start() + opening);
        var second = new Span(span.end() - closing, span.end());
        return new Code(
                type,
                first,
                Optional.of(second),
                first.of(text),
                second.of(text),
                face,
                type + " " + key,
                around.size(),
                parent(around));
    }

    private @Nullable Code alone(Type type, Node node, String face, Deque<Code> around) {
        if (node.getSourceSpans().isEmpty()) {
            return null;
        }
        Span span = span(node);
        return new Code(
                type,
                span,
                Optional.empty(),
                span.of(text),
                "",
                face,
                type == Type.BREAK ? type.name() : type + " " + face,
                around.size(),
                parent(around));
    }

    private static String parent(Deque<Code> around) {
        return around.isEmpty() ? "" : around.element().key();
    }

    private static Span span(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        SourceSpan last = spans.getLast();
        return new Span(spans.getFirst().getInputIndex(), last.getInputIndex() + last.getLength());
    }

    private record Tag(Span span, int depth, String parent) {}

    /** An opening tag and the next closing tag of its name are one code; all others stand alone. */
    private void pairTags(List<Tag> tags) {
        Map<String, Deque<Integer>> open = new HashMap<>();
        int[] partner = new int[tags.size()];
        for (int i = 0; i < partner.length; i++) {
            partner[i] = -1;
            String name = name(tags.get(i).span().of(text));
            if (name.startsWith("/")) {
                Deque<Integer> waiting = open.getOrDefault(name.substring(1), new ArrayDeque<>());
                if (!waiting.isEmpty()) {
                    partner[waiting.pop()] = i;
                    partner[i] = i;
                }
            } else if (!name.isEmpty()) {
                open.computeIfAbsent(name, any -> new ArrayDeque<>()).push(i);
            }
        }
        for (int i = 0; i < partner.length; i++) {
            Tag tag = tags.get(i);
            String before = tag.span().of(text);
            if (partner[i] == i) {
                continue;
            }
            Optional<Span> closing = partner[i] < 0
                    ? Optional.empty()
                    : Optional.of(tags.get(partner[i]).span());
            list.add(new Code(
                    Type.HTML,
                    tag.span(),
                    closing,
                    before,
                    closing.map(span -> span.of(text)).orElse(""),
                    before,
                    Type.HTML + " " + before,
                    tag.depth(),
                    tag.parent()));
        }
    }

    /** {@code ruby} of {@code <ruby class="x">}, {@code /ruby} of {@code </ruby>}, nothing of comments and the like. */
    private static String name(String tag) {
        int end = 1;
        while (end < tag.length()
                && (Character.isLetterOrDigit(tag.charAt(end)) || (end == 1 && tag.charAt(1) == '/'))) {
            end++;
        }
        return tag.substring(1, end).toLowerCase(Locale.ROOT);
    }

    private static final class Footnote extends CustomNode {
        private final String label;

        Footnote(String label) {
            this.label = label;
        }
    }

    /** Footnotes, and references whose definitions stand elsewhere in the document. */
    private static final class Undefined implements LinkProcessor {
        @Override
        public @Nullable LinkResult process(LinkInfo link, Scanner scanner, InlineParserContext context) {
            if (link.destination() != null) {
                return LinkResult.none();
            }
            String label = link.label();
            if (label != null && !label.isEmpty()) {
                boolean image =
                        link.marker() != null && "!".equals(link.marker().getLiteral());
                return image
                        ? LinkResult.wrapTextIn(new Image(label, null), scanner.position())
                                .includeMarker()
                        : LinkResult.wrapTextIn(new Link(label, null), scanner.position());
            }
            if (!(link.openingBracket().getNext() instanceof Text first)
                    || !first.getLiteral().startsWith("^")) {
                return LinkResult.none();
            }
            String note = link.text(scanner);
            return note.length() > 1 && note.length() <= 99
                    ? LinkResult.replaceWith(new Footnote(note), link.afterTextBracket())
                    : LinkResult.none();
        }
    }
}
