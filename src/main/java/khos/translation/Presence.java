package khos.translation;

import java.time.Instant;
import java.util.Optional;

/** That somebody has a document open, and at which segment. */
public record Presence(String account, Optional<String> segmentId, Instant seenAt) {}
