package khos.workbench;

import com.vaadin.flow.component.html.Div;
import java.util.List;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.memory.Context;
import khos.mongolian.Connector;
import khos.terminology.TermOccurrence;
import khos.terminology.Termbase;
import khos.translation.Segment;

/** What is known of the open segment: matches, terms, and, while asked for, how words were said before. */
final class HelpSide extends Div {
    private static final long serialVersionUID = 1L;

    private final transient LanguagePair pair;
    private final transient Words words;
    private final Connector connector;
    private final transient Termbase termbase;
    private final transient Editing editing;
    private final Stage stage;
    private final MatchPanel matches;
    private final TermPanel terms;
    private final ConcordancePanel pairs;

    HelpSide(ConcordancePanel.Sources sources, LanguagePair pair, Words words, Connector connector, Editing editing) {
        this.pair = pair;
        this.words = words;
        this.connector = connector;
        this.termbase = sources.termbase();
        this.editing = editing;
        this.stage = editing.stage();
        matches = new MatchPanel(sources.memory(), sources.origins(), termbase, pair, words, editing::insert);
        terms = new TermPanel(pair, words, editing::insertAtCaret, this::addTerm, this::askConcordance);
        pairs = new ConcordancePanel(sources, pair, words, editing::insertAtCaret, this::closeConcordance);
        add(matches, terms, pairs);
        addClassNames("pane", "side");
    }

    /** @param context what stands around the segment in its document */
    void show(Segment segment, Context context) {
        showTerms(segment);
        matches.show(segment, context);
    }

    /** Marks which of the terms stand in what was typed. */
    void showTyped(String text) {
        terms.showUsed(termbase.recognize(text, pair.target()));
    }

    private void showTerms(Segment of) {
        List<TermOccurrence> found = termbase.recognize(of.source(), pair.source());
        stage.showSource(of, found);
        terms.show(found, termbase.recognize(of.working(), pair.target()));
    }

    /** Inserts the match of that number, from 0; while the concordance is shown, its pair. */
    void insertMatch(int number) {
        if (pairs.isVisible()) {
            pairs.insert(number);
        } else {
            matches.insert(number, stage.text());
        }
    }

    /** Looks in the whole memory instead of what is published, or the other way. */
    void turnConcordance() {
        pairs.turn();
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
                    connector,
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

    /** Whether it was shown. */
    boolean closeConcordance() {
        if (!pairs.isVisible()) {
            return false;
        }
        pairs.setVisible(false);
        matches.setVisible(true);
        terms.setVisible(true);
        stage.focusText();
        return true;
    }
}
