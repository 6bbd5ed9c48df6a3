package khos.site;

import khos.language.Language;
import khos.publication.Episode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The chapters of an episode for programs that play podcasts: JSON Chapters 1.2.0 of podcastindex.org. */
final class JsonChapters {
    static final String TYPE = "application/json+chapters";
    private static final double MILLIS = 1000;

    private JsonChapters() {}

    /** The path of the chapters of an episode in a language. */
    static String address(Language language, Episode episode) {
        return Frame.address(language, episode.item()) + "/chapters.json";
    }

    /** @param origin scheme and host for absolute addresses */
    static byte[] write(Episode episode, Language language, String origin) {
        String page = origin + Frame.address(language, episode.item());
        ObjectNode file = JsonMapper.shared().createObjectNode().put("version", "1.2.0");
        file.put("title", episode.edition(language).orElseThrow().title());
        ArrayNode chapters = file.putArray("chapters");
        for (Chapter chapter : Chapter.own(episode, language)) {
            chapters.addObject()
                    .put("startTime", chapter.start() / MILLIS)
                    .put("endTime", chapter.end() / MILLIS)
                    .put("title", chapter.title())
                    .put("url", page + "#" + chapter.anchor());
        }
        return JsonMapper.shared().writeValueAsBytes(file);
    }
}
