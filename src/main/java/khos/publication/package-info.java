/**
 * Articles, lessons and episodes; one edition per language, published and withdrawn on its own.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"translation", "markdown", "media", "account"})
package khos.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
