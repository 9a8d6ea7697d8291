package pikett.bot.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import pikett.alerts.outbox.Delivery;
import pikett.alerts.outbox.Limit;
import pikett.alerts.outbox.SendOutcome;
import pikett.alerts.outbox.Sender;
import pikett.bot.trace.TraceSpan;
import pikett.bot.trace.Traces;

/// A way out whose attempts are counted, by how they ended, and steps in the traces.
final class WatchedSender implements Sender {
    private final String channel;
    private final Sender sender;
    private final InstantSource clock;
    private final MeterRegistry metrics;
    private final Traces traces;

    /// @param channel its name in the outbox
    WatchedSender(
            String channel,
            Sender sender,
            InstantSource clock,
            MeterRegistry metrics,
            Traces traces) {
        this.channel = channel;
        this.sender = sender;
        this.clock = clock;
        this.metrics = metrics;
        this.traces = traces;
    }

    @Override
    public SendOutcome send(Delivery delivery) {
        TraceSpan span = traces.after("send", delivery.subject()).with("channel", channel);
        return span.during(() -> counted(delivery, span));
    }

    private SendOutcome counted(Delivery delivery, TraceSpan span) {
        Instant start = clock.instant();
        SendOutcome outcome = sender.send(delivery);
        Duration took = Duration.between(start, clock.instant());
        span.with("outcome", word(outcome));
        metrics.timer("pikett_send", "channel", channel, "outcome", word(outcome))
                .record(took.isNegative() ? Duration.ZERO : took);
        return outcome;
    }

    private static String word(SendOutcome outcome) {
        return switch (outcome) {
            case SendOutcome.Sent _ -> "sent";
            case SendOutcome.NotSent _ -> "not-sent";
            case SendOutcome.MaybeSent _ -> "unclear";
            case SendOutcome.Wait _ -> "told-to-wait";
            case SendOutcome.KeptBack _ -> "kept-back";
            case SendOutcome.MessageGone _ -> "message-gone";
            case SendOutcome.Moved _ -> "moved";
            case SendOutcome.Rejected _ -> "rejected";
        };
    }

    @Override
    public boolean edits() {
        return sender.edits();
    }

    @Override
    public List<Limit> limits() {
        return sender.limits();
    }
}
