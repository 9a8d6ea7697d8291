package pikett.alerts.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pikett.alerts.mute.Mute;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.config.Severity;

/// What one chat was told of one incident, and why.
///
/// @param chat its name
/// @param to its address, kept: what was announced there is ended there, whatever the configuration
///     says by then
/// @param toldAt when it was told that it fires
/// @param rangAt when it last got more than an edit; empty of one that was told when that did not arrive
/// @param disturbed whether it was told with sound
/// @param severity the worst that it was told
/// @param repeats how often it was told again because nobody had taken it
/// @param notes how many messages beside the card it got
/// @param endedAt when it was told that it is over, or there was nothing to tell
/// @param hiding what hides alerts of it from the chat now
public record Telling(
        String chat,
        Destination to,
        Optional<Instant> toldAt,
        Optional<Instant> rangAt,
        boolean disturbed,
        Severity severity,
        int repeats,
        int notes,
        Optional<Instant> endedAt,
        Reason reason,
        List<Mute> hiding) {
    public Telling {
        hiding = List.copyOf(hiding);
    }

    public boolean told() {
        return toldAt.isPresent();
    }

    public boolean ended() {
        return endedAt.isPresent();
    }

    /// What carried the last that was more than an edit.
    Subject lastRing(IncidentNumber number) {
        return notes == 0 ? number.card() : number.note(notes);
    }

    static Telling untold(Chat chat, Reason reason) {
        return new Telling(
                chat.name(),
                chat.to(),
                Optional.empty(),
                Optional.empty(),
                false,
                Severity.INFO,
                0,
                0,
                Optional.empty(),
                reason,
                List.of());
    }

    Telling because(Reason why) {
        return new Telling(
                chat, to, toldAt, rangAt, disturbed, severity, repeats, notes, endedAt, why,
                hiding);
    }

    /// Told, at first or again.
    Telling rung(Instant now, boolean loud, Severity worst, Reason why) {
        boolean first = toldAt.isEmpty();
        return new Telling(
                chat,
                to,
                toldAt.or(() -> Optional.of(now)),
                Optional.of(now),
                disturbed || loud,
                worst.compareTo(severity) > 0 ? worst : severity,
                why instanceof Reason.Repeated ? repeats + 1 : repeats,
                first ? notes : notes + 1,
                endedAt,
                why,
                hiding);
    }

    /// Told again by what carries it already.
    Telling rungByCard(Instant now, boolean loud, Severity worst, Reason why) {
        Telling rung = rung(now, loud, worst, why);
        return new Telling(
                chat,
                to,
                rung.toldAt,
                rung.rangAt,
                rung.disturbed,
                rung.severity,
                rung.repeats,
                notes,
                endedAt,
                why,
                hiding);
    }

    Telling over(Instant now, Reason why) {
        return new Telling(
                chat,
                to,
                toldAt,
                rangAt,
                disturbed,
                severity,
                repeats,
                disturbed && told() ? notes + 1 : notes,
                Optional.of(now),
                why,
                List.of());
    }

    Telling hiddenBy(List<Mute> mutes) {
        return new Telling(
                chat, to, toldAt, rangAt, disturbed, severity, repeats, notes, endedAt, reason,
                mutes);
    }
}
