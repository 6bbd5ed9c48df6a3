package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.popover.Popover;
import com.vaadin.flow.component.popover.PopoverPosition;
import java.util.List;
import khos.language.Language;
import khos.terminology.Concept;
import khos.terminology.Term;

/** What is agreed of a marked term: shown when the pointer rests on it or the focus is there, gone with Esc. */
final class TermCard extends Popover {
    private static final long serialVersionUID = 1L;

    private static final int REST_MILLIS = 300;

    TermCard(Component term, List<Concept> concepts, Words words) {
        setTarget(term);
        setOpenOnClick(false);
        setOpenOnHover(true);
        setOpenOnFocus(true);
        setHoverDelay(REST_MILLIS);
        setPosition(PopoverPosition.BOTTOM_START);
        setAriaLabel(words.of("terms"));
        addClassName("term-card");
        concepts.forEach(concept -> add(create(concept, words)));
    }

    private static Component create(Concept concept, Words words) {
        var card = Parts.div("card");
        if (!concept.subject().isEmpty()) {
            card.add(Parts.span("xs muted", concept.subject()));
        }
        if (!concept.definition().isEmpty()) {
            card.add(new Paragraph(concept.definition()));
        }
        for (Language language : Language.values()) {
            Div terms = Parts.div("card-terms");
            concept.terms(language).forEach(term -> terms.add(create(term, words)));
            if (terms.getChildren().findAny().isPresent()) {
                card.add(new H3(words.of(language)), terms);
            }
        }
        for (String fact : List.of(concept.note(), concept.source())) {
            if (!fact.isEmpty()) {
                var note = new Paragraph(fact);
                note.addClassNames("xs", "muted");
                card.add(note);
            }
        }
        return card;
    }

    private static Component create(Term term, Words words) {
        Span text = new Span(term.text());
        if (term.isCyrillic()) {
            text.getElement().setAttribute("lang", "mn-Cyrl");
        } else {
            Parts.in(term.language(), text);
        }
        text.getElement().getClassList().set("unusable", !term.status().isUsable());
        return Parts.div("card-term", text, Parts.span("xs muted", words.of(term.status())));
    }
}
