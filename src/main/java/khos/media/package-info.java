/**
 * Files that publications show: kept by content, served by name.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package khos.media;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
