package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import khos.language.LanguagePair;
import khos.translation.Revision;
import khos.translation.Revisions;
import khos.translation.Segment;

/** What the open segment said before: who changed it when, what differs from the revision before, and the way back to it. */
final class HistoryPanel extends Section {
    private static final long serialVersionUID = 1L;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 100;

    private final transient Revisions revisions;
    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Consumer<Revision> restore;
    private final Div list = Parts.div("tp");

    /** @param restore takes the revision that is to be confirmed again */
    HistoryPanel(Revisions revisions, LanguagePair pair, Words words, Consumer<Revision> restore) {
        this.revisions = revisions;
        this.pair = pair;
        this.words = words;
        this.restore = restore;
        setId("history");
        getElement().setAttribute("aria-label", words.of("history"));
        list.getElement().setAttribute("tabindex", "0");
        add(list);
    }

    void show(Segment of) {
        List<Revision> found = revisions.of(of.id());
        list.removeAll();
        if (found.isEmpty()) {
            list.add(Parts.div("none", new Span(words.of("history.none"))));
        }
        for (int i = 0; i < Math.min(found.size(), MOST); i++) {
            String before = i + 1 < found.size() ? found.get(i + 1).target() : "";
            list.add(create(found.get(i), before, of));
        }
        if (found.size() > MOST) {
            list.add(Parts.div("none", new Span(words.of("changes.rest", found.size() - MOST))));
        }
    }

    private Component create(Revision revision, String before, Segment of) {
        String at = DateTimeFormatter.ofPattern(words.of("date-time"))
                .withZone(ZONE)
                .format(revision.at());
        var header = new Header(
                new Glyph(glyph(revision)),
                Parts.span("kind", words.of("revision." + revision.kind().name().toLowerCase(Locale.ROOT))),
                Parts.span("xs muted", words.of("history.by", revision.by(), at)),
                Parts.div("grow"));
        boolean now =
                revision.target().equals(of.working()) && !revision.target().isBlank();
        if (now) {
            header.add(Parts.span("frag", words.of("history.now")));
        } else if (!revision.target().isBlank()) {
            header.add(
                    Parts.button("", "s restore", words.of("history.restore"), "", click -> restore.accept(revision)));
        }
        var article = new Article(header);
        if (!revision.reason().isBlank()) {
            article.add(Parts.div("reason", new Span(revision.reason())));
        }
        if (!revision.target().isBlank()) {
            Div text = revision.target().equals(before)
                    ? Parts.div("zs", new Span(revision.target()))
                    : Parts.difference(Difference.between(before, revision.target()));
            text.addClassName("mbox");
            text.getClassNames().set("same", revision.target().equals(before));
            article.add(Parts.in(pair.target(), text));
        }
        article.addClassName("mt");
        return article;
    }

    private static String glyph(Revision revision) {
        return revision.kind() == Revision.Kind.RETURNED
                ? "returned"
                : revision.state().name().toLowerCase(Locale.ROOT);
    }
}
