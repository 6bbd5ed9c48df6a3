package khos.language;

import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import java.util.TreeMap;

/**
 * The words of the interface in one language, from {@code i18n/messages_<code>.properties} (UTF-8).
 *
 * <p>Values are {@link MessageFormat} patterns: {@code documents.count={0} 篇} with 37 gives {@code 37 篇}. Two quotes
 * stand for one apostrophe.
 */
public final class Messages {
    private final Locale locale;
    private final ResourceBundle bundle;

    private Messages(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "i18n/messages", locale, Control.getNoFallbackControl(Control.FORMAT_PROPERTIES));
    }

    /** The words for readers of {@code language}. */
    public static Messages of(Language language) {
        return of(Locale.of(language.code()));
    }

    /** The words for an interface in {@code locale}: {@code zh}, {@code mn} or {@code en}. */
    public static Messages of(Locale locale) {
        return new Messages(locale);
    }

    /**
     * The words for {@code key} with {@code arguments} filled in; a {@link Phrase} among them in the same language.
     *
     * @throws java.util.MissingResourceException when there are none
     */
    public String text(String key, Object... arguments) {
        Object[] told = Arrays.stream(arguments).map(this::told).toArray();
        return new MessageFormat(bundle.getString(key), locale).format(told);
    }

    private Object told(Object argument) {
        return argument instanceof Phrase phrase
                ? text(phrase.key(), phrase.arguments().toArray())
                : argument;
    }

    /** The words whose keys begin with {@code section} and a dot, by the rest of their keys: {@code space} of {@code input.space}. */
    public Map<String, String> section(String section) {
        Map<String, String> words = new TreeMap<>();
        for (String key : bundle.keySet()) {
            if (key.startsWith(section + ".")) {
                words.put(key.substring(section.length() + 1), text(key));
            }
        }
        return words;
    }
}
