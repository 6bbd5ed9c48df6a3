package khos.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import khos.language.Language;
import khos.language.Messages;
import khos.publication.Episode;
import khos.publication.Headline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FeedTests {
    private static final String ORIGIN = "https://khos.example";
    private static final String HOSTILE = "\"]]></script><!--&amp;\u0000\ufffe<b>";
    private static final Messages WORDS = Messages.of(Language.CHINESE);

    private static final Episode FIRST = Samples.episode(
            1,
            Samples.edition(Language.CHINESE, "第一期 " + HOSTILE, "WEBVTT\n\n00:01.000 --> 00:02.000\n一\n", "一"),
            Samples.edition(Language.MONGOLIAN, "ᠨᠢᠭᠡ", "WEBVTT\n\n00:01.000 --> 00:02.000\nᠨᠢᠭᠡ\n", "ᠨᠢᠭᠡ"));
    private static final Episode SECOND = Samples.episode(2, Samples.chinese("第二期", "二"));

    private static List<Headline> headlines() {
        return List.of(Samples.headline(FIRST, Language.CHINESE), Samples.headline(SECOND, Language.CHINESE));
    }

    private static Shelf shelf() {
        return new Shelf(Samples.CLASSROOM, Language.CHINESE, headlines());
    }

    private static Document parsed(byte[] xml) throws Exception {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static final Episode PARTED = Samples.episode(
            3,
            Samples.parted(Language.CHINESE, "第三期", "WEBVTT\n\n00:04.000 --> 00:10.400\n" + "你好 &amp; \"\n", "三"),
            Samples.mongolian("ᠭᠤᠷᠪᠠ", "ᠭᠤᠷᠪᠠ"));

    @Test
    void aPodcastNamesTheChaptersOfItsOwnLanguage() throws Exception {
        Document podcast = parsed(Podcast.write(shelf(), WORDS, ORIGIN, List.of(FIRST, PARTED)));
        assertThat(podcast.getElementsByTagName("podcast:chapters").getLength()).isEqualTo(1);
        Element chapters =
                (Element) podcast.getElementsByTagName("podcast:chapters").item(0);
        assertThat(chapters.getAttribute("url"))
                .isEqualTo("https://khos.example/zh/series/cloud-classroom/03/chapters.json");
        assertThat(chapters.getAttribute("type")).isEqualTo("application/json+chapters");
        var mongolian =
                new Shelf(Samples.CLASSROOM, Language.MONGOLIAN, List.of(Samples.headline(PARTED, Language.MONGOLIAN)));
        assertThat(parsed(Podcast.write(mongolian, Messages.of(Language.MONGOLIAN), ORIGIN, List.of(PARTED)))
                        .getElementsByTagName("podcast:chapters")
                        .getLength())
                .isZero();
    }

    @Test
    void chaptersAreJsonOfThatVersion() {
        JsonNode file = JsonMapper.shared().readTree(JsonChapters.write(PARTED, Language.CHINESE, ORIGIN));
        assertThat(file.get("version").asString()).isEqualTo("1.2.0");
        JsonNode only = file.get("chapters").get(0);
        assertThat(file.get("chapters").size()).isEqualTo(1);
        assertThat(only.get("startTime").asDouble()).isEqualTo(4);
        assertThat(only.get("endTime").asDouble()).isEqualTo(10.4);
        assertThat(only.get("title").asString()).isEqualTo("你好 & \"");
        assertThat(only.get("url").asString()).isEqualTo("https://khos.example/zh/series/cloud-classroom/03#t4.000");
    }

    @Test
    void aPageInALanguageWithoutChaptersShowsThoseOfTheOtherAsSuch() {
        assertThat(Chapter.own(PARTED, Language.MONGOLIAN)).isEmpty();
        assertThat(Chapter.of(PARTED, Language.MONGOLIAN))
                .containsExactly(new Chapter(4_000, 10_400, "你好 & \"", Language.CHINESE));
    }

    @Test
    void aPodcastHasEveryEpisodeWithTheCaptionsOfBothLanguages() throws Exception {
        Document podcast = parsed(Podcast.write(shelf(), WORDS, ORIGIN, List.of(FIRST, SECOND)));
        assertThat(podcast.getElementsByTagName("item").getLength()).isEqualTo(2);
        assertThat(podcast.getElementsByTagName("podcast:medium").item(0).getTextContent())
                .isEqualTo("course");
        Element newest = (Element) podcast.getElementsByTagName("item").item(0);
        assertThat(newest.getElementsByTagName("title").item(0).getTextContent())
                .isEqualTo("第二期");
        assertThat(podcast.getElementsByTagName("podcast:transcript").getLength())
                .isEqualTo(2);
        Element transcript =
                (Element) podcast.getElementsByTagName("podcast:transcript").item(1);
        assertThat(transcript.getAttribute("url"))
                .isEqualTo("https://khos.example/mn/series/cloud-classroom/01/captions.vtt");
        assertThat(transcript.getAttribute("language")).isEqualTo("mn-Mong");
    }

    @ParameterizedTest
    @CsvSource({
        "https://mp3s.nashownotes.com/pc20rss.xml,917393e3-1b1e-5cef-ace4-edaa54e1f810",
        "http://mp3s.nashownotes.com/pc20rss.xml/,917393e3-1b1e-5cef-ace4-edaa54e1f810"
    })
    void theNameOfAPodcastIsThatOfThePodcastIndex(String feed, String guid) {
        assertThat(Podcast.guid(feed)).isEqualTo(guid);
    }

    @Test
    void feedsCarryWhatIsHostileAsText() throws Exception {
        Document atom = parsed(Feed.write(Language.CHINESE, WORDS, ORIGIN, headlines()));
        assertThat(atom.getElementsByTagName("entry").getLength()).isEqualTo(2);
        assertThat(atom.getElementsByTagName("title").item(1).getTextContent())
                .isEqualTo("第一期 \"]]></script><!--&amp;<b>");
        JsonNode json = JsonMapper.shared().readTree(JsonFeed.write(Language.CHINESE, WORDS, ORIGIN, headlines()));
        assertThat(json.path("version").asString()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(json.path("items").path(0).path("title").asString()).isEqualTo("第一期 " + HOSTILE);
        assertThat(json.path("items").path(0).path("url").asString())
                .isEqualTo("https://khos.example/zh/series/cloud-classroom/01");
    }

    @Test
    void structuredDataCannotEndItsElement() {
        StructuredData data = StructuredData.episode(
                WORDS, ORIGIN, FIRST, FIRST.edition(Language.CHINESE).orElseThrow(), shelf());
        assertThat(data.json()).doesNotContain("<", ">", "&");
        JsonNode graph = JsonMapper.shared().readTree(data.json()).path("@graph");
        JsonNode film = graph.path(0);
        assertThat(film.path("name").asString()).isEqualTo("第一期 " + HOSTILE);
        assertThat(film.path("@type").toString()).isEqualTo("[\"VideoObject\",\"LearningResource\"]");
        assertThat(film.path("caption").size()).isEqualTo(2);
        assertThat(film.path("workTranslation").path("inLanguage").asString()).isEqualTo("mn-Mong");
        assertThat(graph.path(1).path("itemListElement").size()).isEqualTo(3);
    }

    @Test
    void aSeriesIsACourseWithItsEpisodes() {
        JsonNode course = JsonMapper.shared()
                .readTree(StructuredData.series(WORDS, ORIGIN, shelf()).json())
                .path("@graph")
                .path(0);
        assertThat(course.path("@type").asString()).isEqualTo("Course");
        assertThat(course.path("hasPart").size()).isEqualTo(2);
    }

    @Test
    void attributesAndTextAreEscaped() {
        byte[] xml = new Xml("a", "b", "ᠨ<\"").element("c", "汉").empty("d").bytes();
        assertThat(new String(xml, StandardCharsets.UTF_8)).endsWith("<a b=\"ᠨ&lt;&quot;\"><c>汉</c><d/></a>");
    }
}
