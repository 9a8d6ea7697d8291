package pikett.bot.channel;

import java.time.Instant;
import java.util.Optional;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// What is said at a channel, as it is by now and in the language that is read there.
///
/// @param about the incident that it is about; empty of everything else
/// @param headline in one line, with state and number
/// @param title in one line, without
/// @param text all that a card says
/// @param state what this says of its subject, to be told once
public record Notice(
        Optional<About> about, String headline, String title, String text, ToldState state) {
    /// An incident.
    ///
    /// @param severity what fires now, or fired last; of one that is over the worst that it was
    /// @param labels of its worst alert
    /// @param link to its card in Telegram, where there is one
    public record About(
            long number,
            Instant openedAt,
            Severity severity,
            Labels labels,
            Optional<String> link) {}
}
