/**
 * Who signs in, and what they may do.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {})
package khos.account;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
