package khos.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.Optional;
import khos.translation.Filling;
import khos.translation.Fillings;
import khos.translation.Propagations;
import khos.translation.Refused;
import khos.translation.Segment;
import org.jspecify.annotations.Nullable;

/** Offers to take the translation that was just confirmed over into the segments that say the same, and to undo that. */
final class PropagationBar extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Propagations propagations;
    private final transient Fillings fillings;
    private final transient Words words;
    private final transient Runnable changed;
    private transient @Nullable Segment confirmed;
    private transient @Nullable Filling filling;

    /** @param changed is run when segments were filled or restored */
    PropagationBar(Propagations propagations, Fillings fillings, Words words, Runnable changed) {
        this.propagations = propagations;
        this.fillings = fillings;
        this.words = words;
        this.changed = changed;
        setId("propagation");
        addClassName("offer-bar");
        getElement().setAttribute("role", "status");
        setVisible(false);
    }

    /** Asks, when there is anything to fill. */
    void offer(Segment segment) {
        Propagations.Offer offer = propagations.offer(segment);
        if (offer.isEmpty()) {
            if (filling == null) {
                dismiss();
            }
            return;
        }
        confirmed = segment;
        filling = null;
        removeAll();
        add(
                new Span(words.of("propagation.offer", Integer.toString(segment.number()), offer.here())),
                Parts.div("grow"));
        if (offer.here() > 0) {
            add(Parts.button("propagate", "s", words.of("propagation.fill"), "Alt P", click -> accept(false)));
        }
        if (offer.elsewhere() > 0) {
            add(Parts.button(
                    "propagate-all",
                    "q s",
                    words.of("propagation.everywhere", offer.elsewhere()),
                    "Alt Shift P",
                    click -> accept(true)));
        }
        add(Parts.button("propagation-close", "q s", words.of("propagation.dismiss"), "Esc", click -> dismiss()));
        setVisible(true);
    }

    /** Fills what was offered. */
    void accept(boolean elsewhere) {
        Segment from = confirmed;
        if (from == null) {
            return;
        }
        confirmed = null;
        Optional<Filling> done = propagations.propagate(from.id(), elsewhere);
        if (done.isEmpty()) {
            dismiss();
            return;
        }
        filling = done.get();
        removeAll();
        add(
                new Span(words.of("propagation.done", done.get().segments())),
                Parts.div("grow"),
                Parts.button("propagation-undo", "s", words.of("propagation.undo"), "Alt U", click -> undo()),
                Parts.button("propagation-close", "q s", words.of("propagation.dismiss"), "Esc", click -> dismiss()));
        changed.run();
    }

    /** Undoes what was filled last. */
    void undo() {
        Filling done = filling;
        if (done == null) {
            return;
        }
        try {
            int restored = fillings.undo(done.id());
            Parts.tell(words.of("propagation.undone", restored, done.segments() - restored));
        } catch (Refused refused) {
            Parts.warn(words.of(refused));
        }
        dismiss();
        changed.run();
    }

    void dismiss() {
        confirmed = null;
        filling = null;
        setVisible(false);
    }
}
