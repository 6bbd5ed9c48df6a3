package khos.site;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import khos.language.Language;
import khos.language.Messages;
import khos.publication.Edition;
import khos.publication.Episode;
import khos.publication.Headline;
import khos.publication.Publication;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a page is about, for search engines: JSON-LD in the words of schema.org. It is data, which no browser runs; nothing
 * in it can end the element it stands in.
 */
final class StructuredData {
    private static final String CONTEXT = "https://schema.org";
    private static final double MILLIS = 1000;

    private final ArrayNode graph = JsonMapper.shared().createArrayNode();
    private final Messages words;
    private final String origin;
    private final Language language;

    private StructuredData(Messages words, String origin, Language language) {
        this.words = words;
        this.origin = origin;
        this.language = language;
    }

    /** A news text. */
    static StructuredData article(Messages words, String origin, Publication article, Edition edition) {
        var data = new StructuredData(words, origin, edition.language());
        ObjectNode node = data.work("NewsArticle", article, edition);
        node.put("headline", edition.title()).put("articleSection", edition.category());
        data.breadcrumbs(Section.ARTICLES, edition.title(), article.item());
        return data;
    }

    static StructuredData lesson(Messages words, String origin, Publication lesson, Edition edition) {
        var data = new StructuredData(words, origin, edition.language());
        ObjectNode node = data.work("LearningResource", lesson, edition);
        node.put("learningResourceType", "lesson");
        if (edition.level() > 0) {
            node.put("educationalLevel", Integer.toString(edition.level()));
        }
        if (!edition.topic().isEmpty()) {
            node.put("about", edition.topic());
        }
        data.breadcrumbs(Section.LESSONS, edition.title(), lesson.item());
        return data;
    }

    static StructuredData episode(Messages words, String origin, Episode episode, Edition edition, Shelf shelf) {
        var data = new StructuredData(words, origin, edition.language());
        ObjectNode node = data.work("VideoObject", episode, edition);
        node.putArray("@type").add("VideoObject").add("LearningResource");
        node.put("uploadDate", edition.publishedAt().toString()).put("position", episode.number());
        episode.poster().ifPresent(poster -> node.put("thumbnailUrl", origin + MediaController.address(poster)));
        episode.video()
                .ifPresent(video -> node.put("contentUrl", origin + MediaController.address(video))
                        .put("encodingFormat", video.type()));
        ArrayNode captions = node.putArray("caption");
        for (Edition one : episode.editions().values()) {
            if (!one.captions().isBlank()) {
                captions.addObject()
                        .put("@type", "MediaObject")
                        .put("encodingFormat", "text/vtt")
                        .put("inLanguage", one.language().tag())
                        .put("contentUrl", origin + Frame.address(one.language(), episode.item()) + "/captions.vtt");
            }
        }
        data.clips(node, episode);
        node.putObject("isPartOf")
                .put("@type", shelf.series().kind().equals("classroom") ? "Course" : "CreativeWorkSeries")
                .put("name", shelf.title())
                .put("url", origin + Frame.address(edition.language(), shelf.place()));
        data.breadcrumbs(Section.SERIES, edition.title(), episode.item());
        return data;
    }

    /** The chapters of a film, which search engines lead to. */
    private void clips(ObjectNode film, Episode episode) {
        List<Chapter> chapters = Chapter.own(episode, language);
        if (chapters.isEmpty()) {
            return;
        }
        String address = origin + Frame.address(language, episode.item());
        ArrayNode clips = film.putArray("hasPart");
        for (Chapter chapter : chapters) {
            clips.addObject()
                    .put("@type", "Clip")
                    .put("name", chapter.title())
                    .put("startOffset", chapter.start() / MILLIS)
                    .put("endOffset", chapter.end() / MILLIS)
                    .put("url", address + "#" + chapter.anchor());
        }
    }

    static StructuredData series(Messages words, String origin, Shelf shelf) {
        var data = new StructuredData(words, origin, shelf.language());
        boolean course = shelf.series().kind().equals("classroom");
        ObjectNode node = data.graph.addObject();
        node.put("@type", course ? "Course" : "CreativeWorkSeries")
                .put("name", shelf.title())
                .put("description", shelf.summary().isEmpty() ? shelf.title() : shelf.summary())
                .put("inLanguage", shelf.language().tag())
                .put("url", origin + Frame.address(shelf.language(), shelf.place()));
        if (course) {
            node.set("provider", data.house());
            node.putObject("hasCourseInstance")
                    .put("@type", "CourseInstance")
                    .put("courseMode", "Online")
                    .put(
                            "courseWorkload",
                            "PT%dH".formatted(Math.max(1, shelf.episodes().size() / 4)));
            node.putObject("offers").put("@type", "Offer").put("category", "Free");
        }
        ArrayNode parts = node.putArray("hasPart");
        for (Headline episode : shelf.episodes()) {
            parts.addObject()
                    .put("@type", "VideoObject")
                    .put("name", episode.title())
                    .put("position", episode.number())
                    .put("url", origin + Frame.address(shelf.language(), episode.item()));
        }
        data.breadcrumbs(Section.SERIES, shelf.title(), shelf.place());
        return data;
    }

    /** What all publications say of themselves. */
    private ObjectNode work(String type, Publication publication, Edition edition) {
        ObjectNode node = graph.addObject();
        String address = origin + Frame.address(language, publication.item());
        node.put("@type", type)
                .put("@id", address)
                .put("url", address)
                .put("name", edition.title())
                .put("inLanguage", language.tag())
                .put("datePublished", edition.date().toString())
                .put("dateModified", edition.publishedAt().toString())
                .put("isAccessibleForFree", true);
        node.set("publisher", house());
        Optional.of(edition.summary()).filter(text -> !text.isEmpty()).ifPresent(text -> node.put("description", text));
        Optional.of(edition.author())
                .filter(name -> !name.isEmpty())
                .ifPresent(name ->
                        node.putObject("author").put("@type", "Organization").put("name", name));
        Optional.of(edition.translator())
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> node.putObject("translator")
                        .put("@type", "Organization")
                        .put("name", name));
        if (!edition.tags().isEmpty()) {
            node.put("keywords", String.join(", ", edition.tags()));
        }
        publication
                .edition(language.other())
                .ifPresent(other -> node.putObject("workTranslation")
                        .put("@type", type)
                        .put("@id", origin + Frame.address(language.other(), publication.item()))
                        .put("inLanguage", language.other().tag()));
        return node;
    }

    private ObjectNode house() {
        return JsonMapper.shared()
                .createObjectNode()
                .put("@type", "Organization")
                .put("name", words.text("site.name"));
    }

    /** Home, the section, the page. */
    private void breadcrumbs(Section section, String title, String place) {
        String folder = section.name().toLowerCase(Locale.ROOT);
        ArrayNode steps = graph.addObject().put("@type", "BreadcrumbList").putArray("itemListElement");
        Stream.of(
                        new String[] {words.text("site.name"), ""},
                        new String[] {words.text("site." + folder), folder},
                        new String[] {title, place})
                .forEach(step -> steps.addObject()
                        .put("@type", "ListItem")
                        .put("position", steps.size())
                        .put("name", step[0])
                        .put("item", origin + Frame.address(language, step[1])));
    }

    /** The JSON, with every character escaped that means something in HTML: {@code </script>} comes out as a harmless string. */
    String json() {
        ObjectNode all = JsonMapper.shared().createObjectNode().put("@context", CONTEXT);
        all.set("@graph", graph);
        return JsonMapper.shared()
                .writeValueAsString(all)
                .replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e");
    }
}
