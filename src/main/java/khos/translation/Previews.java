package khos.translation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.language.Language;
import khos.markdown.Block;
import khos.markdown.Markdown;
import khos.markdown.StructureBroken;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A text as it would be published with the targets of now: the paragraph that a segment stands in, between what stands around
 * it, or the whole; what is not translated yet reads as its source.
 */
@Service
public class Previews {
    /** So many blocks stand before it and behind it. */
    private static final int AROUND = 2;
    /** Paragraphs of more sentences than this are shown in part. */
    private static final int MOST = 400;

    /** So many paragraphs whose codes are broken are shown as their source one by one; of more, all are. */
    private static final int MOST_BROKEN = 20;

    private final TranslationRepository repository;
    private final SegmentWriter writer;

    Previews(TranslationRepository repository, SegmentWriter writer) {
        this.repository = repository;
        this.writer = writer;
    }

    /**
     * The Markdown around a segment.
     *
     * @param target of the segment as it stands in the editor
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public Markdown around(String segmentId, String target) {
        Segment open = writer.require(segmentId, Role.TRANSLATOR);
        TranslationRepository.Document document = writer.requireDocument(open.documentId(), Role.TRANSLATOR);
        String body = MarkdownText.of(document.text()).body();
        List<Block> blocks = new Markdown(body).blocks();
        if (open.unit() < 0 || blocks.isEmpty()) {
            return new Markdown("# " + (target.isBlank() ? open.source() : target));
        }
        int first = Math.max(0, open.unit() - AROUND);
        int end = Math.min(blocks.size(), open.unit() + AROUND + 1);
        Markdown part = new Markdown(body.substring(
                lineOf(body, blocks.get(first)), end < blocks.size() ? lineOf(body, blocks.get(end)) : body.length()));
        Map<Integer, String> texts = texts(open, target, document.pair().target());
        List<Block> shown = part.blocks();
        if (shown.size() != end - first) {
            // A construct that spans several blocks was cut: the paragraph alone.
            return new Markdown(texts.getOrDefault(open.unit(), open.source()));
        }
        return new Markdown(merged(part, shown, first, open.unit(), texts));
    }

    /**
     * The whole document in one of its languages; nothing when none of it is in that language. For editors of its project.
     *
     * <p>What somebody typed and did not confirm is not in it; a paragraph whose codes are broken reads as its source.
     */
    @ForTranslators
    @Transactional(readOnly = true)
    public Optional<Standing> whole(String documentId, Language language) {
        TranslationRepository.Document document = writer.requireDocument(documentId, Role.EDITOR);
        List<Segment> segments = repository.segments(documentId, 0, Translations.MOST_SEGMENTS);
        if (language == document.pair().source()) {
            return Optional.of(new Standing(Merging.source(document, segments), 0));
        }
        if (segments.stream().allMatch(segment -> segment.target().isBlank())) {
            return Optional.empty();
        }
        int open = (int) segments.stream().filter(Merging::isMissing).count();
        return Optional.of(new Standing(whole(document, segments), open));
    }

    private static Merged whole(TranslationRepository.Document document, List<Segment> segments) {
        Set<Integer> broken = new HashSet<>();
        for (int i = 0; i < MOST_BROKEN; i++) {
            try {
                return Merging.target(
                        document,
                        segments,
                        segment -> segment.target().isBlank() || broken.contains(segment.unit())
                                ? segment.source()
                                : segment.target());
            } catch (Refused refused) {
                broken.add((Integer) refused.arguments().getFirst() - 1);
            }
        }
        return Merging.target(document, segments, Segment::source);
    }

    private static String merged(Markdown part, List<Block> shown, int first, int open, Map<Integer, String> texts) {
        var written = new ArrayList<String>();
        for (int i = 0; i < shown.size(); i++) {
            written.add(texts.getOrDefault(first + i, shown.get(i).text()));
        }
        try {
            return part.merge(written);
        } catch (StructureBroken e) {
            return texts.getOrDefault(open, written.getFirst());
        }
    }

    /** Where the line begins that a block begins in. */
    private static int lineOf(String body, Block block) {
        return body.lastIndexOf('\n', Math.max(0, block.span().start() - 1)) + 1;
    }

    /** The text of each unit around. */
    private Map<Integer, String> texts(Segment open, String target, Language language) {
        int offset = Math.max(0, open.ordinal() - MOST);
        return repository.segments(open.documentId(), offset, open.ordinal() - offset + MOST).stream()
                .collect(Collectors.groupingBy(
                        Segment::unit,
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.mapping(
                                        segment -> piece(
                                                segment, segment.id().equals(open.id()) ? target : segment.working()),
                                        Collectors.toList()),
                                pieces -> Pairing.joined(pieces, language))));
    }

    private static Pairing.Piece piece(Segment segment, String target) {
        return new Pairing.Piece(
                segment.unit(), segment.source(), segment.gap(), target.isBlank() ? segment.source() : target);
    }
}
