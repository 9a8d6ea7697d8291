package pikett.bot.channel;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.Limit;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.Sender;
import pikett.config.ChannelConfig;

/// Sends to the channels of one kind. Nothing there can be edited: what was told already is not told
/// again, and what became another state in kind is a new message.
///
/// Safe for use by many threads.
public final class ChannelSender implements Sender {
    private static final Logger LOG = LoggerFactory.getLogger(ChannelSender.class);

    private final ChannelKind kind;
    private final Function<String, Optional<ChannelConfig>> configured;
    private final NoticeSource notices;
    private final Carrier carrier;

    /// @param configured the channel of a name, as the configuration has it now
    public ChannelSender(
            ChannelKind kind,
            Function<String, Optional<ChannelConfig>> configured,
            NoticeSource notices,
            Carrier carrier) {
        this.kind = kind;
        this.configured = configured;
        this.notices = notices;
        this.carrier = carrier;
    }

    @Override
    public List<Limit> limits() {
        return kind.limits();
    }

    @Override
    public boolean edits() {
        return false;
    }

    @Override
    public SendOutcome send(Delivery delivery) {
        Optional<ChannelConfig> channel = configured.apply(delivery.to().address());
        if (channel.isEmpty() || ChannelKind.of(channel.get()) != kind) {
            return new SendOutcome.Rejected("the configuration has no such channel any more", true);
        }
        Optional<Notice> notice;
        try {
            notice = notices.notice(delivery.content(), delivery.to());
        } catch (StoreUnavailableException _) {
            return new SendOutcome.NotSent("what to say cannot be read now");
        } catch (RuntimeException e) {
            LOG.error("delivery={} cannot be rendered", delivery.id().value(), e);
            return new SendOutcome.Rejected("it cannot be rendered", false);
        }
        return notice.map(said -> send(delivery, channel.get(), said))
                .orElseGet(() ->
                        new SendOutcome.Rejected(
                                "nothing to say for " + delivery.content().kind(), false));
    }

    private SendOutcome send(Delivery delivery, ChannelConfig channel, Notice notice) {
        Optional<ToldState> before = delivery.messageId().flatMap(ToldState::of);
        if (before.isPresent() && !notice.state().isNewsAfter(before.get())) {
            return new SendOutcome.Sent(delivery.messageId().orElseThrow());
        }
        ToldState now = before.map(notice.state()::after).orElse(notice.state());
        return switch (carrier.carry(channel, delivery, notice)) {
            case Carrier.Outcome.Arrived() ->
                    new SendOutcome.Sent(now.messageId(delivery.subject()));
            case Carrier.Outcome.Not(SendOutcome why) -> why;
        };
    }
}
