package pikett.bot.telegram;

import java.util.concurrent.CompletionStage;

/// Takes over what arrived.
///
/// Called by one thread per chat at a time, in the order of arrival, and by many threads for different
/// chats.
public interface IncomingHandler {
    /// Takes one update over. Returns quickly, so that the next one of the chat is not held up (a Stop
    /// must overtake the run that it stops), and lets the stage tell when the work is over: an update
    /// whose stage has not completed when Pikett ends comes again as [Freshness#INTERRUPTED].
    ///
    /// An exception, thrown or in the stage, is logged and ends the work; nothing is handed over twice
    /// because of it.
    CompletionStage<?> handle(Incoming incoming, Freshness freshness);
}
