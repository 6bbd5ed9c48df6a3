/**
 * The staff's application: documents, the paired-text editor, publishing.
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
            "search"
        })
package khos.workbench;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
