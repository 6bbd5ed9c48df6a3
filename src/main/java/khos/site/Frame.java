package khos.site;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import khos.language.Language;
import khos.language.Messages;
import khos.language.WritingMode;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What all pages have: their language and its words, head, navigation, and the same page in the other language.
 *
 * @param title of the window, without the name of the site
 * @param description for search engines; may be empty
 * @param path of this page, for example {@code /zh/articles/old-books-tour}; an answer to a question has its query too
 * @param alternates paths of this page by language, for the languages it exists in
 * @param item the publication that is counted here, for example {@code articles/old-books-tour}; empty when none is
 * @param origin scheme and host that stand before paths when the site knows its own address; else empty. Never taken from
 *     a request: pages are shared by all readers
 * @param data what the page is about, for search engines
 * @param picture what stands for the page where it is shared
 * @param preview what the page says of itself when it is a preview, which nobody counts or finds
 * @param inputWords what the script for typing Mongolian says, and by what it parts suffixes, as JSON
 */
record Frame(
        Language language,
        Messages words,
        Messages chinese,
        Section section,
        String title,
        String description,
        String path,
        Map<Language, String> alternates,
        String item,
        String origin,
        String inputWords,
        Optional<StructuredData> data,
        Optional<Picture> picture,
        Optional<PreviewBar> preview,
        Assets assets) {
    /** The same, saying what its page is about. */
    Frame about(StructuredData data, Picture picture) {
        return new Frame(
                language,
                words,
                chinese,
                section,
                title,
                description,
                path,
                alternates,
                item,
                origin,
                inputWords,
                Optional.of(data),
                Optional.of(picture),
                preview,
                assets);
    }

    /** The same, of a page that is not out: in the place of its addresses stand those of the preview. */
    Frame previewed(PreviewBar bar) {
        Map<Language, String> addresses = new EnumMap<>(Language.class);
        alternates.keySet().forEach(one -> addresses.put(one, bar.address(one)));
        return new Frame(
                language,
                words,
                chinese,
                section,
                title,
                description,
                bar.address(language),
                addresses,
                "",
                origin,
                inputWords,
                Optional.empty(),
                Optional.empty(),
                Optional.of(bar),
                assets);
    }

    boolean vertical() {
        return language.writingMode() == WritingMode.VERTICAL_LR;
    }

    /** The words for {@code key} in the language of the page. */
    String text(String key, Object... arguments) {
        return words.text("site." + key, arguments);
    }

    /**
     * The words for {@code key} in Chinese, for sentences that no editor has written in Mongolian yet; to be printed with
     * {@code lang="zh-Hans"}.
     */
    String chinese(String key, Object... arguments) {
        return chinese.text("site." + key, arguments);
    }

    /**
     * The words of a section for a script, as JSON; Chinese where the language of the page has none. The script marks
     * each as what it is.
     */
    String json(String section) {
        Map<String, String> all = new TreeMap<>(chinese.section(section));
        all.putAll(words.section(section));
        return JsonMapper.shared().writeValueAsString(all);
    }

    /** What the button says that helps to type Mongolian; Chinese on all pages. */
    String typing() {
        return chinese.text("input.open");
    }

    /** The day in the way of the language: {@code 2026年11月18日}. */
    String day(LocalDate date) {
        return text(
                "date",
                String.valueOf(date.getYear()),
                String.valueOf(date.getMonthValue()),
                String.valueOf(date.getDayOfMonth()));
    }

    /** Month and day: {@code 11.18}. */
    String shortDay(LocalDate date) {
        return "%02d.%02d".formatted(date.getMonthValue(), date.getDayOfMonth());
    }

    /** The path of a publication or another place of the site in the language of the page. */
    String to(String place) {
        return address(language, place);
    }

    /** {@code article} of {@code zh} and {@code articles/x} gives {@code /zh/articles/x}. */
    static String address(Language language, String place) {
        return "/" + language.code() + (place.isEmpty() ? "" : "/" + place);
    }

    /** Where the switch of languages leads: to the same page where it exists, else home. */
    String otherPath() {
        return Optional.ofNullable(alternates.get(language.other())).orElse(address(language.other(), ""));
    }

    /** {@code page} for the current entry of the navigation, else null, which leaves the attribute out. */
    @Nullable
    String current(Section entry) {
        return section == entry ? "page" : null;
    }

    /** The class of a title's length, by which its size is chosen: none, {@code long} or {@code longer}. */
    static @Nullable String length(String title) {
        int places = 0;
        for (int i = 0; i < title.length(); i++) {
            // A Mongolian letter or a Latin one takes about half the room of a Chinese one.
            places += title.charAt(i) >= 0x2E80 ? 2 : 1;
        }
        return places > 76 ? "longer" : places > 40 ? "long" : null;
    }
}
