/**
 * Measures how fast Khos is and how much it finds, each figure beside a limit or a rival measured in the same run.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "account",
            "mongolian",
            "memory",
            "terminology",
            "analysis",
            "publication",
            "search",
            "translation"
        })
package khos.bench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
