package pikett.bot.telegram;

/// What became of the answer to a press.
public enum PressAnswer {
    /// The person sees it.
    ANSWERED,
    /// The press is older than Telegram remembers, which is some seconds to minutes: it waited while
    /// Pikett or Telegram was away, and should not be acted on.
    TOO_OLD,
    /// It did not get through; nothing is known about the age of the press.
    FAILED
}
