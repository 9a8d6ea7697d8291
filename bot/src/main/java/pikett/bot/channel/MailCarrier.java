package pikett.bot.channel;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.mail.Mail;
import pikett.adapters.mail.MailResult;
import pikett.adapters.mail.MailResult.Step;
import pikett.adapters.mail.MailServer;
import pikett.adapters.mail.Mailer;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.SendOutcome;
import pikett.bot.channel.ToldState.Status;
import pikett.bot.language.Phrases;
import pikett.config.ChannelConfig;
import pikett.config.Severity;

/// Mail: plain text, one thread for each incident, the same message id for a repeat.
public final class MailCarrier implements Carrier {
    private static final Logger LOG = LoggerFactory.getLogger(MailCarrier.class);
    private static final Duration WITHIN = Duration.ofSeconds(30);

    private final Mailer mailer;
    private final Function<Destination, Phrases> phrases;

    /// @param phrases in which is said at a destination what is not in the notice
    public MailCarrier(Mailer mailer, Function<Destination, Phrases> phrases) {
        this.mailer = mailer;
        this.phrases = phrases;
    }

    /// The server of a channel.
    public static MailServer server(ChannelConfig.Mail channel) {
        return MailServer.of(
                channel.server(),
                channel.login().map(login -> new MailServer.Login(login.user(), login.password())));
    }

    @Override
    public Outcome carry(ChannelConfig channel, Delivery delivery, Notice notice) {
        if (!(channel instanceof ChannelConfig.Mail mail)) {
            throw new IllegalArgumentException("not a channel of mail");
        }
        MailResult result = mailer.send(server(mail), letter(mail, delivery, notice), WITHIN);
        return switch (result) {
            case MailResult.Taken(var refused) -> {
                if (!refused.isEmpty()) {
                    LOG.error(
                            "delivery={} was taken, but not for {}",
                            delivery.id().value(),
                            refused);
                }
                yield new Outcome.Arrived();
            }
            case MailResult.NotTaken(Step step, String reason, boolean forGood) ->
                    new Outcome.Not(
                            forGood
                                    ? new SendOutcome.Rejected(reason, step != Step.TEXT)
                                    : new SendOutcome.NotSent(reason));
            case MailResult.Unclear(String reason) ->
                    new Outcome.Not(new SendOutcome.MaybeSent(reason));
        };
    }

    private Mail letter(ChannelConfig.Mail channel, Delivery delivery, Notice notice) {
        String text = notice.text();
        if (delivery.maybeRepeat()) {
            text = phrases.apply(delivery.to()).text(ChannelPhrase.REPEATED) + "\n\n" + text;
        }
        boolean important =
                !delivery.silent()
                        && notice.state().status() == Status.FIRING
                        && notice.state().severity() == Severity.CRITICAL;
        Optional<String> link = notice.about().flatMap(Notice.About::link);
        return new Mail(
                id(channel, delivery, notice),
                thread(channel, notice).filter(_ -> !opensThread(delivery, notice)),
                channel.from(),
                channel.to(),
                notice.headline(),
                link.map(address -> "\n\n" + address).map(text::concat).orElse(text) + "\n",
                important);
    }

    private static boolean opensThread(Delivery delivery, Notice notice) {
        return notice.state().status() == Status.FIRING && delivery.messageId().isEmpty();
    }

    private static String id(ChannelConfig.Mail channel, Delivery delivery, Notice notice) {
        Optional<String> thread = thread(channel, notice);
        if (thread.isPresent() && opensThread(delivery, notice)) {
            return thread.get();
        }
        return "<pikett.%d.%d@%s>"
                .formatted(
                        delivery.id().value(),
                        delivery.createdAt().toEpochMilli(),
                        domain(channel));
    }

    /// The same for all that is said of one incident. With the time: a new database begins to count anew.
    private static Optional<String> thread(ChannelConfig.Mail channel, Notice notice) {
        return notice.about()
                .map(about ->
                        "<pikett.incident-%d.%d@%s>"
                                .formatted(
                                        about.number(),
                                        about.openedAt().toEpochMilli(),
                                        domain(channel)));
    }

    private static String domain(ChannelConfig.Mail channel) {
        return channel.from().substring(channel.from().lastIndexOf('@') + 1);
    }
}
