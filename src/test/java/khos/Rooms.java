package khos;

import org.springframework.context.annotation.ComponentScan;

/**
 * The rooms of the craft and of publishing, for module tests without the faces. Not annotated as a configuration, so that
 * the whole application, when a test starts it, does not find it.
 */
@ComponentScan({
    "khos.account",
    "khos.check",
    "khos.memory",
    "khos.terminology",
    "khos.translation",
    "khos.media",
    "khos.publication"
})
public class Rooms {}
