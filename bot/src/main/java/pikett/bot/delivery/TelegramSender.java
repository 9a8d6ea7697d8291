package pikett.bot.delivery;

import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.failpoint.FailPoint;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Limit;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.Sender;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.CardJson;
import pikett.bot.card.CardLimits;
import pikett.bot.delivery.Verdict.Simplification;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.CallFailure;
import pikett.bot.telegram.CallResult;
import pikett.bot.telegram.OutgoingFile;
import pikett.config.Language;

/// Sends cards to Telegram: the text first, in the place of an earlier one where there is one, then its
/// files as replies. Never waits for the rate: says how long the outbox has to.
///
/// Safe for use by many threads, one per destination.
public final class TelegramSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramSender.class);

    private final BotApi api;
    private final Function<Destination, Language> language;
    private final Pace pace;
    private final Shown shown = new Shown();

    /// @param language of what is said to a destination beside the card itself
    public TelegramSender(
            BotApi api, Function<Destination, Language> language, InstantSource clock) {
        this.api = api;
        this.language = language;
        this.pace = new Pace(clock);
    }

    @Override
    public List<Limit> limits() {
        return TelegramLimits.ALL;
    }

    @Override
    public SendOutcome send(Delivery delivery) {
        Optional<TelegramAddress> to = TelegramAddress.of(delivery.to());
        if (to.isEmpty()) {
            return new SendOutcome.Rejected("not an address of Telegram's", true);
        }
        if (!delivery.content().kind().equals(CardJson.KIND)) {
            return new SendOutcome.Rejected(
                    "unknown kind of content: " + delivery.content().kind(), false);
        }
        Card card;
        try {
            card = CardJson.read(delivery.content().payload());
        } catch (IllegalArgumentException e) {
            LOG.error("delivery={} does not hold a card", delivery.id().value(), e);
            return new SendOutcome.Rejected("the content is not a card", false);
        }
        warnOfLostButtons(delivery, card);
        return send(delivery, Letter.of(card, to.get(), delivery.silent()));
    }

    private SendOutcome send(Delivery delivery, Letter letter) {
        Phrases phrases = Phrases.in(language.apply(delivery.to()));
        Optional<Integer> edits =
                delivery.messageId()
                        .flatMap(TelegramSender::number)
                        .or(() -> shown.messageOf(delivery.id()));
        Letter first =
                delivery.maybeRepeat() && edits.isEmpty() ? letter.repeated(phrases) : letter;
        return new Posting(delivery, edits, phrases).post(first);
    }

    private static Optional<Integer> number(String messageId) {
        return messageId.matches("\\d{1,9}")
                ? Optional.of(Integer.valueOf(messageId))
                : Optional.empty();
    }

    private static void warnOfLostButtons(Delivery delivery, Card card) {
        for (List<Button> row : card.rows()) {
            for (Button button : row) {
                if (!CardLimits.fits(button.act())) {
                    LOG.error(
                            "delivery={} button=\"{}\" carries more than Telegram takes; left out",
                            delivery.id().value(),
                            button.label());
                }
            }
        }
    }

    /// One attempt at one delivery.
    private final class Posting {
        private final Delivery delivery;
        private final Optional<Integer> edits;
        private final Phrases phrases;
        private final Set<Simplification> tried = EnumSet.noneOf(Simplification.class);

        Posting(Delivery delivery, Optional<Integer> edits, Phrases phrases) {
            this.delivery = delivery;
            this.edits = edits;
            this.phrases = phrases;
        }

        SendOutcome post(Letter letter) {
            if (edits.isPresent() && shown.equal(key(letter, edits.get()), letter.face())) {
                return postFiles(letter, edits.get());
            }
            Optional<SendOutcome.KeptBack> wait = pace.reserve(letter.to());
            if (wait.isPresent()) {
                return wait.get();
            }
            return switch (call(letter)) {
                case CallResult.Done<Integer>(Integer message) -> arrived(letter, message);
                case CallResult.Failed<Integer>(CallFailure failure) -> failed(letter, failure);
            };
        }

        private CallResult<Integer> call(Letter letter) {
            return edits.isPresent()
                    ? api.edit(edits.get(), letter.outgoing())
                    : api.send(letter.outgoing());
        }

        private SendOutcome arrived(Letter letter, int message) {
            shown.text(key(letter, message), letter.face());
            shown.arrived(delivery.id(), message);
            FailPoint.BETWEEN_PARTS.pass();
            return postFiles(letter, message);
        }

        private SendOutcome failed(Letter letter, CallFailure failure) {
            return switch (SendClassifier.classify(failure, attempt(letter))) {
                case Verdict.Ended(SendOutcome.Sent(String message)) ->
                        arrived(letter, Integer.parseInt(message));
                case Verdict.Ended(SendOutcome.Wait wait) -> pace.asked(letter.to(), wait);
                case Verdict.Ended(SendOutcome outcome) -> outcome;
                case Verdict.Simplify(Simplification how) -> simpler(letter, how, failure);
            };
        }

        private SendOutcome simpler(Letter letter, Simplification how, CallFailure failure) {
            if (!tried.add(how)) {
                return new SendOutcome.Rejected(failure.toString(), false);
            }
            LOG.warn("delivery={} trying {} after {}", delivery.id().value(), how, failure);
            return post(letter.simplified(how, phrases));
        }

        private SendOutcome postFiles(Letter letter, int message) {
            for (Card.TextFile file : letter.files()) {
                if (!shown.hasFile(key(letter, message), file.content())) {
                    Optional<SendOutcome> stopped = postFile(letter, message, file);
                    if (stopped.isPresent()) {
                        return stopped.get();
                    }
                }
            }
            return new SendOutcome.Sent(Integer.toString(message));
        }

        /// Empty when it arrived, or never will; the text has arrived in any case.
        private Optional<SendOutcome> postFile(Letter letter, int message, Card.TextFile file) {
            Optional<SendOutcome.KeptBack> wait = pace.reserve(letter.to());
            if (wait.isPresent()) {
                return Optional.of(wait.get());
            }
            CallResult<Integer> result =
                    api.send(
                            new OutgoingFile(
                                    letter.to().chat(),
                                    letter.to().topic(),
                                    message,
                                    file.name(),
                                    file.content(),
                                    letter.caption(file, phrases)));
            if (result instanceof CallResult.Failed<Integer>(CallFailure failure)) {
                return fileFailed(letter, message, failure);
            }
            shown.file(key(letter, message), file.content());
            return Optional.empty();
        }

        private Optional<SendOutcome> fileFailed(Letter letter, int message, CallFailure failure) {
            return switch (SendClassifier.classify(failure, attempt(letter))) {
                case Verdict.Ended(SendOutcome.Wait wait) ->
                        Optional.of(pace.asked(letter.to(), wait));
                case Verdict.Ended(SendOutcome.NotSent notSent) -> Optional.of(notSent);
                case Verdict.Ended(SendOutcome.MaybeSent maybe) -> Optional.of(maybe);
                case Verdict.Ended _, Verdict.Simplify _ -> {
                    LOG.error(
                            "delivery={} message={} stays without its file: {}",
                            delivery.id().value(),
                            message,
                            failure);
                    yield Optional.empty();
                }
            };
        }

        private Attempt attempt(Letter letter) {
            return new Attempt(
                    letter.to(),
                    edits,
                    delivery.attempt(),
                    delivery.maybeRepeat(),
                    ThreadLocalRandom.current().nextDouble());
        }

        private static Shown.MessageKey key(Letter letter, int message) {
            return new Shown.MessageKey(letter.to().chat(), message);
        }
    }
}
