package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.ModalityMode;
import com.vaadin.flow.component.Shortcuts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.ArrayList;
import java.util.List;
import khos.language.LanguagePair;
import khos.translation.Segment;

/**
 * Shows what somebody else and oneself made of the text that both began with, and a proposal that has both; one of the three is
 * chosen, or the choice put off. Until then nothing is written.
 */
final class ConflictDialog extends Dialog {
    private static final long serialVersionUID = 1L;

    /** What is decided. */
    interface Decision {
        /** To go on with what is stored. */
        void takeTheirs();

        /** To go on with what was typed, and with what has been typed since. */
        void keepMine();

        void write(String merged);

        /** To decide later; what was typed stays where it is. */
        void putOff();
    }

    private enum Version {
        MERGED,
        THEIRS,
        MINE
    }

    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Decision decision;
    private final TextArea merged = new TextArea();
    private final List<NativeButton> picks = new ArrayList<>();
    private final List<Div> options = new ArrayList<>();
    private Version picked = Version.MERGED;

    /**
     * @param base the text that both began with
     * @param current the segment as it is stored
     * @param mine the text that was typed upon an older version of it
     */
    ConflictDialog(
            String base, Segment current, String mine, String them, LanguagePair pair, Words words, Decision decision) {
        this.pair = pair;
        this.words = words;
        this.decision = decision;
        setId("conflict");
        addClassName("dlg");
        setWidth("1120px");
        setModality(ModalityMode.STRICT);
        setCloseOnOutsideClick(false);
        setHeaderTitle(words.of("conflict.title", Integer.toString(current.number()), them));
        String theirs = current.working();
        ThreeWay both = ThreeWay.merge(base, theirs, mine);
        add(new Paragraph(words.of(both.overlaps() == 0 ? "conflict.apart" : "conflict.overlap", both.overlaps())));
        add(Parts.in(pair.source(), Parts.div("zsrc", new Span(current.source()))));
        add(Parts.div(
                "three ways",
                createOption(Version.MERGED, words.of("conflict.merged"), createMerged(both.text())),
                createOption(Version.THEIRS, words.of("conflict.theirs", them), createText(base, theirs)),
                createOption(Version.MINE, words.of("conflict.mine"), createText(base, mine))));
        var common = createCommon(base);
        add(common);
        addDialogCloseActionListener(escape -> putOff());
        addFooter(common);
        pick(both.overlaps() == 0 ? Version.MERGED : Version.MINE);
    }

    private void addFooter(Div common) {
        getFooter()
                .add(
                        Parts.button(
                                "conflict-base",
                                "q",
                                words.of("conflict.base"),
                                "",
                                click -> common.setVisible(!common.isVisible())),
                        Parts.div("grow"),
                        Parts.button("conflict-later", "", words.of("conflict.later"), "Esc", click -> putOff()),
                        Parts.button(
                                "conflict-adopt", "p", words.of("conflict.adopt"), "Ctrl Enter", click -> adopt()));
        Shortcuts.addShortcutListener(this, this::adopt, Key.ENTER, KeyModifier.CONTROL)
                .listenOn(this);
    }

    private Div createCommon(String base) {
        var text = Parts.in(pair.target(), Parts.div("vbox", new Span(base.isEmpty() ? "—" : base)));
        var common = Parts.div("common", Parts.span("sm muted", words.of("conflict.base")), text);
        common.setVisible(false);
        return common;
    }

    private Component createMerged(String text) {
        merged.setId("conflict-merged");
        merged.setAriaLabel(words.of("conflict.merged"));
        merged.getElement().setAttribute("lang", pair.target().tag());
        merged.addClassNames("merged", Parts.isVertical(pair.target()) ? "mn-field" : "level");
        merged.setValue(text);
        merged.addFocusListener(focus -> mark(Version.MERGED));
        return merged;
    }

    /** A text with what was changed of the common one marked. */
    private Component createText(String base, String text) {
        List<Difference.Run> runs = Difference.between(base, text).stream()
                .filter(run -> run.kind() != Difference.Kind.REMOVED || base.length() > 0)
                .toList();
        Div box = Parts.in(pair.target(), Parts.difference(runs));
        box.addClassName("vbox");
        box.getElement().setAttribute("tabindex", "0");
        return box;
    }

    private Component createOption(Version version, String title, Component text) {
        String key = Integer.toString(version.ordinal() + 1);
        var pick = Parts.button("conflict-pick-" + key, "q pick", title, key, click -> pick(version));
        picks.add(pick);
        Div option = Parts.div("opt", pick, text);
        option.addClickListener(click -> mark(version));
        options.add(option);
        return option;
    }

    private void pick(Version version) {
        mark(version);
        picks.get(version.ordinal()).focus();
    }

    private void mark(Version version) {
        picked = version;
        for (int i = 0; i < picks.size(); i++) {
            boolean chosen = i == version.ordinal();
            picks.get(i).getElement().setAttribute("aria-pressed", Boolean.toString(chosen));
            options.get(i).getElement().getClassList().set("on", chosen);
        }
    }

    private void adopt() {
        close();
        switch (picked) {
            case MERGED -> decision.write(merged.getValue());
            case THEIRS -> decision.takeTheirs();
            case MINE -> decision.keepMine();
        }
    }

    private void putOff() {
        close();
        decision.putOff();
    }
}
