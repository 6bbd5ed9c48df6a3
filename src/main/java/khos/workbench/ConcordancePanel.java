package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.search.Concordance;
import khos.search.SentencePair;

/** How words were said before: the published pairs that hold them, in the place of the other panels until it is closed. */
final class ConcordancePanel extends Section {
    private static final long serialVersionUID = 1L;

    private static final int MOST = 20;
    private static final int LONGEST_QUESTION = 200;

    private final transient Concordance concordance;
    private final transient LanguagePair pair;
    private final transient Words words;
    private final Div list = Parts.div("tp");
    private final H2 heading = new H2();

    /** @param close goes back to the text */
    ConcordancePanel(Concordance concordance, LanguagePair pair, Words words, Runnable close) {
        this.concordance = concordance;
        this.pair = pair;
        this.words = words;
        setId("concordance");
        setVisible(false);
        getElement().setAttribute("aria-label", words.of("concordance"));
        list.getElement().setAttribute("tabindex", "0");
        add(
                Parts.div(
                        "ph",
                        heading,
                        Parts.div("grow"),
                        Parts.button("concordance-close", "q s", words.of("close"), "Esc", click -> close.run())),
                list);
    }

    /** Shows the pairs of which one side holds {@code text}. */
    void show(String text) {
        String asked = text.substring(0, Math.min(LONGEST_QUESTION, text.length()));
        Concordance.Pairs found = concordance.find(asked, 0, MOST);
        heading.setText(words.of("concordance.title", found.total()));
        list.removeAll();
        Language language =
                asked.codePoints().anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.MONGOLIAN)
                        ? Language.MONGOLIAN
                        : Language.CHINESE;
        list.add(Parts.in(language, Parts.div("asked", new Span(asked))));
        if (found.pairs().isEmpty()) {
            list.add(Parts.div("none", new Span(words.of("concordance.none"))));
        }
        found.pairs().forEach(pair -> list.add(create(pair)));
        setVisible(true);
        list.getElement().callJsFunction("focus");
    }

    private Component create(SentencePair found) {
        SentencePair.Half source = found.half(pair.source());
        var link = new Anchor(source.url(), source.title());
        link.setTarget("_blank");
        var article = new Article(create(source), create(found.half(pair.target())), Parts.div("mf", link));
        article.addClassName("mt");
        return article;
    }

    private static Component create(SentencePair.Half half) {
        Div text = Parts.in(half.language(), Parts.div("mbox"));
        MarkedText.add(text, half.text(), half.language(), half.marks(), (word, number) -> new Marked(word));
        return text;
    }

    /** Words that were asked for, or say them in the other language. */
    @Tag("mark")
    private static final class Marked extends Component {
        private static final long serialVersionUID = 1L;

        Marked(String text) {
            getElement().setText(text);
        }
    }
}
