package khos.check;

import java.util.List;
import java.util.Locale;
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
        List<Change> changes = Spelling.repair(target.text(), connector).changes();
        for (int i = 0; i < changes.size() && !found.isFull(); i++) {
            Change change = changes.get(i);
            boolean split = change.reason() == Reason.SUFFIX_BEHIND_SPACE
                    && i + 1 < changes.size()
                    && changes.get(i + 1).reason() == Reason.SUFFIX_BEHIND_SPACE
                    && changes.get(i + 1).start() - change.end() == 1;
            if (split) {
                Change selector = changes.get(++i);
                String letter = target.text().substring(change.end(), selector.start());
                report(
                        change,
                        new Span(change.start(), selector.end()),
                        change.after() + letter + selector.after(),
                        found);
            } else {
                report(change, new Span(change.start(), change.end()), change.after(), found);
            }
        }
        checkPlainSpaces(target, found);
    }

    private static void report(Change change, Span span, String replacement, Found found) {
        Kind kind = switch (change.reason()) {
            case CONNECTOR, DOUBLED_CONNECTOR, SUFFIX_BEHIND_SPACE -> Kind.SUFFIX;
            case IDLE_SELECTOR, IDLE_JOINER, STRAY_SIGN -> Kind.SELECTOR;
            default -> Kind.ENCODING;
        };
        Severity severity = switch (change.reason()) {
            case DOUBLED_CONNECTOR, SUFFIX_BEHIND_SPACE, LEGACY_PUNCTUATION, STRAY_SIGN -> Severity.WARNING;
            default -> Severity.NOTICE;
        };
        found.inTarget(
                kind,
                severity,
                span,
                new Fix(span, replacement),
                "change." + change.reason().name().toLowerCase(Locale.ROOT));
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
