/**
 * CommonMark in; safe HTML, or translatable blocks with their positions, out.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package khos.markdown;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
