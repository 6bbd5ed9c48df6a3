package khos.site;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import khos.language.Language;
import khos.language.Messages;
import khos.mongolian.Connector;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes the frames of pages. */
@Component
class Frames {
    private final String origin;
    private final Assets assets;
    private final Map<Language, Messages> words = new EnumMap<>(Language.class);
    private final Map<Language, String> inputWords = new EnumMap<>(Language.class);

    Frames(
            @Value("${khos.public-url:}") String publicUrl,
            @Value("${khos.connector:mvs}") String connector,
            Assets assets) {
        this.origin = publicUrl.replaceAll("/+$", "");
        this.assets = assets;
        for (Language language : Language.values()) {
            words.put(language, Messages.of(language));
            inputWords.put(language, inputWords(language, Connector.of(connector)));
        }
    }

    /** What has no Mongolian word yet is Chinese; the script marks each as what it is. */
    private static String inputWords(Language language, Connector connector) {
        Map<String, String> all = new TreeMap<>(Messages.of(Language.CHINESE).section("input"));
        all.putAll(Messages.of(language).section("input"));
        all.put("lang", Language.CHINESE.tag());
        all.put("connector", connector.code());
        return JsonMapper.shared().writeValueAsString(all);
    }

    /** Scheme and host of the site, when it was told; else empty. */
    String origin() {
        return origin;
    }

    Messages words(Language language) {
        return words.getOrDefault(language, Messages.of(language));
    }

    /** A page that exists in both languages, for example a list. */
    Frame everywhere(Language language, Section section, String title, String description, String place) {
        return frame(language, section, title, description, place, "", Set.of(Language.values()));
    }

    /**
     * @param place the path after the language, for example {@code articles/old-books-tour}
     * @param item as in {@link Frame}
     * @param languages those in which the page exists
     */
    Frame frame(
            Language language,
            Section section,
            String title,
            String description,
            String place,
            String item,
            Set<Language> languages) {
        Map<Language, String> alternates = new EnumMap<>(Language.class);
        for (Language one : languages) {
            alternates.put(one, Frame.address(one, place));
        }
        return new Frame(
                language,
                words(language),
                words(Language.CHINESE),
                section,
                title,
                description,
                Frame.address(language, place),
                alternates,
                item,
                origin,
                inputWords.getOrDefault(language, "{}"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                assets);
    }
}
