package khos.publication;

import java.time.Instant;

/** Something is to happen at that time. Sent inside the transaction; listen after its commit. */
record Planned(Instant at) {}
