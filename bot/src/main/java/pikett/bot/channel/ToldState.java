package pikett.bot.channel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pikett.alerts.outbox.Subject;
import pikett.config.Severity;

/// What a message at a channel says of its subject. It is kept as the id of the message, so that after it
/// only what is another state in kind is told, also by another process.
///
/// @param severity the worst that was said
public record ToldState(Status status, Severity severity) {
    private static final Pattern FORM = Pattern.compile(".*/([A-Z]+)/([A-Z]+)");

    /// How a subject stands.
    public enum Status {
        /// It fires, and nobody has it.
        FIRING,
        /// It fires, and a person has it.
        TAKEN,
        /// It is over.
        RESOLVED,
        /// Something that is said once.
        NOTICE;

        /// As machines read it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Reads the id of an earlier message; empty when it is none of ours.
    static Optional<ToldState> of(String messageId) {
        Matcher form = FORM.matcher(messageId);
        return form.matches()
                ? Optional.of(
                        new ToldState(
                                Status.valueOf(form.group(1)), Severity.valueOf(form.group(2))))
                : Optional.empty();
    }

    String messageId(Subject subject) {
        return "%s/%s/%s".formatted(subject.value(), status, severity);
    }

    /// Whether somebody who was told the other one should hear this.
    boolean isNewsAfter(ToldState before) {
        return status != before.status || severity.compareTo(before.severity) > 0;
    }

    /// This, after the other one was told.
    ToldState after(ToldState before) {
        return before.severity.compareTo(severity) > 0
                ? new ToldState(status, before.severity)
                : this;
    }
}
