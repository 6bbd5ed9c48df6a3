package khos.workbench;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.progressbar.ProgressBar;
import khos.translation.Acceptances;
import khos.translation.Refused;
import khos.translation.Translation;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Accepts all that is translated while the work goes on; says how far it is and what became of it, and takes it back. */
final class AcceptanceBar extends Div {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(AcceptanceBar.class);

    private final transient Acceptances acceptances;
    private final transient Translation document;
    private final transient Words words;
    private final transient Runnable changed;
    private final ProgressBar bar = new ProgressBar();
    private final Span place = Parts.span("xs muted tn", "");
    private transient @Nullable Background<?> work;
    private transient Acceptances.@Nullable Accepted accepted;

    /** @param changed is run when segments were accepted or made as they were */
    AcceptanceBar(Acceptances acceptances, Translation document, Words words, Runnable changed) {
        this.acceptances = acceptances;
        this.document = document;
        this.words = words;
        this.changed = changed;
        setId("acceptance");
        addClassName("offer-bar");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Begins, unless it is under way. */
    void begin(UI ui) {
        if (work != null) {
            return;
        }
        int total = Math.max(1, document.progress().total());
        accepted = null;
        removeAll();
        bar.setMax(total);
        progressed(0, total);
        add(
                new Span(words.of("accepting")),
                Parts.div("grow running", bar, place),
                Parts.button("accept-stop", "s", words.of("work.stop"), "", click -> stop()));
        setVisible(true);
        work = Background.start(
                ui,
                watch -> acceptances.acceptAll(document.id(), watch),
                now -> progressed(now, total),
                this::finished);
    }

    private void progressed(int now, int total) {
        bar.setValue(Math.min(now, total));
        place.setText(words.of("memory.place", now, total));
    }

    private void finished(Acceptances.@Nullable Accepted done, @Nullable Throwable error) {
        work = null;
        dismiss();
        if (done != null) {
            show(done);
        } else if (error instanceof Refused refused) {
            Parts.warn(words.of(refused));
        } else {
            LOG.error("the translations of document {} could not be accepted", document.id(), error);
            Parts.warn(words.of("error"));
        }
        changed.run();
    }

    private void show(Acceptances.Accepted done) {
        if (done.faulty() > 0) {
            Parts.warn(words.of("accepted.faulty", done.faulty()));
        }
        accepted = done;
        add(
                new Span(words.of(done.isComplete() ? "accepted" : "accepted.stopped", done.accepted())),
                Parts.div("grow"));
        if (done.accepted() > 0) {
            add(Parts.button("accept-undo", "s", words.of("propagation.undo"), "Alt U", click -> undo()));
        }
        add(Parts.button("acceptance-close", "q s", words.of("close"), "Esc", click -> dismiss()));
        setVisible(true);
    }

    /** Takes back what was accepted last; whether it can be. */
    boolean undo() {
        Acceptances.Accepted done = accepted;
        if (done == null || done.accepted() == 0) {
            return false;
        }
        dismiss();
        int restored = acceptances.undo(document.id(), done);
        Parts.tell(words.of("propagation.undone", restored, done.accepted() - restored));
        changed.run();
        return true;
    }

    private void stop() {
        if (work != null) {
            work.stop();
        }
    }

    /** Takes away what it says, unless it is at work. */
    void dismiss() {
        if (work == null) {
            accepted = null;
            removeAll();
            setVisible(false);
        }
    }
}
