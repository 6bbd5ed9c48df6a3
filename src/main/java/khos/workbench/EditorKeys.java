package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyModifier;
import com.vaadin.flow.component.Shortcuts;

/** The keys of the editor; {@link KeyList} shows them. */
final class EditorKeys {
    private static final Key[] DIGITS = {Key.DIGIT_1, Key.DIGIT_2, Key.DIGIT_3, Key.DIGIT_4, Key.DIGIT_5};

    private final Component where;

    private EditorKeys(Component where) {
        this.where = where;
    }

    /** @param where they are heard */
    static void add(Component where, Editing editing, HelpSide side, boolean reviewer) {
        var keys = new EditorKeys(where);
        keys.on(editing::confirm, Key.ENTER, KeyModifier.CONTROL);
        keys.on(editing::saveDraft, Key.KEY_S, KeyModifier.CONTROL);
        keys.on(() -> editing.move(1), Key.ARROW_DOWN, KeyModifier.ALT);
        keys.on(() -> editing.move(-1), Key.ARROW_UP, KeyModifier.ALT);
        keys.on(editing::copySource, Key.KEY_C, KeyModifier.ALT);
        keys.on(editing::repair, Key.KEY_N, KeyModifier.ALT);
        keys.on(side::addTerm, Key.KEY_T, KeyModifier.ALT);
        keys.on(side::askConcordance, Key.KEY_F, KeyModifier.ALT);
        keys.on(side::closeConcordance, Key.ESCAPE);
        if (reviewer) {
            keys.on(editing::accept, Key.KEY_A, KeyModifier.ALT);
            keys.on(editing::giveBack, Key.KEY_R, KeyModifier.ALT);
        }
        for (int i = 0; i < DIGITS.length; i++) {
            int number = i;
            keys.on(() -> side.insertMatch(number), DIGITS[i], KeyModifier.ALT);
            keys.on(() -> side.insertTerm(number), DIGITS[i], KeyModifier.ALT, KeyModifier.SHIFT);
        }
    }

    private void on(Runnable action, Key key, KeyModifier... modifiers) {
        Shortcuts.addShortcutListener(where, action::run, key, modifiers).listenOn(where);
    }
}
