/**
 * Words of running Chinese and Mongolian text, for the indexes.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"mongolian"})
package khos.analysis;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
