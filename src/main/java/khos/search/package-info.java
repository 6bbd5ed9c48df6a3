/**
 * The index of what is published, and the answers it gives to readers.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"publication", "translation", "analysis", "mongolian", "account"})
package khos.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
