package khos.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import khos.language.Span;

/** Addresses as they stand in running text: {@code https://a.cn/x}, {@code www.a.cn}, {@code a@b.cn}. */
final class Links {
    private static final List<String> BEGINNINGS = List.of("http://", "https://", "ftp://", "www.");

    private Links() {}

    static List<Span> in(String text) {
        List<Span> links = new ArrayList<>();
        if (text.indexOf("://") < 0 && text.indexOf('@') < 0 && text.indexOf("www.") < 0) {
            return links;
        }
        for (int i = 0; i < text.length(); ) {
            if (!isPart(text.charAt(i))) {
                i++;
                continue;
            }
            int end = i;
            while (end < text.length() && isPart(text.charAt(end))) {
                end++;
            }
            addIn(text, i, end, links);
            i = end;
        }
        return links;
    }

    private static void addIn(String text, int start, int end, List<Span> links) {
        String run = text.substring(start, end);
        String lower = run.toLowerCase(Locale.ROOT);
        int from = -1;
        for (String beginning : BEGINNINGS) {
            int at = lower.indexOf(beginning);
            from = at >= 0 && (from < 0 || at < from) ? at : from;
        }
        int at = run.indexOf('@');
        if (from < 0 && at > 0 && run.indexOf('.', at) > at + 1) {
            from = 0;
        }
        int last = run.length();
        while (last > 0 && ".,;:!?)'\"".indexOf(run.charAt(last - 1)) >= 0) {
            last--;
        }
        if (from >= 0 && last > from) {
            links.add(new Span(start + from, start + last));
        }
    }

    private static boolean isPart(char c) {
        return c > ' ' && c < 0x7f && c != '<' && c != '>' && c != '`' && c != '[' && c != ']' && c != '(';
    }
}
