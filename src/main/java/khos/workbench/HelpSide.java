package khos.workbench;

import com.vaadin.flow.component.html.Aside;
import java.util.List;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.memory.TranslationMemory;
import khos.search.Concordance;
import khos.terminology.TermOccurrence;
import khos.terminology.Termbase;
import khos.translation.Segment;

/** What is known of the open segment: matches, terms, and, while asked for, how words were said before. */
final class HelpSide extends Aside {
    private static final long serialVersionUID = 1L;

    private final transient LanguagePair pair;
    private final transient Words words;
    private final transient Termbase termbase;
    private final transient Editing editing;
    private final Stage stage;
    private final MatchPanel matches;
    private final TermPanel terms;
    private final ConcordancePanel pairs;

    HelpSide(
            TranslationMemory memory,
            Termbase termbase,
            Concordance concordance,
            LanguagePair pair,
            Words words,
            Editing editing) {
        this.pair = pair;
        this.words = words;
        this.termbase = termbase;
        this.editing = editing;
        this.stage = editing.stage();
        matches = new MatchPanel(memory, pair, words, editing::insert);
        terms = new TermPanel(pair, words, editing::insertAtCaret, this::addTerm, this::askConcordance);
        pairs = new ConcordancePanel(concordance, pair, words, this::closeConcordance);
        add(matches, terms, pairs);
        addClassNames("pane", "side");
        getElement().setAttribute("aria-label", words.of("side"));
    }

    void show(Segment segment) {
        showTerms(segment);
        matches.show(segment);
    }

    private void showTerms(Segment of) {
        List<TermOccurrence> found = termbase.recognize(of.source(), pair.source());
        stage.showSource(of, found);
        terms.show(found);
    }

    void insertMatch(int number) {
        matches.insert(number);
    }

    void insertTerm(int number) {
        terms.insert(number);
    }

    /** Adds a term, beginning with what is selected in the source and in the target. */
    void addTerm() {
        if (!editing.isOpen()) {
            return;
        }
        stage.selected(selection -> {
            boolean fromChinese = pair.source() == Language.CHINESE;
            var dialog = new ConceptDialog(
                    termbase,
                    words,
                    fromChinese ? selection.inSource() : selection.inTarget(),
                    fromChinese ? selection.inTarget() : selection.inSource(),
                    () -> editing.segment().ifPresent(this::showTerms));
            dialog.addOpenedChangeListener(change -> {
                if (!change.isOpened()) {
                    stage.focusText();
                }
            });
            dialog.open();
        });
    }

    /** Shows how what is selected was said before. */
    void askConcordance() {
        if (!editing.isOpen()) {
            return;
        }
        stage.selected(selection -> {
            if (selection.last().isEmpty()) {
                Parts.tell(words.of("concordance.nothing"));
            } else {
                pairs.show(selection.last());
                matches.setVisible(false);
                terms.setVisible(false);
            }
        });
    }

    void closeConcordance() {
        if (pairs.isVisible()) {
            pairs.setVisible(false);
            matches.setVisible(true);
            terms.setVisible(true);
            stage.focusText();
        }
    }
}
