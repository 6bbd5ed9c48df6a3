package khos.site;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import khos.language.Language;
import khos.publication.Article;
import khos.publication.Edition;
import khos.publication.Episode;
import khos.publication.Headline;
import khos.publication.Lesson;
import khos.publication.Publication;
import khos.publication.Sentence;
import khos.publication.Series;

/** Publications to print. */
final class Samples {
    static final Series CLASSROOM = new Series(
            "s1",
            "cloud-classroom",
            "classroom",
            Map.of(Language.CHINESE, new Series.Name("互译云课堂", "一期一词")),
            Optional.of(new Series.Baseline(300_000, "2024-12-31", "年度回顾")));

    private Samples() {}

    static Article article(String slug, Edition... editions) {
        return new Article(slug, slug, byLanguage(editions));
    }

    static Lesson lesson(String slug, Edition... editions) {
        return new Lesson(slug, slug, byLanguage(editions), Map.of());
    }

    static Episode episode(int number, Edition... editions) {
        String slug = "cloud-classroom/%02d".formatted(number);
        return new Episode(
                slug, slug, "cloud-classroom", number, Optional.empty(), Optional.empty(), byLanguage(editions));
    }

    /** @param sentences the body, a paragraph each */
    static Edition chinese(String title, String... sentences) {
        return edition(Language.CHINESE, title, "", sentences);
    }

    static Edition mongolian(String title, String... sentences) {
        return edition(Language.MONGOLIAN, title, "", sentences);
    }

    static Edition edition(Language language, String title, String captions, String... sentences) {
        return made(language, title, captions, "", sentences);
    }

    /** @param chapters WebVTT */
    static Edition parted(Language language, String title, String chapters, String... sentences) {
        return made(language, title, "", chapters, sentences);
    }

    private static Edition made(
            Language language, String title, String captions, String chapters, String... sentences) {
        List<Sentence> numbered = new ArrayList<>();
        for (String sentence : sentences) {
            numbered.add(new Sentence(numbered.size() + 1, numbered.size(), sentence));
        }
        return new Edition(
                title + language,
                language,
                1,
                title,
                "",
                String.join("\n\n", sentences),
                captions,
                chapters,
                "",
                LocalDate.of(2026, 11, 18),
                "编辑部",
                "",
                List.of("词语"),
                1,
                "",
                numbered,
                Instant.parse("2026-11-18T02:00:00Z"));
    }

    static Headline headline(Publication publication, Language language) {
        Edition edition = publication.edition(language).orElseThrow();
        return new Headline(
                publication.id(),
                publication.kind(),
                publication.slug(),
                language,
                edition.title(),
                edition.summary(),
                edition.category(),
                edition.date(),
                edition.author(),
                edition.tags(),
                edition.level(),
                edition.topic(),
                publication.edition(language.other()).map(Edition::title),
                publication instanceof Episode episode ? episode.series() : "",
                publication instanceof Episode episode ? episode.number() : 0,
                Optional.empty(),
                edition.sentences().size(),
                edition.publishedAt(),
                edition.publishedAt());
    }

    private static Map<Language, Edition> byLanguage(Edition... editions) {
        Map<Language, Edition> map = new EnumMap<>(Language.class);
        for (Edition edition : editions) {
            map.put(edition.language(), edition);
        }
        return map;
    }
}
