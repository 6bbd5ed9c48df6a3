/**
 * The command line, and what happens once at the first start.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "mongolian",
            "account",
            "memory",
            "translation",
            "publication",
            "media",
            "audience",
            "search",
            "bench"
        })
package khos.console;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
