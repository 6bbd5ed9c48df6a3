package khos.workbench;

import com.vaadin.flow.server.VaadinRequest;
import java.util.Locale;
import khos.language.Language;
import khos.language.Messages;
import khos.translation.Refused;
import khos.translation.State;

/** The words of the workbench in the language of whoever looks at it: Chinese, or English when the browser asks for it. */
final class Words {
    private final Messages messages;

    private Words(Messages messages) {
        this.messages = messages;
    }

    static Words current() {
        VaadinRequest request = VaadinRequest.getCurrent();
        boolean english = request != null && request.getLocale().getLanguage().equals("en");
        return new Words(Messages.of(english ? Locale.ENGLISH : Locale.CHINESE));
    }

    String of(String key, Object... arguments) {
        return messages.text("workbench." + key, arguments);
    }

    String of(State state, boolean drafted) {
        return of(
                drafted && state == State.INITIAL
                        ? "state.draft"
                        : "state." + state.name().toLowerCase(Locale.ROOT));
    }

    String of(Language language) {
        return of("language." + language.code());
    }

    String of(Refused refused) {
        return messages.text(refused.key(), refused.arguments().toArray());
    }
}
