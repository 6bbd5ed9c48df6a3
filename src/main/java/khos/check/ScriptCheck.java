package khos.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import khos.language.Language;
import khos.language.Span;
import khos.mongolian.Change;
import khos.mongolian.Change.Reason;
import khos.mongolian.Connector;
import khos.mongolian.Spelling;
import khos.mongolian.Suffixes;

/**
 * What cannot be seen, or hardly: the connector before suffixes, selectors and joiners without effect, signs that only some
 * fonts draw. The rules and repairs are those of {@link Spelling}; beyond them, a suffix behind a plain space.
 */
final class ScriptCheck implements Check {
    private final Connector connector;

    ScriptCheck(Connector connector) {
        this.connector = connector;
    }

    @Override
    public void check(Side source, Side target, Found found) {
        if (target.language() != Language.MONGOLIAN) {
            return;
        }
        Map<Reason, List<Change>> changes = new EnumMap<>(Reason.class);
        for (Change change : Spelling.repair(target.text(), connector).changes()) {
            changes.computeIfAbsent(change.reason(), reason -> new ArrayList<>())
                    .add(change);
        }
        changes.forEach((reason, places) -> report(target.text(), reason, places, found));
        checkPlainSpaces(target, found);
    }

    /** One issue for each reason, at its first place: what was typed one way is mostly typed so everywhere. */
    private static void report(String text, Reason reason, List<Change> places, Found found) {
        Kind kind = switch (reason) {
            case CONNECTOR, DOUBLED_CONNECTOR, SUFFIX_BEHIND_SPACE -> Kind.SUFFIX;
            case IDLE_SELECTOR, IDLE_JOINER, STRAY_SIGN -> Kind.SELECTOR;
            default -> Kind.ENCODING;
        };
        Severity severity = switch (reason) {
            case DOUBLED_CONNECTOR, SUFFIX_BEHIND_SPACE, LEGACY_PUNCTUATION, STRAY_SIGN -> Severity.WARNING;
            default -> Severity.NOTICE;
        };
        Change first = places.getFirst();
        found.inTarget(
                kind,
                severity,
                new Span(first.start(), first.end()),
                fix(text, places),
                "change." + reason.name().toLowerCase(Locale.ROOT),
                places.size());
    }

    private static Fix fix(String text, List<Change> places) {
        var repaired = new StringBuilder();
        int done = places.getFirst().start();
        for (Change place : places) {
            repaired.append(text, done, place.start()).append(place.after());
            done = place.end();
        }
        return new Fix(new Span(places.getFirst().start(), done), repaired.toString());
    }

    /** {@code ᠨᠣᠮ ᠤᠨ} with a space that any line may break at. */
    private void checkPlainSpaces(Side target, Found found) {
        String text = target.text();
        Span last = new Span(0, 0);
        for (Side.Word word : target.words()) {
            int start = word.whole().start();
            boolean behind = last.length() > 0 && start == last.end() + 1 && text.charAt(last.end()) == ' ';
            if (behind && Suffixes.isFrequentEnding(word.stem().of(text))) {
                var space = new Span(last.end(), start);
                found.inTarget(
                        Kind.SUFFIX,
                        Severity.WARNING,
                        new Span(space.start(), word.stem().end()),
                        new Fix(space, String.valueOf(connector.sign())),
                        "check.suffix-behind-space",
                        word.stem().of(text));
            }
            last = word.whole();
        }
    }
}
