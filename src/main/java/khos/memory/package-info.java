/**
 * Translation memory: keeps reviewed sentence pairs and finds those most like a new sentence.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"analysis", "account", "mongolian"})
package khos.memory;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
