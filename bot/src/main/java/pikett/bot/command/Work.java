package pikett.bot.command;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import pikett.bot.access.Order;
import pikett.bot.access.Person;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.Incoming;
import pikett.config.PikettConfig;

/// One thing that arrived, on its way to an answer.
///
/// @param config the configuration that it was decided by
/// @param correlation its id
/// @param at when it was decided
record Work(PikettConfig config, Incoming incoming, String correlation, Instant at) {
    /// What the person asks for.
    Request request(Person person, Order order) {
        List<String> arguments =
                switch (order) {
                    case Order.Run(String _, String text) -> Words.of(text);
                    case Order.Redeem _ -> List.of();
                };
        return new Request(
                person,
                place(),
                phrases(person).language(),
                Surroundings.zone(config, place()),
                arguments,
                correlation);
    }

    /// The catalogue in the person's language.
    Phrases phrases(Person person) {
        return Phrases.in(
                Surroundings.language(config, person.config(), place(), sender().language()));
    }

    /// The message to answer in: that of the button, or a new one.
    OutboxAnswer open(Answers answers) {
        return incoming instanceof Incoming.Pressed pressed
                ? answers.toPress(pressed.place(), pressed.messageId())
                : answers.toMessage(place());
    }

    /// The press to be answered, if it is one.
    Optional<String> callbackId() {
        return incoming instanceof Incoming.Pressed pressed
                ? Optional.of(pressed.callbackId())
                : Optional.empty();
    }

    Incoming.Place place() {
        return switch (incoming) {
            case Incoming.Typed typed -> typed.place();
            case Incoming.Pressed pressed -> pressed.place();
            case Incoming.Membership membership -> membership.place();
            case Incoming.Migrated _, Incoming.Ignored _ ->
                    throw new IllegalStateException("comes from no place: " + incoming);
        };
    }

    private Incoming.Sender sender() {
        return switch (incoming) {
            case Incoming.Typed typed -> typed.sender();
            case Incoming.Pressed pressed -> pressed.sender();
            case Incoming.Membership membership -> membership.sender();
            case Incoming.Migrated _, Incoming.Ignored _ ->
                    throw new IllegalStateException("comes from nobody: " + incoming);
        };
    }
}
