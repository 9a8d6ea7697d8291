package pikett.bot.telegram;

/// What may still be done with an update at the moment it is handed over.
public enum Freshness {
    /// It has just arrived and was never handed over before: act on it.
    FRESH,
    /// It is older than a minute, because Pikett or Telegram was away: do not act on it; tell the person
    /// that it has expired and must be sent again.
    EXPIRED,
    /// It was handed over before, and Pikett ended before that work did: what it caused is unknown. Never
    /// act on it again; tell the person. The only hand-over that may come twice.
    INTERRUPTED
}
