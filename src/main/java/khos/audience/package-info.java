/**
 * Honest counts of views and plays.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"publication", "translation"})
package khos.audience;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
