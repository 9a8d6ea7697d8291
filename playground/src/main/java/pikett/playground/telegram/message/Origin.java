package pikett.playground.telegram.message;

import java.time.Instant;

/// Where a forwarded message was written first.
public record Origin(Sender sender, int messageId, Instant sentAt) {}
