package pikett.alerts.reading;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pikett.adapters.reason.Reason;

/// What one look gave.
public sealed interface Reading {
    /// When it was read.
    Instant at();

    /// It could be read.
    ///
    /// @param took how long reading took
    /// @param values what was read of the whole
    /// @param parts where several like things were read at once: each is judged by its own values, with
    ///     those of the whole behind them
    /// @param why why what was looked at gave no answer to the question, which is a value of its own such
    ///     as `failed`; empty when it did
    record Known(Instant at, Duration took, Values values, List<Part> parts, Optional<Reason> why)
            implements Reading {
        public Known {
            parts = List.copyOf(parts);
        }

        /// A reading of what answered.
        public Known(Instant at, Duration took, Values values, List<Part> parts) {
            this(at, took, values, parts, Optional.empty());
        }

        /// A reading of one thing.
        public Known(Instant at, Duration took, Values values) {
            this(at, took, values, List.of());
        }
    }

    /// It could not be read. That says nothing about what was looked at.
    record Unknown(Instant at, Reason reason) implements Reading {}
}
