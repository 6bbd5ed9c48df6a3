package khos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import khos.check.Numbers.Amount;
import khos.mongolian.Letters;
import org.jspecify.annotations.Nullable;

/** What is said in digits on one side is said on the other, in digits of any script or in words. */
final class NumberCheck implements Check {
    @Override
    public void check(Side source, Side target, Found found) {
        List<Amount> wanted = Numbers.firm(source);
        List<Amount> there = Numbers.firm(target);
        if (wanted.isEmpty() && there.isEmpty()) {
            return;
        }
        List<Amount> missing = unanswered(wanted, there, target);
        List<Amount> extra = unanswered(there, wanted, source);
        if (missing.size() == 1 && extra.size() == 1) {
            differs(source, target, missing.getFirst(), extra.getFirst(), found);
            return;
        }
        for (Amount amount : missing) {
            found.inSource(
                    Kind.NUMBER,
                    Severity.WARNING,
                    amount.span(),
                    "check.number-missing",
                    amount.span().of(source.text()));
        }
        for (Amount amount : extra) {
            found.inTarget(
                    Kind.NUMBER,
                    Severity.WARNING,
                    amount.span(),
                    null,
                    "check.number-extra",
                    amount.span().of(target.text()));
        }
    }

    private static List<Amount> unanswered(List<Amount> amounts, List<Amount> others, Side other) {
        Map<String, Integer> there = new HashMap<>();
        others.forEach(amount -> there.merge(amount.value(), 1, Integer::sum));
        List<Amount> open = new ArrayList<>();
        for (Amount amount : amounts) {
            if (there.merge(amount.value(), -1, Integer::sum) < 0) {
                open.add(amount);
            }
        }
        if (!open.isEmpty()) {
            Set<String> words = new HashSet<>(Numbers.soft(other));
            open.removeIf(amount -> words.contains(amount.value()));
        }
        return open;
    }

    private static void differs(Side source, Side target, Amount wanted, Amount there, Found found) {
        boolean magnitude = wanted.mantissa().equals(there.mantissa());
        found.add(
                Kind.NUMBER,
                Severity.WARNING,
                wanted.span(),
                there.span(),
                fix(target, wanted, there),
                magnitude ? "check.number-magnitude" : "check.number-differs",
                wanted.span().of(source.text()),
                there.span().of(target.text()));
    }

    private static @Nullable Fix fix(Side target, Amount wanted, Amount there) {
        if (!there.plain()) {
            return null;
        }
        boolean mongolian = Letters.isDigit(target.text().charAt(there.span().start()));
        var digits = new StringBuilder(wanted.value());
        for (int i = 0; mongolian && i < digits.length(); i++) {
            int digit = Numbers.digit(digits.charAt(i));
            if (digit >= 0) {
                digits.setCharAt(i, (char) (0x1810 + digit));
            }
        }
        return new Fix(there.span(), digits.toString());
    }
}
