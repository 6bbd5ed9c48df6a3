package khos.check;

import java.util.HashMap;
import java.util.Map;
import khos.language.Span;

/** Addresses are the same in both texts. Those inside codes are the affair of {@link CodeCheck}. */
final class LinkCheck implements Check {
    @Override
    public void check(Side source, Side target, Found found) {
        Map<String, Integer> there = count(target);
        for (Span link : source.links()) {
            if (there.merge(link.of(source.text()), -1, Integer::sum) < 0) {
                found.inSource(Kind.LINK, Severity.WARNING, link, "check.link-missing", link.of(source.text()));
            }
        }
        Map<String, Integer> wanted = count(source);
        for (Span link : target.links()) {
            if (wanted.merge(link.of(target.text()), -1, Integer::sum) < 0) {
                found.inTarget(Kind.LINK, Severity.WARNING, link, null, "check.link-extra", link.of(target.text()));
            }
        }
    }

    private static Map<String, Integer> count(Side side) {
        Map<String, Integer> count = new HashMap<>();
        side.links().forEach(link -> count.merge(link.of(side.text()), 1, Integer::sum));
        return count;
    }
}
