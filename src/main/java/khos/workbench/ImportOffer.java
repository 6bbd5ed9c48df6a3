package khos.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.util.Optional;
import khos.language.Conversion;
import khos.mongolian.Connector;
import khos.mongolian.Rewriting;

/**
 * Offers to convert a text before it is taken in, and shows what would be changed. Nothing is chosen beforehand: neither a
 * conversion nor its omission is to be overlooked.
 */
final class ImportOffer extends Div {
    private static final long serialVersionUID = 1L;

    private static final int MOST_SHOWN = 12;

    private enum Choice {
        CONVERT,
        KEEP
    }

    private final String text;
    private final transient Rewriting rewriting;
    private final RadioButtonGroup<Choice> choice = new RadioButtonGroup<>();

    /** @param name what the text is in the form: the source or the translation */
    ImportOffer(String id, String name, String text, Conversion conversion, Connector connector, Words words) {
        this.text = text;
        this.rewriting = conversion.apply(text, connector);
        setId(id);
        addClassName("offer");
        getElement().setAttribute("role", "group").setAttribute("aria-label", name);
        choice.setItems(Choice.values());
        choice.setItemLabelGenerator(
                one -> words.of(one == Choice.CONVERT ? "offer." + conversion.code() + ".convert" : "offer.keep"));
        choice.setAriaLabel(words.of("offer.choose"));
        add(
                new H2(words.of("offer.of", name)),
                new Paragraph(words.of("offer." + conversion.code())),
                choice,
                new ChangeList(text, rewriting.changes(), MOST_SHOWN, words));
    }

    /** The text as it is to be taken in; empty until that is chosen. */
    Optional<String> chosen() {
        return Optional.ofNullable(choice.getValue()).map(one -> one == Choice.CONVERT ? rewriting.text() : text);
    }
}
