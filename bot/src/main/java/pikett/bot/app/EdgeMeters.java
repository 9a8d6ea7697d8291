package pikett.bot.app;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.Locale;
import pikett.adapters.ssh.Hosts;
import pikett.adapters.store.StoreUnavailableException;
import pikett.bot.access.VerdictTally;
import pikett.bot.telegram.TelegramEdge;

/// What comes in from Telegram, what the gate makes of it, and whether hosts let us in.
record EdgeMeters(TelegramEdge edge, VerdictTally verdicts, Hosts hosts) implements MeterBinder {
    @Override
    public void bindTo(MeterRegistry registry) {
        polls(registry, "answered", true);
        polls(registry, "failed", false);
        for (VerdictTally.Kind kind : VerdictTally.Kind.values()) {
            FunctionCounter.builder("pikett_requests", verdicts, tally -> tally.count(kind))
                    .description("What came from people, by what the gate decided")
                    .tag("verdict", kind.name().toLowerCase(Locale.ROOT).replace('_', '-'))
                    .register(registry);
        }
        for (String host : hosts.overSsh()) {
            Gauge.builder("pikett_ssh_logins_paused", () -> paused(host))
                    .description("1 while no login is made, because two in a row have failed")
                    .tag("host", host)
                    .register(registry);
        }
    }

    private void polls(MeterRegistry registry, String outcome, boolean answered) {
        FunctionCounter.builder(
                        "pikett_telegram_polls",
                        edge,
                        polled -> answered ? polled.polls().answered() : polled.polls().failed())
                .description("Polls of Telegram since the start")
                .tag("outcome", outcome)
                .register(registry);
    }

    /// Nothing is said of a host that is configured no more.
    private double paused(String host) {
        if (!hosts.overSsh().contains(host)) {
            return Double.NaN;
        }
        try {
            return hosts.loginPause(host).isPresent() ? 1 : 0;
        } catch (StoreUnavailableException e) {
            return Double.NaN;
        }
    }
}
