package khos.journey;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import khos.Silence;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** Somebody learns a lesson that is read aloud. */
@Tag("browser")
@TestPropertySource(properties = "journey=listening")
class ListeningJourneyTests extends Journey {
    private static final List<String> SOUNDS = List.of("tone.m4a", "vorbis.ogg", "opus.ogg");

    @DynamicPropertySource
    static void aLessonThatIsReadAloud(DynamicPropertyRegistry properties) throws IOException {
        Path content = Files.createTempDirectory("khos-spoken");
        Path lesson = Files.createDirectories(content.resolve("lessons/spoken"));
        Files.writeString(lesson.resolve("zh.md"), "---\ntitle: 一\n---\n\n一\n\n二\n\n三\n");
        Files.writeString(lesson.resolve("mn.md"), "---\ntitle: ᠨᠢᠭᠡ\n---\n\nᠨᠢᠭᠡ\n\nᠬᠣᠶᠠᠷ\n\nᠭᠤᠷᠪᠠ\n");
        for (String language : new String[] {"zh", "mn"}) {
            Silence.mp3(lesson.resolve(language + ".mp3"), language.equals("zh") ? 8 : 9);
            Files.writeString(
                    lesson.resolve(language + ".audio.vtt"),
                    "WEBVTT\n\n2\n00:00.500 --> 00:01.200\n·\n\n3\n00:02.000 --> 00:07.000\n·\n");
        }
        for (String sound : SOUNDS) {
            Path other = Files.createDirectories(content.resolve("lessons/" + sound.replace('.', '-')));
            Files.writeString(other.resolve("zh.md"), "---\ntitle: 一\n---\n\n一\n\n二\n");
            Files.copy(
                    Path.of("src/test/resources/khos/journey", sound),
                    other.resolve("zh" + sound.substring(sound.indexOf('.'))));
            Files.writeString(
                    other.resolve("zh.audio.vtt"),
                    "WEBVTT\n\n1\n00:01.000 --> 00:01.500\n·\n\n2\n00:02.000 --> 00:02.800\n·\n");
        }
        properties.add("khos.content", content::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh", "mn"})
    void aSentenceIsHeardToItsEndOrStoppedByPressingAgain(String language) {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        var complaints = Browser.complaintsOf(page);
        page.navigate(url("/" + language + "/lessons/spoken"));
        Locator buttons = page.locator(".say");
        assertThat(buttons).hasCount(4);
        Locator brief = page.locator("[data-from='0.500']").first();
        Locator lasting = page.locator("[data-from='2.000']").last();
        assertThat(brief).isVisible();
        Browser.picture(page, "listening-" + language);
        lasting.focus();
        page.keyboard().press("Enter");
        assertThat(lasting).hasAttribute("aria-pressed", "true");
        brief.click();
        assertThat(lasting).hasAttribute("aria-pressed", "false");
        assertThat(brief).hasAttribute("aria-pressed", "true");
        assertThat(brief).hasAttribute("aria-pressed", "false");
        lasting.click();
        assertThat(lasting).hasAttribute("aria-pressed", "true");
        lasting.click();
        assertThat(lasting).hasAttribute("aria-pressed", "false");
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"tone.m4a,audio/mp4", "vorbis.ogg,audio/ogg", "opus.ogg,audio/ogg"})
    void soundOfEachKindIsHeardUnderItsType(String sound, String type) {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        var complaints = Browser.complaintsOf(page);
        page.navigate(url("/zh/lessons/" + sound.replace('.', '-')));
        Locator second = page.locator("[data-from='2.000']");
        Response file = page.waitForResponse(response -> response.url().contains("/media/"), second::click);
        assertThat(file.headerValue("content-type")).isEqualTo(type);
        assertThat(second).hasAttribute("aria-pressed", "true");
        assertThat(second).hasAttribute("aria-pressed", "false");
        double seconds = ((Number) page.evaluate(
                        "src => new Promise(heard => { const sound = new Audio(src); sound.onloadedmetadata = () => heard(sound.duration);"
                                + " sound.onerror = () => heard(-1); })",
                        file.url()))
                .doubleValue();
        assertThat(seconds).isBetween(2.8, 3.3);
        assertThat(complaints.messages()).isEmpty();
        page.context().close();
    }
}
