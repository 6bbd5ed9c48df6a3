package khos.workbench;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import khos.language.Language;
import khos.language.Span;
import khos.markdown.Code;
import khos.markdown.Codes;

/**
 * A source as it is read: its codes as chips with a face, its terms marked. Its characters stay what they are: {@code 骑**马**}
 * has seven, of which the chips show two faces.
 */
final class SourceText {
    private static final int LONGEST_FACE = 24;

    private record Piece(Span span, BiFunction<String, Integer, Component> mark, int number) {}

    private SourceText() {}

    /**
     * Puts {@code text} into {@code to}.
     *
     * @param terms their places, in the order of the text
     */
    static void show(Div to, String text, Language language, List<Span> terms, MarkedText.Mark mark, Words words) {
        List<Piece> pieces = new ArrayList<>();
        List<Code> codes = Codes.of(text).list();
        for (Code code : codes) {
            String side = code.closing().isPresent() ? "o" : "alone";
            pieces.add(new Piece(code.opening(), (part, number) -> chip(part, code, side, words), 0));
            code.closing()
                    .ifPresent(closing ->
                            pieces.add(new Piece(closing, (part, number) -> chip(part, code, "c", words), 0)));
        }
        for (int i = 0; i < terms.size(); i++) {
            Span place = language == Language.MONGOLIAN ? MarkedText.word(text, terms.get(i)) : terms.get(i);
            pieces.add(new Piece(place, mark::create, i));
        }
        pieces.sort(Comparator.comparingInt(piece -> piece.span().start()));
        int end = 0;
        for (Piece piece : pieces) {
            if (piece.span().start() < end || piece.span().length() == 0) {
                continue;
            }
            to.add(new Text(text.substring(end, piece.span().start())));
            to.add(piece.mark().apply(piece.span().of(text), piece.number()));
            end = piece.span().end();
        }
        to.add(new Text(text.substring(end)));
    }

    private static Component chip(String part, Code code, String side, Words words) {
        if (code.type() == Code.Type.BREAK) {
            return new Text(part);
        }
        var chip = Parts.span("chip " + side, part);
        chip.getElement()
                .setAttribute("data-face", face(code, words))
                .setAttribute("title", code.face())
                .setAttribute("lang", "");
        return chip;
    }

    /** What is shown in the place of a code: what it does, or for a code of a program its text. */
    private static String face(Code code, Words words) {
        String face = code.type() == Code.Type.CODE || code.type() == Code.Type.FOOTNOTE
                ? code.face()
                : words.of("code." + code.type().name().toLowerCase(Locale.ROOT));
        return face.length() <= LONGEST_FACE ? face : face.substring(0, LONGEST_FACE) + "…";
    }
}
