package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** A small drawing in the colour of the text, hidden from screen readers: a word always stands beside it. */
@Tag("span")
final class Glyph extends Component {
    private static final long serialVersionUID = 1L;

    Glyph(String name) {
        getElement().getClassList().add("gl");
        getElement().getClassList().add("gl-" + name);
        getElement().setAttribute("aria-hidden", "true");
    }
}
