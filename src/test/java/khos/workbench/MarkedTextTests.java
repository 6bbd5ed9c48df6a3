package khos.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import khos.language.Language;
import khos.language.Span;
import org.junit.jupiter.api.Test;

class MarkedTextTests {
    private static String marked(String text, Language language, Span... places) {
        var to = new Div();
        MarkedText.add(to, text, language, List.of(places), (words, number) -> Parts.span("m", words));
        return to.getElement().getOuterHTML().replaceAll("\\s*\\n\\s*", "").replace(" class=\"m\"", "");
    }

    @Test
    void chinesePlacesAreMarkedAsTheyAre() {
        assertThat(marked("草原上的马", Language.CHINESE, new Span(0, 2), new Span(4, 5)))
                .isEqualTo("<div><span>草原</span>上的<span>马</span></div>");
    }

    @Test
    void ofPlacesThatOverlapTheFirstIsMarked() {
        assertThat(marked("云课堂", Language.CHINESE, new Span(0, 2), new Span(0, 3), new Span(1, 3)))
                .isEqualTo("<div><span>云课</span>堂</div>");
    }

    @Test
    void aMongolianStemIsMarkedWithItsSuffixes() {
        String text = "ᠡᠨᠡ ᠨᠣᠮ\u202fᠤᠨ ᠲᠠᠯ\u180eᠠ";
        assertThat(MarkedText.word(text, new Span(4, 7)).of(text)).isEqualTo("ᠨᠣᠮ\u202fᠤᠨ");
        assertThat(MarkedText.word(text, new Span(12, 13)).of(text)).isEqualTo("ᠲᠠᠯ\u180eᠠ");
    }

    @Test
    void theTextIsNotMarkup() {
        assertThat(marked("<b>&马", Language.CHINESE, new Span(4, 5))).startsWith("<div>&lt;b&gt;&amp;<span>马");
    }
}
