package pikett.bot.audit;

/// The number of an intent in the audit. Who holds one may act: it is only given once the intent is
/// written.
public record AuditId(long value) {}
