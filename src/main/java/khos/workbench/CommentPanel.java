package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import khos.account.Account;
import khos.translation.Comment;
import khos.translation.Comments;
import khos.translation.Refused;
import khos.translation.Segment;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What was said of the open segment, and a box to say more; names are completed behind an {@code @}. */
final class CommentPanel extends Section {
    private static final long serialVersionUID = 1L;

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Pattern MENTION = Pattern.compile("@[A-Za-z0-9][A-Za-z0-9._-]*");

    private final transient Comments comments;
    private final transient Words words;
    private final transient Consumer<Segment> changed;
    private final Div list = Parts.div("tp");
    private final TextArea text = new TextArea();
    private transient @Nullable Segment segment;

    /**
     * @param people who can be mentioned
     * @param changed is told the segment whose comments changed
     */
    CommentPanel(Comments comments, List<Account> people, Words words, Consumer<Segment> changed) {
        this.comments = comments;
        this.words = words;
        this.changed = changed;
        setId("comments");
        getElement().setAttribute("aria-label", words.of("comments"));
        list.getElement().setAttribute("tabindex", "0");
        text.setId("comment");
        text.setAriaLabel(words.of("comments.write"));
        text.setPlaceholder(words.of("comments.write"));
        var form = Parts.div(
                "comment-form",
                text,
                Parts.div(
                        "form-act",
                        Parts.div("grow"),
                        Parts.button("comment-add", "p s", words.of("comments.add"), "Ctrl Enter", click -> send())));
        Shortcuts.addShortcutListener(form, this::send, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(form);
        add(list, form);
        String names = JsonMapper.shared()
                .writeValueAsString(people.stream()
                        .map(account -> List.of(account.name(), account.displayName()))
                        .toList());
        text.getElement().executeJs("window.khosMentions.attach(this, JSON.parse($0))", names);
    }

    /** The comments of {@code of}; how many are open. */
    int show(Segment of) {
        boolean same = segment != null && segment.id().equals(of.id());
        segment = of;
        if (!same) {
            text.clear();
        }
        List<Comment> found = comments.of(of.id());
        list.removeAll();
        found.forEach(comment -> list.add(create(comment)));
        if (found.isEmpty()) {
            list.add(Parts.div("none", new Span(words.of("comments.none"))));
        }
        return (int) found.stream().filter(Comment::isOpen).count();
    }

    void focusText() {
        text.focus();
    }

    private Component create(Comment comment) {
        String at = DateTimeFormatter.ofPattern(words.of("date-time"))
                .withZone(ZONE)
                .format(comment.at());
        var resolve = Parts.button(
                "",
                "q s resolve",
                words.of(comment.isOpen() ? "comments.resolve" : "comments.reopen"),
                "",
                click -> resolve(comment));
        var head = Parts.div("cm-h", Parts.span("by", comment.by()), Parts.span("xs muted", at), Parts.div("grow"));
        if (!comment.isOpen()) {
            head.add(Parts.span(
                    "frag", words.of("comments.resolved", comment.resolvedBy().orElse(""))));
        }
        head.add(resolve);
        var article = new Article(
                Parts.span("av", comment.by().substring(0, 1).toUpperCase(Locale.ROOT)),
                Parts.div("cm-b", head, body(comment.text())));
        article.addClassNames("cm", comment.isOpen() ? "open" : "resolved");
        return article;
    }

    private static Div body(String text) {
        var body = Parts.div("cm-t");
        Matcher mention = MENTION.matcher(text);
        int end = 0;
        while (mention.find()) {
            body.add(new Span(text.substring(end, mention.start())), Parts.span("mention", mention.group()));
            end = mention.end();
        }
        body.add(new Span(text.substring(end)));
        return body;
    }

    private void send() {
        attempt(of -> {
            comments.add(of.id(), text.getValue());
            text.clear();
            text.focus();
        });
    }

    private void resolve(Comment comment) {
        attempt(of -> comments.resolve(comment.id(), comment.isOpen()));
    }

    private void attempt(Consumer<Segment> action) {
        Optional.ofNullable(segment).ifPresent(of -> {
            try {
                action.accept(of);
                changed.accept(of);
            } catch (Refused refused) {
                Parts.warn(words.of(refused));
            }
        });
    }
}
