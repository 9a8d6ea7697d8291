package pikett.bot.reload;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.adapters.store.Store;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Outbox;
import pikett.alerts.outbox.Subject;
import pikett.alerts.outbox.Urgency;
import pikett.bot.card.Card;
import pikett.bot.card.CardJson;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RedactedCard;
import pikett.bot.command.Answers;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.Incoming;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.Role;

/// Tells every admin privately what came of a reload that nobody asked for in the chat.
///
/// @param ids unique for ever
public record ReloadNews(
        Store store, Outbox outbox, UnaryOperator<String> redaction, Supplier<String> ids) {
    private static final String WHOLE_TEXT = "reload.txt";

    /// @param people of the configuration that is followed now
    public void tell(Iterable<PersonConfig> people, ReloadOutcome outcome) {
        Subject subject = new Subject("reload:" + ids.get());
        store.write(transaction -> {
            for (PersonConfig person : people) {
                if (person.role() == Role.ADMIN) {
                    outbox.post(
                            transaction,
                            Answers.destination(
                                    new Incoming.Place(person.telegram(), Optional.empty(), true)),
                            subject,
                            content(person, outcome),
                            Urgency.ANSWER,
                            outcome instanceof ReloadOutcome.Followed);
                }
            }
            return subject;
        });
    }

    private Content content(PersonConfig person, ReloadOutcome outcome) {
        Card card = ReloadCard.of(Phrases.in(person.language().orElse(Language.EN)), outcome, true);
        // In this order: a secret that was cut in two would not be recognised any more.
        Card safe = CardLimits.fit(RedactedCard.of(card, redaction), WHOLE_TEXT);
        return new Content(CardJson.KIND, CardJson.write(safe));
    }
}
