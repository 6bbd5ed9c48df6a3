package khos.workbench;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import khos.account.Accounts;
import khos.language.Conversion;
import khos.language.Language;
import khos.memory.Context;
import khos.mongolian.Connector;
import khos.mongolian.Rewriting;
import khos.translation.Filled;
import khos.translation.Filling;
import khos.translation.Fillings;
import khos.translation.Origins;
import khos.translation.Refused;
import khos.translation.Segment;
import khos.translation.StaleSegment;
import khos.translation.State;
import khos.translation.Translation;
import khos.translation.Translations;
import org.jspecify.annotations.Nullable;

/**
 * The work on a document: one segment is open; what is typed is kept, confirmed, reviewed. Whoever comes second sees both
 * texts, and until one is chosen nothing more is saved.
 */
final class Editing {
    private final Translations translations;
    private final Translation document;
    private final Connector connector;
    private final Words words;
    private final Stage stage;
    private final SegmentList list;
    private final Fillings fillings;
    private final Origins origins;
    private final Listener listener;

    private @Nullable Segment segment;

    /** Two texts of the open segment wait for a choice. */
    private boolean conflict;

    /** They are shown, or about to be. */
    private boolean asking;

    /** What both began with. */
    private String base = "";

    /** Something was typed into the open segment since it was opened. */
    private boolean touched;

    /** Somebody else is at work on the open segment. */
    private boolean held;

    /** Is told what happens to the document. */
    interface Listener {
        /** @param context what stands around the segment */
        void opened(Segment segment, Context context);

        /** Something was typed or put into the box. */
        void typed(String text);

        /** Segments have moved from one state to another. */
        void progressed();

        void confirmed(Segment segment);

        /** Somebody said something about the open segment. */
        void commented(Segment segment);

        /** What an account is called. */
        String name(String account);

        /** Whether a text may be confirmed; what speaks against it is shown. */
        boolean mayConfirm(Segment segment, String text);

        /** The open segment is to be returned, which needs a reason. */
        void returning();

        /** All that is translated is to be accepted. */
        void acceptingAll();
    }

    /** What the work asks of the craft. */
    record Craft(Translations translations, Fillings fillings, Origins origins) {}

    Editing(Craft craft, Translation document, Connector connector, Words words, boolean reviewer, Listener listener) {
        this.translations = craft.translations();
        this.fillings = craft.fillings();
        this.origins = craft.origins();
        this.document = document;
        this.connector = connector;
        this.words = words;
        this.listener = listener;
        this.stage = new Stage(document.pair(), words, connector, reviewer, this);
        this.list = new SegmentList(translations, document, words, this::switchTo);
    }

    Stage stage() {
        return stage;
    }

    SegmentList list() {
        return list;
    }

    Optional<Segment> segment() {
        return Optional.ofNullable(segment);
    }

    /** Whether a segment can be worked on: one is open, and no choice waits. */
    boolean isOpen() {
        return segment != null && !conflict && !held;
    }

    /** Opens the segment at place {@code wanted}; when there is none the first that is untranslated, else the first. */
    void openFirst(int wanted) {
        Optional<Segment> asked = wanted < 0 ? Optional.empty() : at(wanted);
        asked.or(() -> translations.nextOpen(document.id(), -1)).or(() -> at(0)).ifPresent(this::open);
    }

    private Optional<Segment> at(int place) {
        return translations.segments(document.id(), place, 1).stream().findFirst();
    }

    /** The segment that follows, if there is one. */
    Optional<Segment> after(Segment of) {
        return at(of.ordinal() + 1);
    }

    private void switchTo(int place) {
        if (saveDraft()) {
            at(place).ifPresent(this::open);
        }
    }

    void move(int step) {
        Segment from = segment;
        if (from != null) {
            list.beside(from.ordinal(), step).ifPresent(this::switchTo);
        }
    }

    /** Opens the segment at that place, unless it is open. */
    void goTo(int place) {
        if (segment == null || segment.ordinal() != place) {
            switchTo(place);
        } else {
            stage.focusText();
        }
    }

    /** Shows the segments anew after some came or went, and opens the one at {@code place}. */
    void rearranged(int place) {
        translations
                .document(document.id())
                .ifPresent(now -> list.refreshAll(now.progress().total()));
        listener.progressed();
        at(place).or(() -> at(0)).ifPresent(this::open);
    }

    private void open(Segment next) {
        segment = next;
        touched = false;
        list.open(next);
        List<Segment> around = around(next);
        stage.open(next, around, list.rowOf(next.ordinal()));
        showOrigin(next);
        listener.opened(next, context(next, around));
    }

    /** Tells where the text of a segment comes from that nobody has touched since it was filled. */
    private void showOrigin(Segment of) {
        stage.showOrigin(fillings.of(of).map(this::origin).orElse(""));
    }

    private String origin(Filled filled) {
        return filled.kind() == Filling.Kind.PROPAGATION
                ? words.of(
                        "origin.propagation",
                        origins.find(filled.origin())
                                .map(place -> Integer.toString(place.number()))
                                .orElse("?"))
                : words.of("origin.pretranslation", filled.similarity(), filled.adapted());
    }

    private static Context context(Segment of, List<Segment> around) {
        return new Context(source(around, of.ordinal() - 1), source(around, of.ordinal() + 1));
    }

    private static String source(List<Segment> around, int place) {
        return around.stream()
                .filter(segment -> segment.ordinal() == place)
                .findFirst()
                .map(Segment::source)
                .orElse("");
    }

    private List<Segment> around(Segment of) {
        int first = Math.max(0, of.ordinal() - 1);
        return translations.segments(of.documentId(), first, of.ordinal() - first + 2);
    }

    /** Does something with the open segment; a conflict or a refusal is shown, and nothing that was typed is lost. */
    private Optional<Segment> attempt(String text, Supplier<Segment> action) {
        try {
            Segment changed = action.get();
            segment = changed;
            list.refresh(changed);
            stage.showState(changed);
            stage.showOrigin("");
            return Optional.of(changed);
        } catch (StaleSegment stale) {
            if (text.equals(stale.current().working())) {
                open(stale.current());
                Parts.tell(words.of(
                        "changed-meanwhile",
                        Integer.toString(stale.current().number()),
                        listener.name(stale.current().changedBy())));
            } else {
                showConflict(segment == null ? "" : segment.working(), stale.current(), text);
            }
        } catch (Refused refused) {
            Parts.warn(words.of(refused));
        }
        return Optional.empty();
    }

    /** Shows the segment as it is now beside {@code mine}; until one is chosen nothing more is saved. */
    private void showConflict(String began, Segment current, String mine) {
        conflict = true;
        asking = true;
        base = began;
        new ConflictDialog(
                        began,
                        current,
                        mine,
                        listener.name(current.changedBy()),
                        document.pair(),
                        words,
                        new Choice(current, mine))
                .open();
    }

    /** Shows both texts again after the choice was put off, as they are now. */
    private void askAgain() {
        Segment of = segment;
        if (!asking && of != null) {
            asking = true;
            stage.typed(
                    of,
                    stage.text(),
                    mine -> translations.segment(of.id()).ifPresent(current -> showConflict(base, current, mine)));
        }
    }

    private final class Choice implements ConflictDialog.Decision {
        private final Segment current;
        private final String mine;

        Choice(Segment current, String mine) {
            this.current = current;
            this.mine = mine;
        }

        @Override
        public void takeTheirs() {
            asking = false;
            conflict = false;
            stage.forget(current);
            open(current);
        }

        @Override
        public void keepMine() {
            continueWith(current, mine);
        }

        @Override
        public void write(String merged) {
            asking = false;
            conflict = false;
            segment = current;
            list.refresh(current);
            stage.forget(current);
            stage.write(merged);
            saveDraft(merged);
            stage.focusText();
        }

        @Override
        public void putOff() {
            asking = false;
            Parts.tell(words.of("conflict.waits"));
            stage.focusText();
        }
    }

    /** Goes on from the segment as it is now, with what stands in the box: more may have been typed than was refused. */
    private void continueWith(Segment current, String mine) {
        segment = current;
        list.refresh(current);
        stage.typed(current, mine, text -> {
            asking = false;
            conflict = false;
            stage.write(text);
            saveDraft(text);
            stage.focusText();
        });
    }

    /** Keeps what stands in the box; whether there is nothing left that only the browser knows. */
    boolean saveDraft() {
        if (conflict) {
            askAgain();
        }
        return saveDraft(stage.text());
    }

    boolean saveDraft(String text) {
        Segment of = segment;
        if (conflict) {
            return false;
        }
        if (of == null || text.equals(of.working())) {
            return true;
        }
        touched = true;
        Optional<Segment> stored = attempt(text, () -> translations.saveDraft(of.id(), text, of.version()));
        stored.ifPresent(stage::acknowledge);
        listener.typed(text);
        return stored.isPresent();
    }

    void confirm() {
        Segment of = segment;
        String text = stage.text();
        if (of == null || mayNot()) {
            return;
        }
        if (of.state() != State.INITIAL && of.draft().isEmpty() && text.equals(of.target())) {
            // Confirmed as it stands already; confirming once more would only undo its review.
            openNext(of);
            return;
        }
        if (!listener.mayConfirm(of, text)) {
            return;
        }
        attempt(text, () -> translations.translate(of.id(), text, of.version())).ifPresent(stored -> {
            touched = false;
            stage.acknowledge(stored);
            listener.progressed();
            openNext(stored);
            listener.confirmed(stored);
        });
    }

    /** Whether nothing can be done to the open segment now; says why. */
    private boolean mayNot() {
        if (conflict) {
            askAgain();
        } else if (held) {
            Parts.tell(words.of("company.wait"));
        }
        return conflict || held;
    }

    private void openNext(Segment after) {
        if (list.isNarrowed()) {
            list.beside(after.ordinal(), 1).ifPresentOrElse(this::switchTo, () -> Parts.tell(words.of("work.done")));
            return;
        }
        translations
                .nextOpen(after.documentId(), after.ordinal())
                .ifPresentOrElse(this::open, () -> Parts.tell(words.of("all-translated")));
    }

    void accept() {
        review(of -> translations.review(of.id(), of.version()), accepted -> move(1));
    }

    void giveBack() {
        if (isOpen()) {
            listener.returning();
        }
    }

    /** Returns the open segment to be translated anew; whether it was. */
    boolean giveBack(String reason) {
        return review(of -> translations.returnFor(of.id(), reason, of.version()), given -> {
            stage.write(given.working());
            if (list.isNarrowed()) {
                move(1);
            } else {
                listener.opened(given, context(given, around(given)));
            }
        });
    }

    /** Does {@code verdict} to the open segment, then what follows; whether it was done. */
    boolean review(UnaryOperator<Segment> verdict, Consumer<Segment> then) {
        if (mayNot() || !saveDraft()) {
            return false;
        }
        Segment of = segment;
        Optional<Segment> done = of == null ? Optional.empty() : attempt(of.working(), () -> verdict.apply(of));
        done.ifPresent(changed -> {
            listener.progressed();
            then.accept(changed);
        });
        return done.isPresent();
    }

    void acceptAll() {
        if (segment != null && saveDraft()) {
            listener.acceptingAll();
        }
    }

    /** Shows the states anew, also of the open segment: publishing makes segments final. */
    void reopen() {
        list.refreshAll();
        segment().flatMap(open -> at(open.ordinal())).ifPresent(now -> {
            segment = now;
            stage.showState(now);
        });
    }

    /** Shows what whoever works here had filled, replaced or restored; what is typed and not saved stays. */
    void refilled() {
        touched = false;
        refreshAll();
    }

    /** Shows all as it is now; what has been typed stays. */
    void refreshAll() {
        translations
                .document(document.id())
                .ifPresent(now -> list.refreshAll(now.progress().total()));
        listener.progressed();
        Segment open = segment;
        if (open != null) {
            translations
                    .segment(open.id())
                    .ifPresentOrElse(this::changed, () -> at(open.ordinal()).ifPresent(this::open));
        }
    }

    /** Shows a segment as it is now; the open one only while nobody has touched it here: else saving it shows both texts. */
    void changed(Segment now) {
        list.refreshKnown(now);
        Segment open = segment;
        if (open == null || !open.id().equals(now.id()) || conflict) {
            return;
        }
        if (open.version() >= now.version()) {
            follow(open, now);
            return;
        }
        if (touched || !stage.text().equals(open.working())) {
            if (!now.changedBy().equals(Accounts.actor())) {
                Parts.tell(words.of("company.changed", listener.name(now.changedBy()), Integer.toString(now.number())));
            }
            return;
        }
        segment = now;
        stage.update(now);
        showOrigin(now);
        listener.typed(now.working());
    }

    /** The open segment says what it said, yet may stand at another place: others before it were split or joined. */
    private void follow(Segment open, Segment now) {
        if (open.version() == now.version() && open.ordinal() != now.ordinal()) {
            segment = now;
            list.open(now);
        }
    }

    /** Somebody said something about a segment. */
    void commented(Segment now) {
        list.refreshMarks(now);
        if (segment != null && segment.id().equals(now.id())) {
            listener.commented(now);
        }
    }

    /** Reads anew what can be seen: something has changed that nobody told of. */
    void reread() {
        list.reread();
        segment().flatMap(open -> translations.segment(open.id())).ifPresent(this::changed);
    }

    void tellProgress() {
        listener.progressed();
    }

    /** Whether somebody else is at work on the open segment: then it is only looked at. */
    void hold(boolean byOther) {
        held = byOther && !touched;
        stage.setReadOnly(held);
    }

    /** The open segment has become free: it is opened as it is now, with what the browser kept of it. */
    void takeOver() {
        segment()
                .filter(open -> !touched)
                .flatMap(open -> translations.segment(open.id()))
                .ifPresent(now -> {
                    segment = now;
                    stage.update(now);
                    stage.setReadOnly(false);
                    Parts.tell(words.of("company.free"));
                });
    }

    void copySource() {
        segment().ifPresent(of -> insert(of.source()));
    }

    /** Shows what the canonical spelling of the open text changes; of one with Menksoft codes, their conversion. */
    void repair() {
        if (!isOpen() || document.pair().target() != Language.MONGOLIAN) {
            return;
        }
        String text = stage.text();
        Rewriting rewriting =
                Conversion.neededBy(text).orElse(Conversion.REPAIR).apply(text, connector);
        if (rewriting.changes().isEmpty()) {
            Parts.tell(words.of("repair.none"));
            return;
        }
        new RepairDialog(text, rewriting, words, () -> stage.type(rewriting.text())).open();
    }

    /** Puts {@code text} in the place of the translation. */
    void insert(String text) {
        if (mayNot()) {
            return;
        }
        stage.write(text);
        saveDraft(text);
        stage.focusText();
    }

    void insertAtCaret(String text) {
        if (!mayNot()) {
            stage.insertAtCaret(text);
        }
    }

    /** Takes back what the browser kept, or shows it beside what is stored when that has changed since. */
    void recover(String segmentId, int version, String text, @Nullable String began) {
        Segment of = segment;
        if (of == null || conflict || held || !of.id().equals(segmentId) || text.equals(of.working())) {
            return;
        }
        if (of.version() == version) {
            stage.write(text);
            saveDraft(text);
            Parts.tell(words.of("recovered"));
        } else {
            showConflict(began == null ? of.working() : began, of, text);
        }
    }
}
