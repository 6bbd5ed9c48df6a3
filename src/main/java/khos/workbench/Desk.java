package khos.workbench;

import com.vaadin.flow.component.Component;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import khos.account.Accounts;
import khos.check.Fix;
import khos.check.Issue;
import khos.check.Severity;
import khos.language.Span;
import khos.markdown.Code;
import khos.markdown.Codes;
import khos.translation.CheckedIssue;
import khos.translation.Comments;
import khos.translation.DocumentChecks;
import khos.translation.Previews;
import khos.translation.Revision;
import khos.translation.Revisions;
import khos.translation.Segment;
import khos.translation.SegmentNotes;
import khos.translation.SourceChanges;
import khos.translation.Splits;
import khos.translation.Translation;
import khos.translation.Worklists;
import tools.jackson.databind.json.JsonMapper;

/**
 * What stands around the work on a segment: under it what the checks and the reviewers say, beside it comments, history and
 * preview, and above the list what narrows it. All of it is read once the segment itself can be seen.
 */
final class Desk implements IssueList.Actions {
    /** What it asks of the craft. */
    @org.springframework.stereotype.Component
    record Craft(
            DocumentChecks checks,
            Revisions revisions,
            Comments comments,
            Worklists worklists,
            Previews previews,
            Splits splits,
            SourceChanges sourceChanges,
            Accounts accounts) {}

    private final Craft craft;
    private final Translation document;
    private final Words words;
    private final Editing editing;
    private final Stage stage;
    private final SideTabs tabs;
    private final IssueList issueList;
    private final ReturnForm returning;
    private final CommentPanel comments;
    private final HistoryPanel history;
    private final PreviewPanel preview;
    private final RowMarks marks;
    private final WorkFilter filter;
    private final Cuts cuts;

    private List<CheckedIssue> issues = List.of();
    private Optional<SegmentNotes> notes = Optional.empty();

    /** @param help the panel of matches and terms */
    Desk(Craft craft, Translation document, Words words, Editing editing, Component help) {
        this.craft = craft;
        this.document = document;
        this.words = words;
        this.editing = editing;
        this.stage = editing.stage();
        issueList = new IssueList(document.pair(), words, this);
        returning = new ReturnForm(words, editing::giveBack, stage::focusText);
        comments = new CommentPanel(craft.comments(), craft.accounts().all(), words, this::commentsChanged);
        history = new HistoryPanel(craft.revisions(), document.pair(), words, this::restore);
        preview = new PreviewPanel(craft.previews(), document.pair(), words);
        tabs = new SideTabs(words, tab -> editing.segment().ifPresent(this::showTab));
        tabs.add(SideTabs.Tab.HELP, help, "");
        tabs.add(SideTabs.Tab.COMMENTS, comments, "Alt G");
        tabs.add(SideTabs.Tab.HISTORY, history, "Alt H");
        tabs.add(SideTabs.Tab.PREVIEW, preview, "Alt V");
        marks = new RowMarks(craft.checks(), craft.revisions(), document.id());
        filter = new WorkFilter(craft.worklists(), document.id(), words, editing);
        cuts = new Cuts(craft.splits(), words, editing);
        editing.list().dress(craft.worklists(), marks, filter);
        stage.addNotes(issueList);
        stage.addBar(returning);
    }

    /** The right side of the screen. */
    SideTabs side() {
        return tabs;
    }

    WorkFilter filter() {
        return filter;
    }

    /** A segment was opened. */
    void opened(Segment segment) {
        issues = List.of();
        notes = Optional.empty();
        issueList.clear();
        returning.close();
        stage.getElement().executeJs("window.khosMarks.clear()");
        stage.later(() -> editing.segment().filter(isSame(segment)).ifPresent(this::read));
    }

    private static Predicate<Segment> isSame(Segment as) {
        return segment -> segment.id().equals(as.id());
    }

    private void read(Segment of) {
        notes = Optional.ofNullable(
                craft.revisions().notes(document.id(), List.of(of.ordinal())).get(of.id()));
        issueList.showNotes(of, notes);
        check(of, stage.text());
        showTab(of);
        filter.count();
    }

    /** Something was typed or put into the box. */
    void typed(String text) {
        editing.segment().ifPresent(of -> {
            check(of, text);
            if (tabs.isShown(SideTabs.Tab.PREVIEW)) {
                preview.show(of, text);
            }
        });
    }

    private void check(Segment of, String text) {
        // What is missing from a text that nobody has begun is all of it.
        issues = text.isBlank() ? List.of() : craft.checks().of(of.id(), text);
        issueList.showIssues(issues, craft.checks().isIgnoring(of.id()), !text.isBlank());
        stage.getElement()
                .executeJs(
                        "window.khosMarks.show($0, JSON.parse($1), $2)",
                        of.id(),
                        JsonMapper.shared().writeValueAsString(places(of, text, issues)),
                        text);
        if (marks.put(of, RowMarks.Mark.of(issues, notes))) {
            editing.list().refreshMarks(of.ordinal());
        }
    }

    /** What is marked in the source and in the target, as the browser reads it. */
    private static Map<String, Object> places(Segment of, String text, List<CheckedIssue> issues) {
        return Map.of(
                "codes",
                Codes.of(text).list().stream()
                        .filter(code -> code.type() != Code.Type.BREAK)
                        .map(Desk::halves)
                        .toList(),
                "issues",
                issues.stream()
                        .flatMap(issue -> place(issue, issue.issue().target(), text).stream())
                        .toList(),
                "source",
                issues.stream()
                        .flatMap(issue -> place(issue, issue.issue().source(), of.source()).stream())
                        .toList());
    }

    private static Map<String, int[]> halves(Code code) {
        return code.closing()
                .map(closing -> Map.of("opening", ends(code.opening()), "closing", ends(closing)))
                .orElseGet(() -> Map.of("opening", ends(code.opening())));
    }

    private static int[] ends(Span span) {
        return new int[] {span.start(), span.end()};
    }

    /** The place of an issue; none when it is the whole text, which marks tell nothing of. */
    private static Optional<Map<String, Object>> place(CheckedIssue issue, Optional<Span> span, String text) {
        return span.filter(place -> place.length() > 0 && place.length() < text.length())
                .map(place -> Map.of(
                        "span",
                        ends(place),
                        "severity",
                        issue.issue().severity().name().toLowerCase(Locale.ROOT)));
    }

    /** Whether nothing speaks against confirming; what does is shown. */
    boolean mayConfirm(Segment of, String text) {
        if (text.isBlank()) {
            return true;
        }
        check(of, text);
        List<Issue> errors = issues.stream()
                .map(CheckedIssue::issue)
                .filter(issue -> issue.severity() == Severity.ERROR)
                .toList();
        if (!errors.isEmpty()) {
            boolean ignorable = errors.stream().allMatch(error -> error.kind().isIgnorable());
            Parts.warn(words.of(ignorable ? "issues.block" : "issues.block-never", errors.size()));
            issueList.focusFirst();
        }
        return errors.isEmpty();
    }

    @Override
    public void show(CheckedIssue issue) {
        issue.issue()
                .target()
                .filter(place -> issue.issue().source().isEmpty()
                        || place.length() < stage.text().length())
                .ifPresentOrElse(
                        place -> stage.getElement()
                                .executeJs("window.khosMarks.select($0, $1)", place.start(), place.end()),
                        stage::focusText);
    }

    @Override
    public void fix(CheckedIssue issue) {
        issue.issue().fix().ifPresent(this::mend);
    }

    private void mend(Fix fix) {
        if (editing.isOpen()) {
            stage.getElement()
                    .executeJs(
                            "window.khosMarks.replace($0, $1, $2, $3)",
                            fix.span().start(),
                            fix.span().end(),
                            fix.span().of(stage.text()),
                            fix.replacement());
        }
    }

    /** Makes the first repair that is offered. */
    void fixFirst() {
        IssueList.firstFixable(issues).ifPresentOrElse(this::fix, () -> Parts.tell(words.of("issues.no-fix")));
    }

    @Override
    public void ignore(CheckedIssue issue) {
        editing.segment().ifPresent(of -> {
            craft.checks().ignore(of.id(), issue);
            check(of, stage.text());
            stage.focusText();
        });
    }

    /** Ignores the first issue that may be. */
    void ignoreFirst() {
        IssueList.firstIgnorable(issues).ifPresentOrElse(this::ignore, () -> Parts.tell(words.of("issues.no-ignore")));
    }

    @Override
    public void ignoreNothing() {
        editing.segment().ifPresent(of -> {
            craft.checks().ignoreNothing(of.id());
            check(of, stage.text());
            stage.focusText();
        });
    }

    /** Puts the next code into the target that the source has and it lacks. */
    void insertCode() {
        editing.segment()
                .filter(of -> editing.isOpen())
                .ifPresent(of -> Codes.nextMissing(of.source(), stage.text())
                        .ifPresentOrElse(
                                code -> stage.getElement()
                                        .executeJs("window.khosMarks.wrap($0, $1)", code.before(), code.after()),
                                () -> Parts.tell(words.of("code.none"))));
    }

    /** Asks why the open segment is returned. */
    void returning() {
        returning.open();
    }

    void split() {
        cuts.split();
    }

    void join() {
        cuts.join();
    }

    /** Shows a panel, and takes it away again. */
    void turn(SideTabs.Tab tab) {
        if (tabs.isShown(tab)) {
            tabs.show(SideTabs.Tab.HELP);
            stage.focusText();
        } else {
            tabs.show(tab);
            if (tab == SideTabs.Tab.COMMENTS) {
                comments.focusText();
            }
        }
    }

    private void showTab(Segment of) {
        tabs.count(SideTabs.Tab.COMMENTS, comments.show(of));
        if (tabs.isShown(SideTabs.Tab.HISTORY)) {
            history.show(of);
        } else if (tabs.isShown(SideTabs.Tab.PREVIEW)) {
            preview.show(of, stage.text());
        }
    }

    void commentsChanged(Segment of) {
        read(of);
    }

    private void restore(Revision revision) {
        boolean draft = editing.segment()
                .filter(of -> !stage.text().equals(of.target()) && !stage.text().isBlank())
                .isPresent();
        if (draft) {
            new AskDialog(words.of("history.restore"), words.of("history.loses"), words, () -> restored(revision))
                    .open();
        } else {
            restored(revision);
        }
    }

    private void restored(Revision revision) {
        editing.review(of -> craft.revisions().restore(of.id(), revision.id(), of.version()), restored -> {
            stage.write(restored.working());
            typed(restored.working());
            history.show(restored);
            stage.focusText();
        });
    }
}
