/**
 * What can be said against a translation by rule: numbers, punctuation, codes, terms, and the traps of the Mongolian script.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"mongolian", "markdown", "terminology"})
package khos.check;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
