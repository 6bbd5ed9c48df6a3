package khos.markdown;

import org.jspecify.annotations.Nullable;

/** Refuses a front matter that is not YAML; the message says where. */
public class MalformedFrontMatter extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedFrontMatter(@Nullable String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
