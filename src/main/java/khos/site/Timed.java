package khos.site;

import khos.publication.Cue;

/** A stretch of a film that a page leads to. */
interface Timed {
    /** In milliseconds of the film. */
    long start();

    /** As {@link #start}. */
    long end();

    /** The start on a clock: {@code 03:12}. */
    default String clock() {
        return Cue.clock(start());
    }

    /** The start in seconds, as scripts seek: {@code 192.500}. */
    default String seconds() {
        return Cue.seconds(start());
    }

    default String endSeconds() {
        return Cue.seconds(end());
    }

    /** As {@link Cue#anchor}. */
    default String anchor() {
        return Cue.anchor(start());
    }
}
