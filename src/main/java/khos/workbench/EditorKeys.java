package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;

/** The keys of the editor; {@link KeyList} shows them. */
final class EditorKeys {
    private static final Key[] DIGITS = {Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4, Key.DIGIT_5};

    private EditorKeys() {}

    /** @param where they are heard */
    static void add(
            Component where,
            Editing editing,
            HelpSide side,
            PropagationBar bar,
            AcceptanceBar acceptance,
            boolean reviewer) {
        on(where, editing::confirm, Key.ENTER, KeyModifier.CONTROL);
        on(where, editing::saveDraft, Key.KEY_S, KeyModifier.CONTROL);
        on(where, () -> editing.move(1), Key.ARROW_DOWN, KeyModifier.ALT);
        on(where, () -> editing.move(-1), Key.ARROW_UP, KeyModifier.ALT);
        on(where, editing::copySource, Key.KEY_C, KeyModifier.ALT);
        on(where, editing::repair, Key.KEY_N, KeyModifier.ALT);
        on(where, side::addTerm, Key.KEY_T, KeyModifier.ALT);
        on(where, side::askConcordance, Key.KEY_F, KeyModifier.ALT);
        on(where, side::turnConcordance, Key.KEY_W, KeyModifier.ALT);
        on(where, () -> editing.stage().focusNextTerm(), Key.KEY_J, KeyModifier.ALT);
        on(where, () -> bar.accept(false), Key.KEY_P, KeyModifier.ALT);
        on(where, () -> bar.accept(true), Key.KEY_P, KeyModifier.ALT, KeyModifier.SHIFT);
        on(where, () -> undo(bar, acceptance), Key.KEY_U, KeyModifier.ALT);
        // A card that is open hears it too.
        Shortcuts.addShortcutListener(where, () -> escape(side, bar, acceptance), Key.ESCAPE)
                .listenOn(where)
                .allowBrowserDefault()
                .allowEventPropagation();
        if (reviewer) {
            on(where, editing::accept, Key.KEY_A, KeyModifier.ALT);
            on(where, editing::giveBack, Key.KEY_R, KeyModifier.ALT);
        }
        for (int i = 0; i < DIGITS.length; i++) {
            int number = i;
            on(where, () -> side.insertMatch(number), DIGITS[i], KeyModifier.ALT);
            on(where, () -> side.insertTerm(number), DIGITS[i], KeyModifier.ALT, KeyModifier.SHIFT);
        }
    }

    /** The keys of what stands around the segment. */
    static void add(Component where, Desk desk) {
        on(where, desk::fixFirst, Key.KEY_Q, KeyModifier.ALT);
        on(where, desk::ignoreFirst, Key.KEY_X, KeyModifier.ALT);
        on(where, desk::insertCode, Key.PERIOD, KeyModifier.ALT);
        on(where, desk::split, Key.KEY_S, KeyModifier.ALT);
        on(where, desk::join, Key.KEY_S, KeyModifier.ALT, KeyModifier.SHIFT);
        on(where, () -> desk.turn(SideTabs.Tab.COMMENTS), Key.KEY_G, KeyModifier.ALT);
        on(where, () -> desk.turn(SideTabs.Tab.HISTORY), Key.KEY_H, KeyModifier.ALT);
        on(where, () -> desk.turn(SideTabs.Tab.PREVIEW), Key.KEY_V, KeyModifier.ALT);
        on(where, () -> desk.filter().open(), Key.KEY_L, KeyModifier.ALT);
        on(where, () -> desk.filter().focusNumber(), Key.KEY_G, KeyModifier.CONTROL);
    }

    private static void undo(PropagationBar bar, AcceptanceBar acceptance) {
        if (!acceptance.undo()) {
            bar.undo();
        }
    }

    private static void escape(HelpSide side, PropagationBar bar, AcceptanceBar acceptance) {
        if (!side.closeConcordance()) {
            bar.dismiss();
            acceptance.dismiss();
        }
    }

    static void on(Component where, Runnable action, Key key, KeyModifier... modifiers) {
        Shortcuts.addShortcutListener(where, action::run, key, modifiers).listenOn(where);
    }
}
