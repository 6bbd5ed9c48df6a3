/**
 * What a text is written in: languages, their scripts and directions, sentence boundaries, spans into a text, and how to write
 * it otherwise.
 */
@NullMarked
@ApplicationModule(allowedDependencies = "mongolian")
package khos.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
