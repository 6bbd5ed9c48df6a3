package khos.workbench;

import com.vaadin.flow.component.ClickEvent;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.ComponentEventListener;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.dom.Element;
import java.util.List;
import java.util.Locale;
import khos.language.Language;
import khos.language.WritingMode;
import khos.translation.Progress;
import khos.translation.Segment;
import khos.translation.Translation;

/** The small parts that several screens are built of. */
final class Parts {
    /** How many characters of a segment are shown where it is not worked on. */
    private static final int GLIMPSE = 90;

    private Parts() {}

    static Div div(String className, Component... children) {
        var div = new Div(children);
        div.addClassNames(className.split(" "));
        return div;
    }

    static Span span(String className, String text) {
        var span = new Span(text);
        span.addClassNames(className.split(" "));
        return span;
    }

    /** A button with a word and, when there is one, the key that does the same. */
    static NativeButton button(
            String id,
            String className,
            String text,
            String key,
            ComponentEventListener<ClickEvent<NativeButton>> action) {
        var button = new NativeButton();
        if (!id.isEmpty()) {
            button.setId(id);
        }
        button.addClassNames(("b " + className).strip().split(" "));
        if (!text.isEmpty()) {
            button.add(new Span(text));
        }
        if (!key.isEmpty()) {
            button.add(key(key));
        }
        button.getElement().setAttribute("type", "button");
        button.addClickListener(action);
        return button;
    }

    static Component key(String key) {
        var kbd = new Span(key);
        kbd.addClassName("kbd");
        return kbd;
    }

    /** Marks text as being in a language; Mongolian stands upright. */
    static <T extends HasElement> T in(Language language, T component) {
        component.getElement().setAttribute("lang", language.tag());
        component.getElement().getClassList().set("mn", language == Language.MONGOLIAN);
        return component;
    }

    static boolean isVertical(Language language) {
        return language.writingMode() == WritingMode.VERTICAL_LR;
    }

    /** What of a text fits where it is not worked on; the whole stands on the stage. */
    static String beginning(String text) {
        return text.codePointCount(0, text.length()) <= GLIMPSE
                ? text
                : text.substring(0, text.offsetByCodePoints(0, GLIMPSE)) + "…";
    }

    static String ending(String text) {
        return text.codePointCount(0, text.length()) <= GLIMPSE
                ? text
                : "…" + text.substring(text.offsetByCodePoints(text.length(), -GLIMPSE));
    }

    /** The sign for how far a segment has come. */
    static String glyph(Segment segment) {
        return segment.draft().isPresent() ? "draft" : segment.state().name().toLowerCase(Locale.ROOT);
    }

    /** What a document is called in a line of the interface, where Mongolian cannot stand upright. */
    static String title(Translation document) {
        String title = title(document, Language.CHINESE);
        return title.isEmpty() ? document.slug() : title;
    }

    /** Its title in one of its languages; empty while untranslated. */
    static String title(Translation document, Language language) {
        return document.pair().source() == language ? document.title() : document.targetTitle();
    }

    /** How much of a document is in which state: a bar, and the figures in words. */
    static Div progress(Progress progress, Words words) {
        var bar = div("bar");
        bar.getElement().setAttribute("aria-hidden", "true");
        addPart(bar, "b3", progress.finished());
        addPart(bar, "b2", progress.reviewed());
        addPart(bar, "b1", progress.translated());
        addPart(bar, "b0", progress.initial());
        var figures = div(
                "pl tn",
                figure("final", words.of("progress.final", progress.finished())),
                figure("reviewed", words.of("progress.reviewed", progress.reviewed())),
                figure("translated", words.of("progress.translated", progress.translated())),
                figure("initial", words.of("progress.initial", progress.initial())));
        return div("prog", bar, figures);
    }

    private static void addPart(Div bar, String className, int count) {
        if (count > 0) {
            var part = div(className);
            part.getStyle().set("flex-grow", Integer.toString(count));
            bar.add(part);
        }
    }

    private static Component figure(String glyph, String text) {
        return div("fg", new Glyph(glyph), new Span(text));
    }

    /** A text with what was removed and added shown; for screen readers as such elements. */
    static Div difference(List<Difference.Run> runs) {
        var text = div("zs");
        for (Difference.Run run : runs) {
            text.add(
                    switch (run.kind()) {
                        case KEPT -> new Span(run.text());
                        case REMOVED -> new Change("del", run.text());
                        case ADDED -> new Change("ins", run.text());
                    });
        }
        return text;
    }

    private static final class Change extends Component {
        private static final long serialVersionUID = 1L;

        Change(String tag, String text) {
            super(new Element(tag).setText(text));
        }
    }

    /** Tells that something worked; goes away by itself. */
    static void tell(String text) {
        Notification.show(text, 3_000, Notification.Position.TOP_CENTER).addClassName("told");
    }

    /** Tells that something did not work and what to do; stays long enough to be read. */
    static void warn(String text) {
        Notification warning = Notification.show(text, 9_000, Notification.Position.TOP_CENTER);
        warning.addClassName("warned");
        warning.setAssertive(true);
    }
}
