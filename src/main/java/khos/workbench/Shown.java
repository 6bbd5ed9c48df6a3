package khos.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;

/** A secret that is shown this once, selected and ready to be copied. */
final class Shown extends Div {
    private static final long serialVersionUID = 1L;

    /** @param what what it is, and that it is not shown again */
    Shown(String id, String what, String secret) {
        addClassName("told-here");
        getElement().setAttribute("role", "status");
        var field = new TextField();
        field.setId(id);
        field.setValue(secret);
        field.setReadOnly(true);
        field.setAutoselect(true);
        field.setAutofocus(true);
        field.addClassName("secret");
        field.setAriaLabel(what);
        add(new Paragraph(what), field);
        field.focus();
    }
}
