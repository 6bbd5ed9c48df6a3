package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import khos.check.Severity;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.translation.CheckedIssue;
import khos.translation.Segment;
import khos.translation.SegmentNotes;

/** Under the open segment: why it was returned, how its source changed, and each issue with what can be done about it. */
final class IssueList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Actions actions;
    private final UnorderedList notes = new UnorderedList();
    private final UnorderedList issues = new UnorderedList();

    /** What can be done about an issue. */
    interface Actions {
        void show(CheckedIssue issue);

        void fix(CheckedIssue issue);

        void ignore(CheckedIssue issue);

        void ignoreNothing();
    }

    IssueList(LanguagePair pair, Words words, Actions actions) {
        this.pair = pair;
        this.words = words;
        this.actions = actions;
        setId("issues");
        addClassName("chk");
        getElement().setAttribute("aria-label", words.of("issues"));
        issues.getElement().setAttribute("aria-live", "polite");
        add(notes, issues);
    }

    /** Another segment is open, of which nothing is known yet. */
    void clear() {
        notes.removeAll();
        issues.removeAll();
    }

    /** Shows what others say of the segment. */
    void showNotes(Segment of, Optional<SegmentNotes> found) {
        notes.removeAll();
        found.flatMap(SegmentNotes::returned).ifPresent(reason -> {
            var text = Parts.div("grow", new Span(reason.isBlank() ? words.of("returned.no-reason") : reason));
            notes.add(row("returned", words.of("returned"), text));
        });
        found.flatMap(SegmentNotes::oldSource)
                .ifPresent(before -> notes.add(row(
                        "changed",
                        words.of("source-changed"),
                        Parts.div(
                                "grow",
                                Parts.in(pair.source(), Parts.difference(Difference.between(before, of.source())))))));
    }

    /**
     * Shows the issues of what stands in the box.
     *
     * @param ignoring whether some are not shown
     * @param begun whether anything stands there
     */
    void showIssues(List<CheckedIssue> found, boolean ignoring, boolean begun) {
        issues.removeAll();
        Optional<CheckedIssue> mended = firstFixable(found);
        Optional<CheckedIssue> ignored = firstIgnorable(found);
        for (CheckedIssue issue : found) {
            issues.add(createRow(
                    issue,
                    mended.filter(first -> first == issue).isPresent(),
                    ignored.filter(first -> first == issue).isPresent()));
        }
        if (found.isEmpty() && begun) {
            issues.add(row("fine", "", Parts.div("grow ok", new Span(words.of("issues.none")))));
        }
        if (ignoring) {
            var again = Parts.button(
                    "ignore-nothing", "q s", words.of("issues.ignore-nothing"), "", click -> actions.ignoreNothing());
            issues.add(row("none", "", Parts.div("grow ok", new Span(words.of("issues.ignoring"))), again));
        }
    }

    /** The one that the key for mending is for. */
    static Optional<CheckedIssue> firstFixable(List<CheckedIssue> issues) {
        return issues.stream().filter(issue -> issue.issue().fix().isPresent()).findFirst();
    }

    /** The one that the key for ignoring is for. */
    static Optional<CheckedIssue> firstIgnorable(List<CheckedIssue> issues) {
        return issues.stream()
                .filter(issue -> issue.issue().kind().isIgnorable())
                .findFirst();
    }

    /** Goes to the first one. */
    void focusFirst() {
        getElement().executeJs("this.querySelector('.issue-text')?.focus(); this.scrollIntoView({block: 'nearest'})");
    }

    /**
     * @param mended by the key for mending
     * @param ignored by the key for ignoring
     */
    private ListItem createRow(CheckedIssue issue, boolean mended, boolean ignored) {
        Severity severity = issue.issue().severity();
        String name = severity.name().toLowerCase(Locale.ROOT);
        var text = new NativeButton("", click -> actions.show(issue));
        text.addClassNames("issue-text", "grow");
        text.getElement().setAttribute("type", "button");
        text.add(Parts.span("kind", words.ofCheck(issue.issue().kind().key())));
        text.add(sentence(
                words.ofCheck(issue.issue().key(), issue.issue().arguments().toArray())));
        var row = row(name, words.of("severity." + name), text);
        issue.issue().fix().ifPresent(fix -> {
            String becomes = fix.replacement().isBlank() ? words.of("issues.remove") : words.of("issues.fix");
            var button = Parts.button("", "s fix", becomes, mended ? "Alt Q" : "", click -> actions.fix(issue));
            if (mended) {
                button.setId("fix");
            }
            row.add(button);
        });
        row.add(
                issue.issue().kind().isIgnorable()
                        ? Parts.button(
                                "",
                                "q s ignore",
                                words.of("issues.ignore"),
                                ignored ? "Alt X" : "",
                                click -> actions.ignore(issue))
                        : Parts.span("xs muted never", words.of("issues.never")));
        return row;
    }

    private static ListItem row(String name, String word, Component... parts) {
        var row = new ListItem();
        row.addClassNames("is", name);
        row.add(new Glyph(name));
        if (!word.isEmpty()) {
            row.add(Parts.span("sev", word));
        }
        row.add(parts);
        return row;
    }

    /** A sentence whose Mongolian words stand upright. */
    private static Span sentence(String text) {
        var sentence = new Span();
        for (Runs.Run run : Runs.of(text)) {
            if (run.mongolian()) {
                var word = Parts.span("mnw", run.text());
                word.getElement().setAttribute("lang", Language.MONGOLIAN.tag());
                sentence.add(word);
            } else {
                sentence.add(new Span(run.text()));
            }
        }
        return sentence;
    }
}
