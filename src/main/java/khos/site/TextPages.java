package khos.site;

import java.util.List;
import java.util.function.UnaryOperator;
import khos.language.Language;
import khos.markdown.Anchor;
import khos.markdown.Html;
import khos.markdown.Markdown;
import khos.publication.Article;
import khos.publication.Cue;
import khos.publication.Edition;
import khos.publication.Episode;
import khos.publication.Headline;
import khos.publication.Lesson;
import khos.publication.Preview;
import khos.publication.Publication;
import khos.publication.Publications;
import khos.publication.Series;
import khos.publication.WebVtt;
import khos.search.Related;
import khos.terminology.Termbase;
import org.springframework.stereotype.Component;

/** The pages of articles, lessons and episodes, as they are or as they would be. */
@Component
class TextPages {
    private static final int MORE_ARTICLES = 4;
    private static final int MORE_LESSONS = 5;
    private static final int LEAST_MORE = 2;

    private final Publications publications;
    private final Related related;
    private final Termbase termbase;
    private final Frames frames;
    private final Cards cards;

    TextPages(Publications publications, Related related, Termbase termbase, Frames frames, Cards cards) {
        this.publications = publications;
        this.related = related;
        this.termbase = termbase;
        this.frames = frames;
        this.cards = cards;
    }

    /**
     * The page of what is out.
     *
     * @param language one that it is out in
     */
    Page of(Publication publication, Language language) {
        return page(publication, language, UnaryOperator.identity());
    }

    /** The page that it would be. */
    Page preview(Preview preview, Language language, PreviewBar bar) {
        return page(preview.publication(), language, frame -> frame.previewed(bar));
    }

    private Page page(Publication publication, Language language, UnaryOperator<Frame> shown) {
        return switch (publication) {
            case Article article -> article(article, language, shown);
            case Lesson lesson -> lesson(lesson, language, shown);
            case Episode episode -> episode(episode, language, shown);
        };
    }

    private Frame frame(Publication publication, Edition edition, Section section) {
        return frames.frame(
                edition.language(),
                section,
                edition.title(),
                edition.summary(),
                publication.item(),
                publication.item(),
                publication.editions().keySet());
    }

    private ArticlePage article(Article article, Language language, UnaryOperator<Frame> shown) {
        Edition edition = article.edition(language).orElseThrow();
        List<Headline> near = related.to(article, language);
        var data = StructuredData.article(frames.words(language), frames.origin(), article, edition);
        return new ArticlePage(
                shown.apply(frame(article, edition, Section.ARTICLES)
                        .about(data, cards.picture(cards.of(article, edition), language, article.item()))),
                edition,
                article.edition(language.other()),
                body(edition),
                near,
                more(article, language, near, MORE_ARTICLES));
    }

    private static Html body(Edition edition) {
        return Markdown.toHtml(
                edition.body(),
                edition.sentences().stream()
                        .map(one -> new Anchor("s" + one.number(), one.unit(), one.text()))
                        .toList());
    }

    private LessonPage lesson(Lesson lesson, Language language, UnaryOperator<Frame> shown) {
        Edition edition = lesson.edition(language).orElseThrow();
        List<Headline> near = related.to(lesson, language);
        List<Pair> pairs = Pair.of(lesson);
        var data = StructuredData.lesson(frames.words(language), frames.origin(), lesson, edition);
        return new LessonPage(
                shown.apply(frame(lesson, edition, Section.LESSONS)
                        .about(data, cards.picture(cards.of(lesson, edition), language, lesson.item()))),
                edition,
                lesson.edition(language.other()),
                pairs,
                new Voices(lesson.recordings()),
                Glossary.of(pairs, termbase.finder()),
                near,
                more(lesson, language, near, MORE_LESSONS));
    }

    /** The latest of its kind but itself and those that are named already; the fewer, the more are. */
    private List<Headline> more(Publication publication, Language language, List<Headline> near, int most) {
        return publications.latest(publication.kind(), language, 0, most + near.size() + 1).stream()
                .filter(one -> !one.slug().equals(publication.slug()))
                .filter(one -> near.stream().noneMatch(named -> named.item().equals(one.item())))
                .limit(Math.max(LEAST_MORE, most - near.size()))
                .toList();
    }

    private EpisodePage episode(Episode episode, Language language, UnaryOperator<Frame> shown) {
        Edition edition = episode.edition(language).orElseThrow();
        Series series = publications.series(episode.series()).orElseThrow(() -> PageMissing.in(language));
        List<Line> lines = Line.of(cues(episode, Language.CHINESE), cues(episode, Language.MONGOLIAN));
        List<Pair> pairs = Pair.of(episode);
        // With itself, as it may not be out.
        Shelf shelf = shelf(series, language).with(episode, edition);
        var data = StructuredData.episode(frames.words(language), frames.origin(), episode, edition, shelf);
        return new EpisodePage(
                shown.apply(frame(episode, edition, Section.SERIES)
                        .about(data, cards.picture(cards.of(episode, edition, shelf), language, episode.item()))),
                episode,
                edition,
                episode.edition(language.other()),
                shelf,
                lines,
                Chapter.of(episode, language),
                pairs,
                Glossary.of(lines.isEmpty() ? pairs : Line.pairs(lines), termbase.finder()),
                related.to(episode, language));
    }

    Shelf shelf(Series series, Language language) {
        return new Shelf(series, language, publications.episodes(series.slug(), language));
    }

    static List<Cue> cues(Episode episode, Language language) {
        return episode.edition(language)
                .map(Edition::captions)
                .map(WebVtt::parse)
                .orElse(List.of());
    }
}
