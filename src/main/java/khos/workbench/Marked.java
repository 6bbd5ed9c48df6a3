package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;

/** A place of a text that is pointed at. */
@Tag("mark")
final class Marked extends Component {
    private static final long serialVersionUID = 1L;

    Marked(String text) {
        getElement().setText(text);
    }
}
