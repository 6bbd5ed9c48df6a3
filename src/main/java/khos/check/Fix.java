package khos.check;

import khos.language.Span;

/** A repair: this stretch of the target says {@code replacement} instead. */
public record Fix(Span span, String replacement) {
    /** The target repaired: {@code 你好,} with the fix of its last character gives {@code 你好，}. */
    public String apply(String target) {
        return target.substring(0, span.start()) + replacement + target.substring(span.end());
    }
}
