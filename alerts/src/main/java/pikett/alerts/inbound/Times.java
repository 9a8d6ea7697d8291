package pikett.alerts.inbound;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/// Times of others. Programs write the year 1 for "never began" and the year 9999 for "not over".
final class Times {
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private Times() {}

    /// When something began: not before there was anything to watch, and not after now.
    ///
    /// @param pointer where it stands, for the sentence that says that it is no time
    static Optional<Instant> began(Optional<String> written, String pointer, Instant now) {
        return parsed(written, pointer)
                .filter(time -> !time.isBefore(EARLIEST))
                .map(time -> time.isAfter(now) ? now : time);
    }

    /// When something ended: now, unless it is said that it was earlier, after it began.
    static Instant ended(
            Optional<String> written, String pointer, Optional<Instant> began, Instant now) {
        Instant earliest = began.orElse(EARLIEST);
        return parsed(written, pointer)
                .filter(time -> !time.isBefore(earliest) && !time.isAfter(now))
                .filter(time -> time.isAfter(EARLIEST))
                .orElse(now);
    }

    /// When something ends or ended, if that is said.
    static Optional<Instant> end(Optional<String> written, String pointer) {
        return parsed(written, pointer).filter(time -> !time.isBefore(EARLIEST));
    }

    private static Optional<Instant> parsed(Optional<String> written, String pointer) {
        try {
            return written.map(text -> OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException _) {
            throw new RefusedException(
                    "%s must be a time such as 2026-11-21T15:04:05Z.".formatted(pointer));
        }
    }
}
