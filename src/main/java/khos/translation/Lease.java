package khos.translation;

import java.time.Instant;

/** That somebody is at work on a segment; it binds nobody and ends by itself. */
public record Lease(String segmentId, String account, Instant until) {}
