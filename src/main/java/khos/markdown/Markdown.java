package khos.markdown;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import khos.language.Span;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/**
 * A text in CommonMark 0.31: rendered to safe HTML, or taken apart into its translatable blocks and put together again.
 *
 * <p>{@code "# 马\n\n- 骑马\n"} has the blocks {@code 马} (heading 1) and {@code 骑马} (list/item/paragraph); merged with
 * {@code ᠮᠣᠷᠢ} and {@code ᠶᠠᠪᠤ} it reads {@code "# ᠮᠣᠷᠢ\n\n- ᠶᠠᠪᠤ\n"}. Code, HTML blocks and link definitions are not
 * translatable and stay as they are.
 */
public final class Markdown {
    private static final Parser PARSER = Parser.builder()
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES)
            .build();

    /** Knows no blocks but paragraphs, for a sentence such as {@code 1. 甲} that would be a list on its own. */
    private static final Parser INLINE_PARSER =
            Parser.builder().enabledBlockTypes(Set.of()).build();

    /** What at the start of a line begins something else than the paragraph that is meant (CommonMark 0.31, 4 and 5). */
    private static final Pattern CONSTRUCT = Pattern.compile(
            "(?m)^(?:#{1,6}(?=\\s|$)|>|[-+*=_](?=[\\s=*_-]|$)|```|~~~|<|\\[(?=[^\\]\\n]+\\]:)|(?<digits>\\d{1,9})(?=[.)](?:\\s|$)))");

    private final String text;
    private final List<BlockPlace> places;
    private final Node root;

    public Markdown(String text) {
        this.text = text;
        this.root = PARSER.parse(text);
        this.places = BlockPlace.in(root, text);
    }

    /** The text as safe HTML: raw HTML is shown as text, addresses are http, https, mailto, tel or relative. */
    public Html toHtml() {
        return HtmlWriter.write(root, Set.of());
    }

    /**
     * A text as by {@link #toHtml()}, and each sentence carries its id:
     * {@code <p><span id="s1">马。</span><span id="s2">骑马。</span></p>}. One that begins within an emphasis or a link and goes
     * on behind it carries it up to its end. Of anchors with the same id the first counts; those of blocks that are not there
     * are left out.
     *
     * @param anchors in the order of the text
     */
    public static Html toHtml(String text, List<Anchor> anchors) {
        Node anchored = PARSER.parse(text);
        Map<String, Anchor> known = new LinkedHashMap<>();
        anchors.forEach(anchor -> known.putIfAbsent(anchor.id(), anchor));
        Map<Integer, List<Anchor>> blocks = known.values().stream().collect(Collectors.groupingBy(Anchor::block));
        List<BlockPlace> here = BlockPlace.in(anchored, text);
        for (int i = 0; i < here.size(); i++) {
            new AnchoredBlock(here.get(i).node()).put(blocks.getOrDefault(i, List.of()));
        }
        return HtmlWriter.write(anchored, known.keySet());
    }

    /** The translatable blocks, in order. */
    public List<Block> blocks() {
        return places.stream().map(BlockPlace::block).toList();
    }

    /**
     * The text with its blocks replaced; {@code merge} of the blocks' own texts gives the text itself, unit by unit.
     *
     * <p>A text that would begin a heading, a list or the like at the start of a line is escaped with a backslash.
     *
     * @param texts inline Markdown, one for each of {@link #blocks()}
     * @throws StructureBroken when a text cannot stand in its place without changing the structure around it
     */
    public String merge(List<String> texts) {
        if (texts.size() != places.size()) {
            throw new IllegalArgumentException(texts.size() + " texts for " + places.size() + " blocks");
        }
        List<String> fitted = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            fitted.add(places.get(i).fit(texts.get(i)));
        }
        String plain = splice(fitted);
        if (firstBroken(plain, fitted) < 0) {
            return plain;
        }
        List<String> escaped = new ArrayList<>();
        for (int i = 0; i < fitted.size(); i++) {
            boolean changed = !fitted.get(i).equals(places.get(i).block().text());
            escaped.add(changed ? escape(fitted.get(i)) : fitted.get(i));
        }
        String safe = splice(escaped);
        int broken = firstBroken(safe, escaped);
        if (broken >= 0) {
            throw new StructureBroken(broken, broken < texts.size() ? texts.get(broken) : "");
        }
        return safe;
    }

    /** The text without its marks, blocks parted by line feeds: {@code "# 马\n\n*骑*马"} gives {@code "马\n骑马"}. */
    public String plainText() {
        return PlainText.of(root);
    }

    /** The inline marks of one line taken away: {@code "*骑*[马](/m)"} gives {@code "骑马"}. */
    public static String plainText(String inline) {
        return PlainText.of(INLINE_PARSER.parse(inline));
    }

    private String splice(List<String> texts) {
        var merged = new StringBuilder();
        int from = 0;
        for (int i = 0; i < places.size(); i++) {
            BlockPlace place = places.get(i);
            Span span = place.block().span();
            merged.append(text, from, span.start());
            if (texts.get(i).equals(place.block().text())) {
                merged.append(text, span.start(), span.end());
            } else {
                merged.append(place.indented(texts.get(i)));
            }
            from = span.end();
        }
        return merged.append(text, from, text.length()).toString();
    }

    /** The first block that a merged text does not give back as it went in, or -1. */
    private int firstBroken(String merged, List<String> texts) {
        List<BlockPlace> now = BlockPlace.in(PARSER.parse(merged), merged);
        for (int i = 0; i < texts.size(); i++) {
            if (i >= now.size()
                    || !now.get(i).block().kind().equals(places.get(i).block().kind())
                    || !now.get(i).block().text().equals(texts.get(i))) {
                return i;
            }
        }
        return now.size() == texts.size() ? -1 : texts.size();
    }

    private static String escape(String text) {
        return CONSTRUCT.matcher(text).replaceAll(match -> {
            String digits = match.group("digits");
            return Matcher.quoteReplacement(digits == null ? "\\" + match.group() : digits + "\\");
        });
    }
}
