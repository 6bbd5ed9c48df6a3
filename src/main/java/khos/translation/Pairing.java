package khos.translation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.language.Segmenter;
import khos.language.Span;
import khos.markdown.Code;
import khos.markdown.Codes;

/** Cuts units into segments, and pairs them with a translation where there is one. */
final class Pairing {
    /** A segment to be: {@code target} is empty where there is no translation. */
    record Piece(int unit, String source, String gap, String target) {}

    private Pairing() {}

    /** The segments of a text that is still to be translated. */
    static List<Piece> untranslated(MarkdownText source, Language language) {
        List<Piece> pieces = new ArrayList<>();
        for (MarkdownText.Unit unit : source.units()) {
            List<Span> sentences = sentences(unit, language);
            for (int i = 0; i < sentences.size(); i++) {
                pieces.add(
                        new Piece(unit.number(), sentences.get(i).of(unit.text()), gap(unit.text(), sentences, i), ""));
            }
        }
        return pieces;
    }

    /**
     * The segments of a text with those of its translation: sentence by sentence where a block has as many in both and
     * joining them gives the translated block again, else the block as one.
     *
     * @throws Refused {@code refused.blocks-differ} with the number of the first block where the structures part and
     *     what stands there in each
     */
    static List<Piece> paired(MarkdownText source, MarkdownText target, LanguagePair pair) {
        List<MarkdownText.Unit> sources = source.units();
        Map<Integer, MarkdownText.Unit> targets =
                target.units().stream().collect(Collectors.toMap(MarkdownText.Unit::number, Function.identity()));
        requireSameBlocks(blocks(sources), blocks(target.units()));
        List<Piece> pieces = new ArrayList<>();
        for (MarkdownText.Unit unit : sources) {
            Optional<MarkdownText.Unit> other = Optional.ofNullable(targets.get(unit.number()));
            pieces.addAll(
                    other.isPresent()
                            ? paired(unit, other.get(), pair)
                            : List.of(new Piece(unit.number(), unit.text(), "", "")));
        }
        return pieces;
    }

    private static List<Piece> paired(MarkdownText.Unit source, MarkdownText.Unit target, LanguagePair pair) {
        List<Span> sources = sentences(source, pair.source());
        List<Span> targets = sentences(target, pair.target());
        List<Piece> pieces = new ArrayList<>();
        if (sources.size() == targets.size()) {
            for (int i = 0; i < sources.size(); i++) {
                pieces.add(new Piece(
                        source.number(),
                        sources.get(i).of(source.text()),
                        gap(source.text(), sources, i),
                        targets.get(i).of(target.text())));
            }
        }
        return joined(pieces, pair.target()).equals(target.text())
                ? pieces
                : List.of(new Piece(source.number(), source.text(), "", target.text()));
    }

    /** Whether a piece is a translated block kept as one although it has several sentences. */
    static boolean isWhole(Piece piece, LanguagePair pair) {
        return piece.unit() != Segment.TITLE
                && !piece.target().isEmpty()
                && (sentences(piece.source(), pair.source()).size() > 1
                        || sentences(piece.target(), pair.target()).size() > 1);
    }

    /** The targets of one unit as one text again. */
    static String joined(List<Piece> pieces, Language targetLanguage) {
        var joined = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            joined.append(pieces.get(i).target());
            if (i + 1 < pieces.size()) {
                joined.append(targetGap(pieces.get(i).gap(), targetLanguage));
            }
        }
        return joined.toString();
    }

    /**
     * What stands between two sentences in the target: Mongolian parts them with a space, Chinese with nothing; a line
     * break of the source stays.
     */
    static String targetGap(String gap, Language targetLanguage) {
        if (gap.indexOf('\n') >= 0) {
            return gap;
        }
        return targetLanguage == Language.CHINESE ? "" : " ";
    }

    private static List<Span> sentences(MarkdownText.Unit unit, Language language) {
        return unit.number() == Segment.TITLE
                ? List.of(new Span(0, unit.text().length()))
                : sentences(unit.text(), language);
    }

    /**
     * The sentences of a text, but for those that a pair of codes holds together: halves of it would be codes no longer, and could be
     * lost unseen. {@code **一。二**。三。} gives {@code **一。二**。} and {@code 三。}.
     */
    private static List<Span> sentences(String text, Language language) {
        List<Span> sentences = Segmenter.sentences(text, language);
        if (sentences.size() < 2 || !Codes.isPossibleIn(text)) {
            return sentences;
        }
        BitSet inside = new BitSet(text.length());
        for (Code code : Codes.of(text).list()) {
            inside.set(code.span().start() + 1, code.span().end());
        }
        List<Span> whole = new ArrayList<>();
        for (Span sentence : sentences) {
            boolean goesOn = inside.get(sentence.start()) && !whole.isEmpty();
            whole.add(goesOn ? new Span(whole.removeLast().start(), sentence.end()) : sentence);
        }
        return whole;
    }

    private static String gap(String text, List<Span> sentences, int i) {
        return i + 1 < sentences.size()
                ? text.substring(sentences.get(i).end(), sentences.get(i + 1).start())
                : "";
    }

    private static List<MarkdownText.Unit> blocks(List<MarkdownText.Unit> units) {
        return units.stream().filter(unit -> unit.number() >= 0).toList();
    }

    private static void requireSameBlocks(List<MarkdownText.Unit> sources, List<MarkdownText.Unit> targets) {
        for (int i = 0; i < Math.max(sources.size(), targets.size()); i++) {
            String source = i < sources.size() ? sources.get(i).kind() : "";
            String target = i < targets.size() ? targets.get(i).kind() : "";
            if (!source.equals(target)) {
                throw new Refused("refused.blocks-differ", i + 1, describe(sources, i), describe(targets, i));
            }
        }
    }

    private static String describe(List<MarkdownText.Unit> blocks, int i) {
        if (i >= blocks.size()) {
            return "–";
        }
        String text = blocks.get(i).text();
        int end = text.offsetByCodePoints(0, Math.min(20, text.codePointCount(0, text.length())));
        return blocks.get(i).kind() + " “" + text.substring(0, end) + (end < text.length() ? "…" : "") + "”";
    }
}
