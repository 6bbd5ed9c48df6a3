/**
 * What a text is written in: languages, their scripts and directions, sentence boundaries, and spans into a text.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package khos.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
