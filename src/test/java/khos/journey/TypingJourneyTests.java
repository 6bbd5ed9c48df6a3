package khos.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.context.TestPropertySource;

/** Mongolian is typed with nothing but a Latin keyboard, or a finger: into the translator's vertical field, and to search. */
@Tag("browser")
@TestPropertySource(properties = "journey=typing")
class TypingJourneyTests extends Journey {
    private static final String TEXT = """
            ---
            title: 草原上的马
            ---

            马是草原上的好朋友。马跑得快。
            """;

    private static final String GAP = "\u180e";
    private static final String SPELLED = "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ\u202fᠶᠢᠨ ᠲᠠᠯ\u180eᠠ ᠪᠢᠯᠢᠭ\u180c ᠠ\u180b\u200d";

    /** Where the characters of a field stand, by laying its text out beside it; {@code [left, top, right, bottom]} for each place. */
    private static final String BOXES = """
            (field, places) => {
              const style = getComputedStyle(field);
              const copy = document.createElement('div');
              for (const name of style) copy.style.setProperty(name, style.getPropertyValue(name));
              const box = field.getBoundingClientRect();
              Object.assign(copy.style, {
                position: 'fixed', left: `${box.left}px`, top: `${box.top}px`, width: `${box.width}px`, height: `${box.height}px`,
                whiteSpace: 'pre-wrap', overflowWrap: 'break-word', visibility: 'hidden',
              });
              copy.textContent = field.value;
              document.body.append(copy);
              copy.scrollLeft = field.scrollLeft;
              const boxes = places.map((place) => {
                const range = document.createRange();
                range.setStart(copy.firstChild, place);
                range.setEnd(copy.firstChild, place + 1);
                const at = range.getBoundingClientRect();
                return [at.left, at.top, at.right, at.bottom];
              });
              copy.remove();
              return boxes;
            }""";

    @TempDir
    Path temp;

    /** The editor with an empty translation of {@code name}, Latin switched on. */
    private Page editor(String name, ColorScheme scheme) throws IOException {
        Page page = Browser.page(1440, 900, scheme);
        page.navigate(url("/workbench"));
        page.fill("input[name=username]", "admin");
        page.fill("input[name=password]", PASSWORD);
        page.keyboard().press("Enter");
        page.waitForSelector("#documents");
        Path file = Files.writeString(temp.resolve(name + ".md"), TEXT);
        page.click("#new");
        page.setInputFiles("#upload-source input[type=file]", file);
        PlaywrightAssertions.assertThat(page.locator("#slug input")).hasValue(name);
        page.click("#upload-submit");
        PlaywrightAssertions.assertThat(target(page)).isFocused();
        page.waitForSelector("[data-switch=latin]");
        page.keyboard().press("Alt+m");
        PlaywrightAssertions.assertThat(page.locator("[data-switch=latin]")).hasAttribute("aria-pressed", "true");
        return page;
    }

    private static Locator target(Page page) {
        return page.locator("#target textarea");
    }

    private static Locator candidates(Page page) {
        return page.locator(".mi-panel:not(.mi-stale) [role=option]");
    }

    private static void type(Page page, String latin) {
        page.keyboard().type(latin);
    }

    private static void expect(Page page, String text) {
        PlaywrightAssertions.assertThat(target(page)).hasValue(text);
    }

    private static int caret(Page page) {
        return ((Number) target(page).evaluate("field => field.selectionStart")).intValue();
    }

    @Test
    void aWordIsTypedInLatinAndEndedByASpace() throws IOException {
        Page page = editor("space", ColorScheme.LIGHT);
        type(page, "mongol");
        PlaywrightAssertions.assertThat(candidates(page).first()).containsText("ᠮᠣᠩᠭᠣᠯ");
        PlaywrightAssertions.assertThat(page.locator(".mi-typed")).hasText("mongol");
        PlaywrightAssertions.assertThat(page.locator(".mi-ghost")).hasText("ᠮᠣᠩᠭᠣᠯ");
        expect(page, "");
        Browser.picture(page, "typing-latin");
        type(page, " ");
        expect(page, "ᠮᠣᠩᠭᠣᠯ ");
        PlaywrightAssertions.assertThat(page.locator(".mi-panel")).hasCount(0);
        page.context().close();
    }

    @Test
    void aSentenceIsTypedWithoutWaiting() throws IOException {
        Page page = editor("sentence", ColorScheme.LIGHT);
        type(page, "mongol hele-yin nom bain_a. sain uu? <<ger>> 12:30 2,5 mori-tai ");
        expect(page, "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ" + GAP + "ᠶᠢᠨ ᠨᠣᠮ ᠪᠠᠶᠢᠨ\u180eᠠ᠃ ᠰᠠᠶᠢᠨ ᠤᠤ？ 《ᠭᠡᠷ》 12:30 2,5 ᠮᠣᠷᠢ" + GAP + "ᠲᠠᠢ ");
        page.context().close();
    }

    @Test
    void aDigitChoosesAndTheChoiceIsLearned() throws IOException {
        Page page = editor("digit", ColorScheme.LIGHT);
        type(page, "hel");
        PlaywrightAssertions.assertThat(candidates(page).nth(2)).isVisible();
        String second = candidates(page).nth(1).locator("[lang]").innerText();
        type(page, "2");
        expect(page, second);
        type(page, " 9 hel");
        PlaywrightAssertions.assertThat(candidates(page).first().locator("[lang]"))
                .hasText(second);
        page.keyboard().press("Escape");
        expect(page, second + " 9 ");
        page.context().close();
    }

    @Test
    void aSuffixTakesThePlaceOfTheSpaceAndGoesWithItsWord() throws IOException {
        Page page = editor("suffix", ColorScheme.LIGHT);
        type(page, "ulus -un humun -un ");
        expect(page, "ᠤᠯᠤᠰ" + GAP + "ᠤᠨ ᠬᠦᠮᠦᠨ" + GAP + "ᠦᠨ ");
        type(page, "- ");
        expect(page, "ᠤᠯᠤᠰ" + GAP + "ᠤᠨ ᠬᠦᠮᠦᠨ" + GAP + "ᠦᠨ - ");
        page.context().close();
    }

    @Test
    void everyWordIsUndoneAndDoneAgain() throws IOException {
        Page page = editor("undo", ColorScheme.LIGHT);
        type(page, "mongol ");
        expect(page, "ᠮᠣᠩᠭᠣᠯ ");
        type(page, "hele ");
        expect(page, "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ");
        page.keyboard().press("Control+z");
        expect(page, "ᠮᠣᠩᠭᠣᠯ ");
        page.keyboard().press("Control+z");
        expect(page, "");
        page.keyboard().press("Control+Shift+z");
        page.keyboard().press("Control+Shift+z");
        expect(page, "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ ");
        page.context().close();
    }

    @Test
    void whatIsSelectedIsReplacedAndUndoingBringsItBack() throws IOException {
        Page page = editor("selection", ColorScheme.LIGHT);
        target(page).fill("ᠨᠣᠮ ᠭᠡᠷ ᠮᠣᠷᠢ");
        target(page).evaluate("field => field.setSelectionRange(4, 7)");
        type(page, "hota");
        PlaywrightAssertions.assertThat(candidates(page).first()).containsText("ᠬᠣᠲᠠ");
        page.keyboard().press("Enter");
        expect(page, "ᠨᠣᠮ ᠬᠣᠲᠠ ᠮᠣᠷᠢ");
        assertThat(caret(page)).isEqualTo(8);
        page.keyboard().press("Control+z");
        expect(page, "ᠨᠣᠮ ᠭᠡᠷ ᠮᠣᠷᠢ");
        page.context().close();
    }

    @Test
    void aWordIsInsertedInTheMiddleAndTheCaretStaysBehindIt() throws IOException {
        Page page = editor("middle", ColorScheme.LIGHT);
        target(page).fill("ᠨᠣᠮ ᠮᠣᠷᠢ");
        target(page).evaluate("field => field.setSelectionRange(4, 4)");
        type(page, "ger ");
        expect(page, "ᠨᠣᠮ ᠭᠡᠷ ᠮᠣᠷᠢ");
        assertThat(caret(page)).isEqualTo(8);
        type(page, "hota ");
        expect(page, "ᠨᠣᠮ ᠭᠡᠷ ᠬᠣᠲᠠ ᠮᠣᠷᠢ");
        page.context().close();
    }

    @Test
    void theKeysOfAnInputMethodAreItsOwnWhileItComposes() throws IOException {
        Page page = editor("keys", ColorScheme.LIGHT);
        type(page, "mongol");
        PlaywrightAssertions.assertThat(candidates(page).nth(3)).isVisible();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Tab");
        PlaywrightAssertions.assertThat(candidates(page).nth(2)).hasAttribute("aria-selected", "true");
        page.keyboard().press("Shift+Tab");
        page.keyboard().press("ArrowLeft");
        PlaywrightAssertions.assertThat(candidates(page).first()).hasAttribute("aria-selected", "true");
        page.keyboard().press("PageDown");
        PlaywrightAssertions.assertThat(page.locator(".mi-pages")).containsText("2 /");
        page.keyboard().press("PageUp");
        page.keyboard().press("Backspace");
        PlaywrightAssertions.assertThat(page.locator(".mi-typed")).hasText("mongo");
        page.keyboard().press("Escape");
        expect(page, "");
        type(page, "Ab c");
        page.keyboard().press("Escape");
        expect(page, "Aᠪ ");
        page.context().close();
    }

    @Test
    void enterChoosesAndOnlyControlEnterConfirms() throws IOException {
        Page page = editor("enter", ColorScheme.LIGHT);
        type(page, "nom");
        page.keyboard().press("Enter");
        expect(page, "ᠨᠣᠮ");
        PlaywrightAssertions.assertThat(page.locator(".sh h2")).hasText("第 1 句");
        type(page, " ger");
        page.keyboard().press("Control+Enter");
        PlaywrightAssertions.assertThat(page.locator(".sh h2")).hasText("第 2 句");
        PlaywrightAssertions.assertThat(page.locator(".seg").first()).containsText("ᠨᠣᠮ ᠭᠡᠷ");
        PlaywrightAssertions.assertThat(page.locator(".top .prog")).containsText("已译 1");
        expect(page, "");
        page.context().close();
    }

    @Test
    void withoutTheServerLettersBecomeLetters() throws IOException {
        Page page = editor("away", ColorScheme.LIGHT);
        page.route("**/api/v1/input**", route -> route.abort());
        type(page, "tsibod öndör nar_a -yin ");
        expect(page, "ᠼᠢᠪᠣᠳ ᠥᠨᠳᠥᠷ ᠨᠠᠷ\u180eᠠ" + GAP + "ᠶᠢᠨ ");
        page.context().close();
    }

    @Test
    void aSlowAnswerIsWaitedForAndNothingTypedMeanwhileIsLost() throws IOException {
        Page page = editor("slow", ColorScheme.LIGHT);
        page.route("**/api/v1/input?latin=surguuli&**", route -> {
            page.waitForTimeout(200);
            route.resume();
        });
        type(page, "surguuli-du nom ");
        expect(page, "ᠰᠤᠷᠭᠠᠭᠤᠯᠢ" + GAP + "ᠳᠤ ᠨᠣᠮ ");
        page.context().close();
    }

    @Test
    void aKeyboardThatNamesNoKeysTypesToo() throws IOException {
        Page page = editor("phone", ColorScheme.LIGHT);
        for (String character : "mongol hele. ".split("")) {
            page.keyboard().insertText(character);
        }
        expect(page, "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ᠃ ");
        page.keyboard().press("Control+z");
        page.keyboard().press("Control+z");
        expect(page, "ᠮᠣᠩᠭᠣᠯ ");
        page.context().close();
    }

    @Test
    void whatTheSystemsInputMethodComposesIsLeftToIt() throws IOException {
        Page page = editor("system", ColorScheme.LIGHT);
        CDPSession keyboard = page.context().newCDPSession(page);
        for (String composed : List.of("m", "mo", "ᠮᠣ")) {
            var composing = new JsonObject();
            composing.addProperty("text", composed);
            composing.addProperty("selectionStart", composed.length());
            composing.addProperty("selectionEnd", composed.length());
            var key = new JsonObject();
            key.addProperty("type", "rawKeyDown");
            key.addProperty("key", "Process");
            key.addProperty("windowsVirtualKeyCode", 229);
            keyboard.send("Input.dispatchKeyEvent", key);
            keyboard.send("Input.imeSetComposition", composing);
            expect(page, composed);
        }
        assertThat(page.locator(".mi-panel").count()).isZero();
        var committed = new JsonObject();
        committed.addProperty("text", "ᠮᠣᠷᠢ");
        keyboard.send("Input.insertText", committed);
        expect(page, "ᠮᠣᠷᠢ");
        page.context().close();
    }

    @Test
    void theKeyboardOnTheScreenTypesLettersShapesAndWhatCannotBeSeen() throws IOException {
        Page page = editor("keyboard", ColorScheme.DARK);
        page.keyboard().press("Alt+m");
        page.keyboard().press("Alt+k");
        for (String letter : List.of("NA", "A", "RA")) {
            page.locator(".mi-keys")
                    .getByLabel("Mongolian letter " + letter, exactly())
                    .click();
        }
        PlaywrightAssertions.assertThat(target(page)).isFocused();
        page.click("[data-of=marks]");
        page.locator(".mi-marks").getByLabel("Mongolian vowel separator").click();
        page.click("[data-of=letters]");
        page.locator(".mi-keys").getByLabel("Mongolian letter A", exactly()).click();
        expect(page, "ᠨᠠᠷ\u180eᠠ");
        page.locator(".mi-space").click();
        page.locator(".mi-keys").getByLabel("Mongolian letter GA", exactly()).click();
        PlaywrightAssertions.assertThat(page.locator(".mi-variant")).hasCount(5);
        page.locator(".mi-variant").nth(1).click();
        expect(page, "ᠨᠠᠷ\u180eᠠ ᠭ\u180b");
        page.locator(".mi-variant").nth(2).click();
        expect(page, "ᠨᠠᠷ\u180eᠠ ᠭ\u180c");
        Browser.picture(page, "typing-keyboard-dark");
        page.locator(".mi-variant").first().click();
        expect(page, "ᠨᠠᠷ\u180eᠠ ᠭ");
        page.locator(".mi-erase").click();
        page.click("[data-of=suffixes]");
        page.locator("[data-suffix=ᠶᠢᠨ]").click();
        expect(page, "ᠨᠠᠷ\u180eᠠ" + GAP + "ᠶᠢᠨ");
        page.keyboard().press("Control+z");
        expect(page, "ᠨᠠᠷ\u180eᠠ ");
        page.context().close();
    }

    private static Locator.GetByLabelOptions exactly() {
        return new Locator.GetByLabelOptions().setExact(true);
    }

    @Test
    void theKeysOnTheScreenAreWalkedByArrows() throws IOException {
        Page page = editor("walk", ColorScheme.LIGHT);
        page.keyboard().press("Alt+k");
        page.locator("[data-switch=keyboard]").focus();
        page.keyboard().press("Tab");
        page.keyboard().press("ArrowUp");
        Locator letter = page.locator(".mi-keys button:focus");
        PlaywrightAssertions.assertThat(letter).hasAttribute("aria-label", "Mongolian letter FA");
        page.keyboard().press("ArrowRight");
        page.keyboard().press("Enter");
        expect(page, "ᠺ");
        PlaywrightAssertions.assertThat(letter).hasAttribute("aria-label", "Mongolian letter KA");
        page.keyboard().press("Escape");
        PlaywrightAssertions.assertThat(target(page)).isFocused();
        page.context().close();
    }

    @Test
    void signsStandWhereTheInvisibleStands() throws IOException {
        Page page = editor("signs", ColorScheme.LIGHT);
        target(page).fill((SPELLED + " ᠭᠣᠣᠯ ").repeat(12));
        page.keyboard().press("Alt+i");
        PlaywrightAssertions.assertThat(page.locator(".mi-sign:not([hidden])")).hasCount(60);
        expectSignsInPlace(page);
        Browser.picture(page, "typing-signs");
        target(page).evaluate("field => { field.setSelectionRange(0, 0); field.scrollLeft = 60; }");
        type(page, "mongol ");
        PlaywrightAssertions.assertThat(target(page)).hasValue(java.util.regex.Pattern.compile("^ᠮᠣᠩᠭᠣᠯ ᠮᠣᠩᠭᠣᠯ"));
        expectSignsInPlace(page);
        page.keyboard().press("Alt+i");
        PlaywrightAssertions.assertThat(page.locator(".mi-sign")).hasCount(0);
        page.context().close();
    }

    @SuppressWarnings("unchecked")
    private static void expectSignsInPlace(Page page) {
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
        List<Map<String, Object>> signs = (List<Map<String, Object>>) page.evaluate("""
                () => [...document.querySelectorAll('.mi-sign:not([hidden])')].map((sign) => {
                  const box = sign.getBoundingClientRect();
                  return { place: Number(sign.dataset.at), sign: sign.dataset.sign, left: box.left, top: box.top };
                })""");
        assertThat(signs).isNotEmpty();
        String text = target(page).inputValue();
        List<Object> places = signs.stream().map(sign -> sign.get("place")).toList();
        List<List<Number>> boxes =
                (List<List<Number>>) target(page).evaluate("(field, places) => (" + BOXES + ")(field, places)", places);
        for (int i = 0; i < signs.size(); i++) {
            Map<String, Object> sign = signs.get(i);
            int place = ((Number) sign.get("place")).intValue();
            List<Number> box = boxes.get(i);
            assertThat("\u180b\u180c\u180e\u202f\u200d".indexOf(text.charAt(place)))
                    .as("at %d", place)
                    .isNotNegative();
            assertThat(((Number) sign.get("left")).doubleValue())
                    .as("column of %s at %d", sign.get("sign"), place)
                    .isBetween(box.get(0).doubleValue() - 1, box.get(0).doubleValue() + 1);
            assertThat(((Number) sign.get("top")).doubleValue())
                    .as("place of %s at %d in its column", sign.get("sign"), place)
                    .isBetween(box.get(1).doubleValue() - 1, box.get(3).doubleValue() + 1);
        }
    }

    @Test
    void ofALongTextOnlyWhatIsSeenIsSigned() throws IOException {
        Page page = editor("long", ColorScheme.LIGHT);
        page.keyboard().press("Alt+i");
        target(page).fill((SPELLED + " ").repeat(20_000 / SPELLED.length()));
        page.keyboard().press("Control+End");
        type(page, "mongol ");
        PlaywrightAssertions.assertThat(target(page)).hasValue(java.util.regex.Pattern.compile("ᠮᠣᠩᠭᠣᠯ $"));
        expectSignsInPlace(page);
        assertThat(page.locator(".mi-sign").count()).isBetween(20, 400);
        assertThat((Integer) page.evaluate("document.querySelector('.mi-mirror').textContent.length"))
                .isLessThan(12_000);
        page.context().close();
    }

    @Test
    void whatWasTypedIsKeptAsADraft() throws IOException {
        Page page = editor("kept", ColorScheme.LIGHT);
        type(page, "mori ");
        PlaywrightAssertions.assertThat(page.locator("#saved")).containsText("已自动保存");
        page.reload();
        expect(page, "ᠮᠣᠷᠢ ");
        PlaywrightAssertions.assertThat(page.locator("[data-switch=latin]")).hasAttribute("aria-pressed", "true");
        page.context().close();
    }

    @Test
    void theTextOfAnotherSentenceEndsWhatWasBegun() throws IOException {
        Page page = editor("another", ColorScheme.LIGHT);
        type(page, "nom");
        page.keyboard().press("Alt+ArrowDown");
        PlaywrightAssertions.assertThat(page.locator(".sh h2")).hasText("第 2 句");
        expect(page, "");
        PlaywrightAssertions.assertThat(page.locator(".mi-panel")).hasCount(0);
        page.keyboard().press("Alt+ArrowUp");
        expect(page, "ᠨᠣᠮ");
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"zh,LIGHT", "mn,DARK"})
    void aReaderTypesAndSearchesOnAPhone(String language, ColorScheme scheme) {
        Page page = Browser.page(360, 640, scheme);
        List<String> complaints = Browser.complaintsOf(page).messages();
        page.navigate(url("/" + language + "/search"));
        assertThat(page.evaluate(
                        "performance.getEntriesByType('resource').some(r => r.name.includes('mongolian-input'))"))
                .isEqualTo(false);
        page.click("[data-mongolian-open]");
        page.click("[data-of=latin]");
        for (String letter : "mongol".split("")) {
            page.locator(".mi-latin").getByLabel(letter, exactly()).click();
        }
        PlaywrightAssertions.assertThat(candidates(page).first()).containsText("ᠮᠣᠩᠭᠣᠯ");
        Browser.picture(page, "typing-search-" + language);
        candidates(page).first().click();
        PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("ᠮᠣᠩᠭᠣᠯ");
        page.click("[data-of=letters]");
        assertThat((List<?>) page.evaluate("""
                [...document.querySelectorAll('.mi-keys button')].filter((key) => key.offsetParent).filter((key) => {
                  const box = key.getBoundingClientRect();
                  return box.width < 40 || box.height < 40 || box.left < 0 || box.right > innerWidth;
                }).map((key) => key.getAttribute('aria-label'))"""))
                .as("keys too small for a finger")
                .isEmpty();
        PlaywrightAssertions.assertThat(page.locator(".mi-float")).hasCSS("display", "contents");
        Browser.picture(page, "typing-search-keys-" + language);
        page.click(".mi-keys [data-word=enter]");
        page.waitForURL("**/search?q=**");
        assertThat(page.url()).contains("%E1%A0%AE");
        assertThat(complaints).isEmpty();
        page.context().close();
    }

    @Test
    void aReaderSearchesInLatinUntilMongolianIsWanted() {
        Page page = Browser.page(1440, 900, ColorScheme.LIGHT);
        page.navigate(url("/mn/search"));
        page.locator("#q").focus();
        type(page, "Khos ab ");
        PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("Khos ab ");
        page.click("[data-mongolian-open]");
        PlaywrightAssertions.assertThat(page.locator("[data-switch=latin]")).hasAttribute("aria-pressed", "true");
        type(page, "nom");
        PlaywrightAssertions.assertThat(candidates(page).first()).containsText("ᠨᠣᠮ");
        Browser.picture(page, "typing-search-desk");
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(page.locator("#q")).hasValue("Khos ab ᠨᠣᠮ");
        page.keyboard().press("Alt+k");
        Browser.picture(page, "typing-search-desk-keys");
        page.click("[data-mongolian-open]");
        PlaywrightAssertions.assertThat(page.locator(".mi-keys")).isHidden();
        page.context().close();
    }

    @ParameterizedTest
    @CsvSource({"zh,1440,LIGHT", "zh,360,DARK", "mn,1440,DARK", "mn,360,LIGHT"})
    void anyMarkedFieldOfAPageIsTaken(String language, int width, ColorScheme scheme) {
        Page page = Browser.page(width, 900, scheme);
        List<String> complaints = Browser.complaintsOf(page).messages();
        page.navigate(url("/" + language + "/search"));
        page.click("[data-mongolian-open]");
        page.waitForSelector(
                ".mi-place",
                new Page.WaitForSelectorOptions()
                        .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        page.click("[data-mongolian-open]");
        page.evaluate("""
                () => {
                  const field = document.createElement('textarea');
                  field.id = 'any';
                  field.lang = 'mn-Mong';
                  field.dataset.mongolianInput = '';
                  field.style.cssText = 'writing-mode:vertical-lr;inline-size:16rem;block-size:14rem;font-size:1.25rem';
                  document.querySelector('main section, main .wrap').append(field);
                }""");
        Locator field = page.locator("#any");
        field.click();
        page.keyboard().press("Alt+m");
        type(page, "mongol hele-yin nom");
        PlaywrightAssertions.assertThat(candidates(page).first()).containsText("ᠨᠣᠮ");
        page.keyboard().press("Alt+i");
        PlaywrightAssertions.assertThat(page.locator(".mi-sign:not([hidden])")).hasCount(1);
        Browser.picture(page, "typing-field-" + language + "-" + width);
        page.keyboard().press("Alt+k");
        Browser.picture(page, "typing-field-keys-" + language + "-" + width);
        page.keyboard().press("Enter");
        PlaywrightAssertions.assertThat(field).hasValue("ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ" + GAP + "ᠶᠢᠨ ᠨᠣᠮ");
        assertThat(complaints).isEmpty();
        page.context().close();
    }
}
