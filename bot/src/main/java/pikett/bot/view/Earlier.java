package pikett.bot.view;

import java.time.Instant;
import java.util.Map;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.label.Labels;
import pikett.config.Language;

/// Something that changed on a host shortly before an incident there.
public sealed interface Earlier {
    /// When it happened; of what took time, when it began.
    Instant at();

    /// A person restarted a service.
    record Restart(Instant at, String person, String service, Outcome outcome) implements Earlier {}

    /// A person ran a runbook.
    ///
    /// @param titles what people read of it, by language
    record Runbook(
            Instant at, String person, String name, Map<Language, String> titles, Outcome outcome)
            implements Earlier {
        public Runbook {
            titles = Map.copyOf(titles);
        }
    }

    /// Another incident began.
    ///
    /// @param alert labels of what began it
    record Opened(Instant at, IncidentNumber number, Labels alert) implements Earlier {}

    /// Another incident was over.
    ///
    /// @param alert labels of what began it
    record Over(Instant at, IncidentNumber number, Labels alert) implements Earlier {}

    /// What came of something that a person did.
    enum Outcome {
        /// It still goes on.
        GOES_ON,
        /// Every step did what it should.
        SUCCEEDED,
        /// A step failed.
        FAILED,
        /// A person stopped it.
        STOPPED,
        /// It was cut off, and nobody knows how far it came.
        UNKNOWN
    }
}
