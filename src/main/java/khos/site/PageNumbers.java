package khos.site;

import khos.language.Language;

/** Page numbers of lists, as addresses give them. */
final class PageNumbers {
    private static final int LARGEST = 10_000;

    private PageNumbers() {}

    /** The number that {@code text} writes; 1 for what is none, so that a mistyped address shows the first page. */
    static int read(String text) {
        return text.matches("[0-9]{1,6}") ? Math.clamp(Integer.parseInt(text), 1, LARGEST) : 1;
    }

    /** The one address of a page of a list: {@code /zh/articles}, then {@code /zh/articles?page=2}. */
    static String address(Language language, String place, int number) {
        return Frame.address(language, number == 1 ? place : place + "?page=" + number);
    }
}
