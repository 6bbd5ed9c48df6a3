package khos.translation;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import khos.account.Accounts;
import khos.account.Projects;
import khos.account.Role;
import khos.account.Roles.ForTranslators;
import khos.storage.Ids;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Remarks on segments, each open until somebody resolves it. */
@Service
public class Comments {
    private static final int LONGEST = 2_000;
    private static final int MOST_MENTIONS = 20;
    /** Not in the middle of a word, so that the address {@code a@b.cn} mentions nobody. */
    private static final Pattern MENTION = Pattern.compile("(?<![A-Za-z0-9._-])@([A-Za-z0-9][A-Za-z0-9._-]{0,49})");

    private final CommentRepository repository;
    private final SegmentWriter writer;
    private final Accounts accounts;
    private final Projects projects;
    private final DocumentEvents events;
    private final Clock clock;

    Comments(
            CommentRepository repository,
            SegmentWriter writer,
            Accounts accounts,
            Projects projects,
            DocumentEvents events,
            Clock clock) {
        this.repository = repository;
        this.writer = writer;
        this.accounts = accounts;
        this.projects = projects;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Says something of a segment. {@code @wuyun 请看} mentions the account {@code wuyun}, if there is one.
     *
     * @throws Refused {@code refused.comment-length} when there is nothing or too much
     */
    @ForTranslators
    @Transactional
    public Comment add(String segmentId, String text) {
        Segment segment = writer.require(segmentId, Role.TRANSLATOR);
        if (text.isBlank() || text.length() > LONGEST) {
            throw new Refused("refused.comment-length", LONGEST);
        }
        var comment = new Comment(
                Ids.next(),
                segmentId,
                segment.documentId(),
                text,
                mentions(text),
                Accounts.actor(),
                Instant.ofEpochMilli(clock.millis()),
                Optional.empty());
        repository.insert(comment);
        announce(comment);
        return comment;
    }

    private Set<String> mentions(String text) {
        Set<String> names = new LinkedHashSet<>();
        MENTION.matcher(text).results().limit(MOST_MENTIONS).forEach(match -> {
            String name = match.group(1).toLowerCase(Locale.ROOT);
            while (name.endsWith(".") || name.endsWith("-")) {
                name = name.substring(0, name.length() - 1);
            }
            if (accounts.exists(name)) {
                names.add(name);
            }
        });
        return names;
    }

    /** Resolves a comment, or opens it again. */
    @ForTranslators
    @Transactional
    public Comment resolve(String commentId, boolean resolved) {
        Comment comment = repository.find(commentId).orElseThrow(() -> new Refused("refused.no-comment"));
        writer.require(comment.segmentId(), Role.TRANSLATOR);
        repository.resolve(commentId, resolved ? Optional.of(Accounts.actor()) : Optional.empty(), clock.millis());
        announce(comment);
        return repository.find(commentId).orElseThrow(() -> new Refused("refused.no-comment"));
    }

    /** All comments on a segment, the oldest first. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Comment> of(String segmentId) {
        writer.require(segmentId, Role.TRANSLATOR);
        return repository.of(segmentId);
    }

    /** The open ones of a document in the order of its segments. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Comment> openIn(String documentId) {
        writer.requireRole(documentId, Role.TRANSLATOR);
        return repository.openIn(documentId);
    }

    /** The open ones that mention whoever is signed in, the latest first. */
    @ForTranslators
    @Transactional(readOnly = true)
    public List<Comment> mentioningMe() {
        Map<String, Boolean> mine = new HashMap<>();
        return repository.openMentioning(Accounts.actor()).stream()
                .filter(comment -> mine.computeIfAbsent(comment.documentId(), this::isMine))
                .toList();
    }

    private boolean isMine(String documentId) {
        return writer.projectOf(documentId)
                .flatMap(project -> projects.role(project.id()))
                .isPresent();
    }

    /** How many are open in each of these documents; those without one are not in it. */
    @ForTranslators
    @Transactional(readOnly = true)
    public Map<String, Integer> openCounts(Collection<String> documentIds) {
        return repository.openCounts(documentIds, projects.ids());
    }

    private void announce(Comment comment) {
        events.announce(new DocumentEvent.CommentsChanged(comment.documentId(), comment.segmentId(), Accounts.actor()));
    }
}
