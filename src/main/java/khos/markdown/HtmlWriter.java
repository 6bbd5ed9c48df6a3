package khos.markdown;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Writes parsed Markdown as HTML behind two walls: the renderer shows raw HTML as text, and whatever it wrote passes a
 * sanitizer that knows nothing of Markdown.
 *
 * <p>Words in the Mongolian script get their language and a class, so that they can be set upright in a line of
 * Chinese: {@code <span lang="mn-Mong" class="w">ᠮᠣᠷᠢ</span>}. Sentences get their ids, and nothing else has one: the sanitizer
 * lets each id through once that it was told of.
 */
final class HtmlWriter {
    /** Letters of the Mongolian block and what joins them: selectors, vowel separator, narrow no-break space. */
    private static final Pattern MONGOLIAN =
            Pattern.compile("[\\u1800-\\u18AA](?:[\\u1800-\\u18AA\\u200C\\u200D\\u202F]|[ ](?=[\\u1820-\\u18AA]))*");

    private static final Pattern LANGUAGE_CLASS = Pattern.compile("language-[\\w+#.-]{1,30}");

    /** Of the text that is being written, those that were not seen yet. */
    private static final ScopedValue<Set<String>> IDS = ScopedValue.newInstance();

    private static final HtmlRenderer RENDERER = HtmlRenderer.builder()
            .escapeHtml(true)
            .sanitizeUrls(true)
            .percentEncodeUrls(true)
            .nodeRendererFactory(MongolianWords::new)
            .nodeRendererFactory(Anchors::new)
            .build();

    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "h1",
                    "h2",
                    "h3",
                    "h4",
                    "h5",
                    "h6",
                    "ul",
                    "ol",
                    "li",
                    "blockquote",
                    "pre",
                    "code",
                    "em",
                    "strong",
                    "a",
                    "img",
                    "br",
                    "hr",
                    "span")
            .allowWithoutAttributes("a", "img", "span")
            .allowAttributes("href", "title")
            .onElements("a")
            .allowAttributes("src", "alt", "title")
            .onElements("img")
            .allowAttributes("start")
            .matching(Pattern.compile("\\d{1,9}"))
            .onElements("ol")
            .allowAttributes("class")
            .matching(LANGUAGE_CLASS)
            .onElements("code")
            .allowAttributes("class")
            .matching(Pattern.compile("w"))
            .onElements("span")
            .allowAttributes("lang")
            .matching(Pattern.compile("mn-Mong"))
            .onElements("span")
            .allowAttributes("id")
            .matching((String id) -> IDS.get().remove(id))
            .onElements("span")
            .allowUrlProtocols("http", "https", "mailto", "tel")
            .toFactory();

    private HtmlWriter() {}

    /** @param ids of the sentences */
    static Html write(Node root, Set<String> ids) {
        String html = RENDERER.render(root);
        return ScopedValue.where(IDS, new HashSet<>(ids)).call(() -> new Html(POLICY.sanitize(html)));
    }

    private static final class MongolianWords implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        MongolianWords(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Text.class);
        }

        @Override
        public void render(Node node) {
            String text = ((Text) node).getLiteral();
            Matcher words = MONGOLIAN.matcher(text);
            int from = 0;
            while (words.find()) {
                context.getWriter().text(text.substring(from, words.start()));
                context.getWriter().raw("<span lang=\"mn-Mong\" class=\"w\">");
                context.getWriter().text(words.group());
                context.getWriter().raw("</span>");
                from = words.end();
            }
            context.getWriter().text(text.substring(from));
        }
    }

    private static final class Anchors implements NodeRenderer {
        private final HtmlNodeRendererContext context;

        Anchors(HtmlNodeRendererContext context) {
            this.context = context;
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Anchored.class);
        }

        @Override
        public void render(Node node) {
            context.getWriter().tag("span", Map.of("id", ((Anchored) node).id()));
            for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
                context.render(child);
            }
            context.getWriter().tag("/span");
        }
    }
}
