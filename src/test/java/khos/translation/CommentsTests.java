package khos.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import khos.As;
import khos.account.Accounts;
import khos.account.Role;
import khos.storage.TestDatabase;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

@ParameterizedClass
@MethodSource("khos.storage.TestDatabase#all")
class CommentsTests extends Room {
    private final Comments comments;

    CommentsTests(TestDatabase database) {
        super(database);
        comments = bean(Comments.class);
    }

    @Test
    void aCommentIsOpenUntilItIsResolved() {
        Segment segment = segment(extract("马"), 0);
        Comment comment = comments.add(segment.id(), "是公马吗？");
        assertThat(comments.openIn(segment.documentId())).containsExactly(comment);
        assertThat(comments.openCounts(List.of(segment.documentId()))).isEqualTo(Map.of(segment.documentId(), 1));
        assertThat(comments.resolve(comment.id(), true).resolvedBy()).contains("editor");
        assertThat(comments.openIn(segment.documentId())).isEmpty();
        assertThat(comments.of(segment.id())).hasSize(1);
        assertThat(comments.resolve(comment.id(), false).isOpen()).isTrue();
    }

    @Test
    void accountsAreMentionedAndAddressesAreNot() {
        bean(Accounts.class).create("wuyun", "乌云", Role.TRANSLATOR, "correct horse");
        bean(Accounts.class).create("editor", "编", Role.EDITOR, "correct horse");
        Segment segment = segment(extract("马"), 0);
        comments.add(segment.id(), "@WuYun, @nobody @editor. a@wuyun");
        comments.add(segment.id(), "a@editor 无人");
        assertThat(comments.of(segment.id()))
                .extracting(Comment::mentions)
                .containsExactly(java.util.Set.of("wuyun", "editor"), java.util.Set.of());
        assertThat(comments.mentioningMe()).hasSize(1);
        assertThat(As.role(Role.TRANSLATOR, comments::mentioningMe)).isEmpty();
    }

    @Test
    void nothingAndTooMuchAreRefused() {
        Segment segment = segment(extract("马"), 0);
        assertRefused("refused.comment-length", () -> comments.add(segment.id(), " "));
        assertRefused("refused.comment-length", () -> comments.add(segment.id(), "x".repeat(2_001)));
        assertRefused("refused.no-segment", () -> comments.add("x", "y"));
        assertRefused("refused.no-comment", () -> comments.resolve("x", true));
    }

    @Test
    void commentsStayWhenSegmentsAreJoined() {
        String document = extract("马。牛。");
        comments.add(segment(document, 1).id(), "牛");
        Segment joined = bean(Splits.class).join(segment(document, 0).id(), 0, 0);
        assertThat(comments.of(joined.id())).hasSize(1);
        assertThat(bean(Revisions.class).notes(document, 0, 1).get(joined.id()).openComments())
                .isEqualTo(1);
    }
}
