/**
 * The craft of translation: extract, segment, translate, review, merge.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"memory", "terminology", "markdown", "account", "check", "mongolian"})
package khos.translation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
