package khos.workbench;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.CustomizedSystemMessages;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.stereotype.Component;

/** What happens when an action fails unexpectedly: it is logged, and its user is told. */
@Component
class WorkbenchErrors implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = LoggerFactory.getLogger(WorkbenchErrors.class);

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().setSystemMessagesProvider(info -> createMessages());
        // Else pages would be marked as being in the language of the machine.
        event.getSource().addUIInitListener(init -> init.getUI().setLocale(Words.locale()));
        event.getSource()
                .addSessionInitListener(init -> init.getSession().setErrorHandler(error -> {
                    boolean denied = error.getThrowable() instanceof AccessDeniedException;
                    if (!denied) {
                        LOG.error("An action in the workbench failed", error.getThrowable());
                    }
                    if (UI.getCurrent() != null) {
                        Parts.warn(Words.current().of(denied ? "denied" : "error"));
                    }
                }));
    }

    /** What the browser shows when the session or the server's side of the page is gone. */
    private static CustomizedSystemMessages createMessages() {
        Words words = Words.current();
        var messages = new CustomizedSystemMessages();
        messages.setSessionExpiredNotificationEnabled(true);
        messages.setSessionExpiredCaption(words.of("session.expired"));
        messages.setSessionExpiredMessage(words.of("session.expired-help"));
        messages.setInternalErrorCaption(words.of("system.error"));
        messages.setInternalErrorMessage(words.of("system.error-help"));
        messages.setSyncErrorCaption(words.of("system.error"));
        messages.setSyncErrorMessage(words.of("system.error-help"));
        messages.setCookiesDisabledCaption(words.of("session.expired"));
        messages.setCookiesDisabledMessage(words.of("session.expired-help"));
        return messages;
    }
}
