package pikett.alerts.incident;

import java.time.Instant;

/// Why a chat was told, or was not, from this time on.
public record Said(Instant at, String chat, Reason reason) {}
