package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import khos.language.Language;
import khos.language.ShownChange;
import khos.mongolian.Change;

/** What is done to a text: how often for which reason, and the first places with what stood and will stand there. */
final class ChangeList extends Div {
    private static final long serialVersionUID = 1L;

    /** @param most how many places are shown */
    ChangeList(String text, List<Change> changes, int most, Words words) {
        addClassName("chs");
        Map<String, Integer> counts = new LinkedHashMap<>();
        changes.forEach(change -> counts.merge(ShownChange.kind(change), 1, Integer::sum));
        var reasons = Parts.div("chs-why");
        counts.forEach((kind, count) -> reasons.add(
                Parts.div("chs-r", Parts.span("tn", Integer.toString(count)), new Span(words.ofChange(kind)))));
        add(reasons);
        var places = Parts.div("chs-list");
        ShownChange.of(text, changes.subList(0, Math.min(most, changes.size()))).stream()
                .map(shown -> createPlace(shown, words))
                .forEach(places::add);
        places.getElement().setAttribute("tabindex", "0");
        add(places);
        if (changes.size() > most) {
            add(Parts.span("muted", words.of("changes.rest", changes.size() - most)));
        }
    }

    private static Component createPlace(ShownChange shown, Words words) {
        var pair = Parts.div("ch-pair", word("was", shown.before()));
        if (!shown.isLeft()) {
            pair.add(Parts.span("ch-spine", ""), word("now", shown.after()));
        }
        var codes = Parts.div("ch-codes", new Span(shown.codesBefore()));
        if (!shown.isLeft()) {
            String after = shown.codesAfter();
            codes.add(new Span("→ " + (after.isEmpty() ? words.of("changes.nothing") : after)));
        }
        var place = Parts.div(
                "ch",
                Parts.span("muted tn", shown.place().toString()),
                pair,
                Parts.span("ch-why", words.ofChange(shown.kind())),
                codes);
        if (!shown.change().alternatives().isEmpty()) {
            var others = Parts.div("ch-alt", Parts.span("muted", words.of("changes.alternatives")));
            shown.change().alternatives().forEach(other -> others.add(word("", other)));
            place.add(others);
        }
        return place;
    }

    private static Component word(String className, String text) {
        var word = Parts.in(Language.MONGOLIAN, new Div(text));
        if (!className.isEmpty()) {
            word.addClassName(className);
        }
        return word;
    }
}
