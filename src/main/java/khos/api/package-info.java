/**
 * REST for the public and for other systems.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "mongolian",
            "account",
            "memory",
            "terminology",
            "translation",
            "publication",
            "media",
            "audience",
            "search"
        })
package khos.api;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
