/**
 * The public pages: server-rendered, cacheable, without cookies.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "mongolian",
            "publication",
            "translation",
            "markdown",
            "media",
            "search",
            "audience",
            "terminology"
        })
package khos.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
