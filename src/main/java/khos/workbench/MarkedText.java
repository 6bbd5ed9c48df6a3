package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Text;
import java.util.List;
import khos.language.Language;
import khos.language.Span;
import khos.mongolian.Letters;

/** Puts a text into a component with some of its places marked. */
final class MarkedText {
    /** What stands where text is marked. */
    interface Mark {
        /** @param number of the place, from 0 */
        Component create(String text, int number);
    }

    private MarkedText() {}

    /**
     * Adds {@code text} to {@code to}.
     *
     * @param places in the order of the text; of those that overlap the first is marked
     */
    static void add(HasComponents to, String text, Language language, List<Span> places, Mark mark) {
        int end = 0;
        for (int i = 0; i < places.size(); i++) {
            Span place = language == Language.MONGOLIAN ? word(text, places.get(i)) : places.get(i);
            if (place.start() < end || place.length() == 0) {
                continue;
            }
            to.add(new Text(text.substring(end, place.start())));
            to.add(mark.create(place.of(text), i));
            end = place.end();
        }
        to.add(new Text(text.substring(end)));
    }

    /** {@code place} as far as its words reach, with their suffixes: letters that are parted from each other take other shapes. */
    static Span word(String text, Span place) {
        int start = place.start();
        int end = place.end();
        while (start > 0 && Letters.isWordPart(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Letters.isWordPart(text.charAt(end))) {
            end++;
        }
        return new Span(start, end);
    }
}
