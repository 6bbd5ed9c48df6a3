package khos.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import khos.markdown.Code;

/** Codes are the same in both texts, stand in one another as they did, and mostly in the same order. */
final class CodeCheck implements Check {
    @Override
    public void check(Side source, Side target, Found found) {
        if (source.codes().isEmpty() && target.codes().isEmpty()) {
            return;
        }
        List<Code> missing = withoutBreaks(source.codes().missingIn(target.codes()));
        List<Code> extra = withoutBreaks(target.codes().missingIn(source.codes()));
        for (Code code : missing) {
            found.inSource(Kind.CODE, Severity.ERROR, code.span(), "check.code-missing", code.face());
        }
        for (Code code : extra) {
            found.inTarget(Kind.CODE, Severity.ERROR, code.span(), null, "check.code-extra", code.face());
        }
        if (missing.isEmpty() && extra.isEmpty()) {
            checkNesting(source, target, found);
        }
    }

    private static void checkNesting(Side source, Side target, Found found) {
        List<Code> wanted = withoutBreaks(source.codes().list());
        List<Code> there = withoutBreaks(target.codes().list());
        Map<String, Integer> places = new HashMap<>();
        wanted.forEach(code -> places.merge(place(code), 1, Integer::sum));
        for (Code code : there) {
            if (places.merge(place(code), -1, Integer::sum) < 0) {
                found.inTarget(Kind.CODE, Severity.WARNING, code.span(), null, "check.code-nesting", code.face());
                return;
            }
        }
        for (int i = 0; i < there.size(); i++) {
            if (!there.get(i).key().equals(wanted.get(i).key())) {
                Code code = there.get(i);
                found.inTarget(Kind.CODE, Severity.NOTICE, code.span(), null, "check.code-order", code.face());
                return;
            }
        }
    }

    private static String place(Code code) {
        return code.parent() + '\0' + code.key();
    }

    /** A line may break elsewhere in another language. */
    private static List<Code> withoutBreaks(List<Code> codes) {
        List<Code> kept = new ArrayList<>(codes);
        kept.removeIf(code -> code.type() == Code.Type.BREAK);
        return kept;
    }
}
