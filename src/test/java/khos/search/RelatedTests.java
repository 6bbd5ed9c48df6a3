package khos.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import khos.As;
import khos.Rooms;
import khos.account.Role;
import khos.language.Language;
import khos.language.LanguagePair;
import khos.publication.Headline;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.storage.TestDatabase;
import khos.terminology.Concept;
import khos.terminology.Status;
import khos.terminology.Term;
import khos.terminology.Termbase;
import khos.translation.State;
import khos.translation.TextKind;
import khos.translation.Translations;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;

class RelatedTests {
    private static final LanguagePair PAIR = new LanguagePair(Language.CHINESE, Language.MONGOLIAN);
    /** Texts of nothing in common, so that a word in two texts is a rare one. */
    private static final String[] OTHERS = {"山", "河", "云", "雪", "风", "树", "花", "石", "沙", "湖", "星", "月"};

    private ConfigurableApplicationContext context;
    private Publications publications;
    private Termbase termbase;
    private Related related;

    @BeforeEach
    void begin() {
        As.signIn(Role.EDITOR);
        context = TestDatabase.SQLITE.start(
                Rooms.class, Search.class, SearchIndex.class, Indexer.class, Synonyms.class, Related.class);
        publications = context.getBean(Publications.class);
        termbase = context.getBean(Termbase.class);
        related = context.getBean(Related.class);
        for (int i = 0; i < OTHERS.length; i++) {
            article("other-" + i, "2020-01-01", "", "这里只有" + OTHERS[i] + "。");
        }
    }

    @AfterEach
    void close() {
        As.signOut();
        context.close();
    }

    private String article(String slug, String date, String tags, String text) {
        return article(slug, date, tags, text, "");
    }

    private String article(String slug, String date, String tags, String text, String mongolian) {
        String matter = "---\ntitle: 题\ndate: " + date + "\ntags: [" + tags + "]\n---\n\n";
        Translations translations = context.getBean(Translations.class);
        String id = mongolian.isEmpty()
                ? translations
                        .extract(TextKind.ARTICLE, slug, PAIR, matter + text + "\n")
                        .id()
                : translations
                        .extract(
                                TextKind.ARTICLE,
                                slug,
                                PAIR,
                                matter + text + "\n",
                                "---\ntitle: ᠭᠠᠷᠴᠠᠭ\n---\n\n" + mongolian + "\n",
                                State.FINAL)
                        .id();
        publications.publish(id, Language.CHINESE);
        if (!mongolian.isEmpty()) {
            publications.publish(id, Language.MONGOLIAN);
        }
        return id;
    }

    private void agree(String chinese, String mongolian) {
        termbase.add(Concept.of(List.of(
                new Term(Language.CHINESE, chinese, Status.PREFERRED),
                new Term(Language.MONGOLIAN, mongolian, Status.PREFERRED))));
    }

    private List<String> to(String slug, Language language) {
        Publication publication = publications.find(TextKind.ARTICLE, slug).orElseThrow();
        return related.to(publication, language).stream().map(Headline::slug).toList();
    }

    private List<String> to(String slug) {
        return to(slug, Language.CHINESE);
    }

    @Test
    void textsThatShareAnAgreedTermAreRelated() {
        article("first", "2026-01-01", "", "说说勒勒车。");
        article("second", "2026-01-01", "", "一辆勒勒车。");
        assertThat(to("first")).isEmpty();
        agree("勒勒车", "ᠲᠡᠷᠭᠡ");
        assertThat(to("first")).containsExactly("second");
        assertThat(to("other-0")).isEmpty();
    }

    @Test
    void aTermIsSharedThroughEitherLanguage() {
        agree("勒勒车", "ᠲᠡᠷᠭᠡ");
        article("chinese", "2026-01-01", "", "说说勒勒车。");
        article("mongolian", "2026-01-01", "", "另一种说法。", "ᠲᠡᠷᠭᠡ ᠶᠠᠪᠤᠪᠠ᠃");
        assertThat(to("chinese")).containsExactly("mongolian");
        assertThat(to("mongolian", Language.MONGOLIAN)).isEmpty();
        article("both", "2026-01-01", "", "勒勒车又来了。", "ᠲᠡᠷᠭᠡ ᠪᠠᠢᠨ\u180eᠠ᠃");
        assertThat(to("mongolian", Language.MONGOLIAN)).containsExactly("both");
    }

    @Test
    void rareTermsCountMoreThanCommonOnes() {
        agree("勒勒车", "ᠲᠡᠷᠭᠡ");
        agree("马奶酒", "ᠠᠶᠢᠷᠠᠭ");
        article("asked", "2026-01-01", "", "勒勒车上有马奶酒。");
        article("common-1", "2026-01-01", "", "马奶酒好。");
        article("common-2", "2026-01-01", "", "马奶酒香。");
        article("rare", "2026-01-01", "", "勒勒车慢。");
        assertThat(to("asked")).first().isEqualTo("rare");
        assertThat(to("asked")).containsExactlyInAnyOrder("rare", "common-1", "common-2");
    }

    @Test
    void aTermThatStandsEverywhereSaysNothing() {
        agree("只有", "ᠭᠠᠭᠴᠠ");
        article("asked", "2026-01-01", "", "只有我。");
        assertThat(to("asked")).isEmpty();
    }

    @Test
    void whoeverSharesAsMuchAndIsNewerComesFirst() {
        agree("勒勒车", "ᠲᠡᠷᠭᠡ");
        article("old", "2016-01-01", "", "勒勒车一。");
        article("new", "2026-01-01", "", "勒勒车二。");
        article("asked", "2026-01-01", "", "勒勒车三。");
        assertThat(to("asked")).containsExactly("new", "old");
    }

    @Test
    void withoutTermsTagsDecide() {
        article("asked", "2026-01-01", "那达慕, 骑马", "一。");
        article("one-tag", "2026-01-01", "那达慕", "二。");
        article("both-tags", "2020-01-01", "骑马, 那达慕", "三。");
        assertThat(to("asked")).containsExactly("both-tags", "one-tag");
    }

    @Test
    void atMostFourAreGiven() {
        for (int i = 0; i < 6; i++) {
            article("tagged-" + i, "2026-01-0" + (i + 1), "那达慕", "第" + i + "。");
        }
        assertThat(to("tagged-0")).containsExactly("tagged-5", "tagged-4", "tagged-3", "tagged-2");
    }

    @Test
    void whatWasTakenBackIsGoneThoughTheIndexStillHoldsIt() throws IOException {
        String second = article("second", "2026-01-01", "那达慕", "二。");
        article("first", "2026-01-01", "那达慕", "一。");
        Publication asked = publications.find(TextKind.ARTICLE, "first").orElseThrow();
        assertThat(related.to(asked, Language.CHINESE)).hasSize(1);
        Publication gone = publications.find(TextKind.ARTICLE, "second").orElseThrow();
        publications.withdraw(second, Language.CHINESE);
        SearchIndex index = context.getBean(SearchIndex.class);
        index.apply(List.of(gone), List.of(), index.seq(), index.seq());
        index.show();
        assertThat(related.to(asked, Language.CHINESE)).isEmpty();
    }

    @Test
    void forbiddenTermsRelateNothing() {
        termbase.add(Concept.of(List.of(new Term(Language.CHINESE, "勒勒车", Status.FORBIDDEN))));
        article("first", "2026-01-01", "", "说说勒勒车。");
        article("second", "2026-01-01", "", "一辆勒勒车。");
        assertThat(to("first")).isEmpty();
    }
}
