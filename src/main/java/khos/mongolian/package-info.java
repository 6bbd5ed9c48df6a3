/**
 * The traditional Mongolian script as plain text: its letters, and keys by which words that are written alike are found alike.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package khos.mongolian;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
