package pikett.bot.app;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.adapters.http.Http;
import pikett.adapters.mail.Mailer;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.OutboxOverview.Addressed;
import pikett.alerts.outbox.Rate;
import pikett.alerts.outbox.Sender;
import pikett.bot.channel.Carrier;
import pikett.bot.channel.ChannelKind;
import pikett.bot.channel.ChannelSender;
import pikett.bot.channel.MailCarrier;
import pikett.bot.channel.NoticeSource;
import pikett.bot.channel.WebhookCarrier;
import pikett.bot.delivery.TelegramAddress;
import pikett.bot.delivery.TelegramLimits;
import pikett.bot.language.Phrases;
import pikett.config.PikettConfig;

/// The ways out beside Telegram, put together. They are there also when none is configured: what waits
/// for one that is gone must end.
final class ChannelWiring {
    private static final String SUPERGROUP = "-100";

    private final Supplier<PikettConfig> today;
    private final NoticeSource notices;
    private final Readers readers;

    ChannelWiring(Supplier<PikettConfig> today, NoticeSource notices, Readers readers) {
        this.today = today;
        this.notices = notices;
        this.readers = readers;
    }

    /// By the name of the channel in the outbox.
    Map<String, Sender> senders(Http http, InstantSource clock, UnaryOperator<String> redaction) {
        Mailer mailer = new Mailer(redaction, clock);
        return Map.of(
                ChannelKind.MAIL.word(),
                sender(ChannelKind.MAIL, new MailCarrier(mailer, this::phrases)),
                ChannelKind.WEBHOOK.word(),
                sender(ChannelKind.WEBHOOK, new WebhookCarrier(http, this::phrases)));
    }

    private Sender sender(ChannelKind kind, Carrier carrier) {
        return new ChannelSender(
                kind,
                name -> Optional.ofNullable(today.get().notifications().channels().get(name)),
                notices,
                carrier);
    }

    private Phrases phrases(Destination to) {
        return Phrases.in(readers.language(to));
    }

    /// What a destination takes in a minute.
    static Rate perMinute(Destination to) {
        return ChannelKind.of(to)
                .map(ChannelKind::perMinute)
                .orElseGet(() -> TelegramLimits.perMinute(to));
    }

    /// Where the card of an incident is in Telegram: only in supergroups has a message an address.
    static Optional<String> link(OutboxOverview outbox, IncidentNumber incident) {
        return outbox.about(incident.card()).stream()
                .flatMap(each -> link(each).stream())
                .findFirst();
    }

    private static Optional<String> link(Addressed card) {
        return TelegramAddress.of(card.to())
                .map(address -> Long.toString(address.chat()))
                .filter(chat -> chat.startsWith(SUPERGROUP))
                .flatMap(chat ->
                        card.standing()
                                .messageId()
                                .map(message ->
                                        "https://t.me/c/%s/%s"
                                                .formatted(
                                                        chat.substring(SUPERGROUP.length()),
                                                        message)));
    }
}
