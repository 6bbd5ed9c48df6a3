package khos.workbench;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.virtuallist.VirtualList;
import com.vaadin.flow.data.renderer.LitRenderer;
import java.util.List;
import java.util.stream.IntStream;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.translation.Paired;

/** The sentences of a text beside those of its translation, before they are taken in. */
final class PairList extends Div {
    private static final long serialVersionUID = 1L;

    private final transient Words words;

    PairList(Words words) {
        this.words = words;
        setId("upload-pairs");
        addClassName("pairs");
        getElement().setAttribute("role", "region").setAttribute("aria-label", words.of("upload.pairs"));
        setVisible(false);
    }

    void show(LanguagePair pair, List<Paired> pairs) {
        long whole = pairs.stream().filter(Paired::isWhole).count();
        long missing = pairs.stream().filter(one -> one.target().isEmpty()).count();
        var figures = new Paragraph(words.of("upload.pairs.figures", pairs.size(), whole, missing));
        figures.getElement().setAttribute("role", "status");
        var list = new VirtualList<Integer>();
        list.setRenderer(createRow(pair, pairs));
        list.setItems(IntStream.range(0, pairs.size()).boxed().toList());
        list.getElement().setAttribute("tabindex", "0").setAttribute("aria-label", words.of("upload.pairs"));
        removeAll();
        add(figures, list);
        setVisible(true);
        scrollIntoView();
    }

    private LitRenderer<Integer> createRow(LanguagePair pair, List<Paired> pairs) {
        String missing = words.of("state.initial");
        String whole = words.of("upload.pairs.whole");
        return LitRenderer.<Integer>of("""
                        <div class="seg">
                          <span class="n tn"><b>${item.number}</b><span>${item.whole}</span></span>
                          <span class="s ${item.sourceClass}" lang="${item.sourceLang}">${item.source}</span>
                          <span class="t ${item.targetClass}" lang="${item.targetLang}">${item.target}</span>
                        </div>""")
                .withProperty("number", place -> place + 1)
                .withProperty("whole", place -> pairs.get(place).isWhole() ? whole : "")
                .withProperty(
                        "source", place -> Parts.beginning(pairs.get(place).source()))
                .withProperty("sourceLang", place -> pair.source().tag())
                .withProperty("sourceClass", place -> className(pair.source()))
                .withProperty(
                        "target",
                        place -> pairs.get(place).target().isEmpty()
                                ? missing
                                : Parts.beginning(pairs.get(place).target()))
                .withProperty(
                        "targetLang",
                        place -> pairs.get(place).target().isEmpty()
                                ? ""
                                : pair.target().tag())
                .withProperty(
                        "targetClass", place -> pairs.get(place).target().isEmpty() ? "e" : className(pair.target()));
    }

    private static String className(Language language) {
        return Parts.isVertical(language) ? "mn" : "";
    }

    void forget() {
        removeAll();
        setVisible(false);
    }
}
