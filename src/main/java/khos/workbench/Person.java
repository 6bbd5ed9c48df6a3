package khos.workbench;

import java.util.Locale;

/** Somebody as others see them. */
record Person(String account, String displayName) {
    /** The first character of a name: {@code 乌} of {@code 乌云}, {@code B} of {@code batu}. */
    static String initial(String name) {
        return name.isEmpty()
                ? ""
                : name.substring(0, name.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }

    String initial() {
        return initial(displayName);
    }
}
