package khos.site;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import khos.language.Language;
import khos.publication.Headline;
import khos.publication.Publications;

/** All pages of the site for search engines (sitemaps.org 0.9), each with its counterpart in the other language. */
final class Sitemap {
    private static final List<String> PLACES =
            List.of("", "articles", "lessons", "series", "concordance", "tools/convert");

    private static final int STEP = 500;
    /** The protocol allows 50,000 addresses in a file. */
    private static final int MOST = 20_000;

    private Sitemap() {}

    static byte[] write(String origin, Publications publications) {
        var xml = new Xml(
                "urlset",
                "xmlns",
                "http://www.sitemaps.org/schemas/sitemap/0.9",
                "xmlns:xhtml",
                "http://www.w3.org/1999/xhtml");
        for (Language language : Language.values()) {
            for (String place : PLACES) {
                url(xml, origin, language, place, EnumSet.allOf(Language.class), Optional.empty());
            }
            for (int offset = 0; offset < MOST; offset += STEP) {
                List<Headline> headlines = publications.latest(language, offset, STEP);
                for (Headline headline : headlines) {
                    Set<Language> languages =
                            headline.otherTitle().isPresent() ? EnumSet.allOf(Language.class) : EnumSet.of(language);
                    url(xml, origin, language, headline.item(), languages, Optional.of(headline.changedAt()));
                }
                if (headlines.size() < STEP) {
                    break;
                }
            }
        }
        return xml.bytes();
    }

    private static void url(
            Xml xml,
            String origin,
            Language language,
            String place,
            Set<Language> languages,
            Optional<Instant> changed) {
        xml.start("url")
                .element("loc", origin + Frame.address(language, place))
                .element("lastmod", changed.map(Instant::toString).orElse(""));
        if (languages.size() > 1) {
            languages.forEach(one -> xml.empty(
                    "xhtml:link",
                    "rel",
                    "alternate",
                    "hreflang",
                    one.tag(),
                    "href",
                    origin + Frame.address(one, place)));
        }
        xml.end();
    }
}
