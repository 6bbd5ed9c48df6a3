package khos.workbench;

import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.spring.security.AuthenticationContext;
import khos.account.Administration;
import org.springframework.stereotype.Component;

/** Leads whoever has a password that was made for them to where they choose their own, whatever they ask for. */
@Component
class PasswordGate implements VaadinServiceInitListener {
    private static final long serialVersionUID = 1L;

    private final transient Administration administration;
    private final transient AuthenticationContext authentication;

    PasswordGate(Administration administration, AuthenticationContext authentication) {
        this.administration = administration;
        this.authentication = authentication;
    }

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addUIInitListener(init -> init.getUI().addBeforeEnterListener(this::check));
    }

    private void check(BeforeEnterEvent event) {
        if (authentication.isAuthenticated()
                && event.getNavigationTarget() != PasswordView.class
                && administration.mustChangePassword()) {
            event.forwardTo(PasswordView.class);
        }
    }
}
