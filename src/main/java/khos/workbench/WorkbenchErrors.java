package khos.workbench;

import com.vaadin.flow.component.UI;
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
}
