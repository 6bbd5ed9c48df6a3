/**
 * The staff's application: documents, the paired-text editor, terms, publishing.
 */
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "mongolian",
            "account",
            "memory",
            "terminology",
            "translation",
            "check",
            "markdown",
            "publication",
            "media",
            "audience",
            "search"
        })
package khos.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
