/**
 * The termbase: concepts with their agreed terms in both languages, and where these stand in a text.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"analysis", "account", "mongolian"})
package khos.terminology;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
