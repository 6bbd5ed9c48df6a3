/** Khos: translation and publishing in Mongolian and Chinese. */
@NullMarked
package khos;

import org.jspecify.annotations.NullMarked;
