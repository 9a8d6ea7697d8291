package pikett.bot.view;

import java.time.Instant;
import java.time.ZoneId;
import pikett.adapters.reason.Reason;
import pikett.bot.access.Person;
import pikett.bot.access.Rights;
import pikett.bot.language.Phrases;
import pikett.config.Role;

/// For whom a card is rendered.
///
/// @param phrases in the person's language
/// @param zone of the times
/// @param now at which it is rendered
public record Viewer(Person person, Phrases phrases, ZoneId zone, Instant now) {
    /// Whether a button that acts on the service may be shown.
    boolean mayActOn(String service) {
        return Rights.may(person, Role.OPERATOR, service);
    }

    boolean isAdmin() {
        return person.config().role().atLeast(Role.ADMIN);
    }

    /// The reason in the person's language.
    String say(Reason reason) {
        return new ReasonText(phrases, zone, now).say(reason);
    }

    /// The time of the card, to the second.
    String clock() {
        return phrases.figures().clock(now, zone);
    }
}
