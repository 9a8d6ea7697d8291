package pikett.bot.inbound;

import java.time.InstantSource;
import pikett.alerts.inbound.Decoder;
import pikett.config.SourceConfig;

/// Somebody who may bring alerts. Safe for use by many threads.
///
/// @param allowance how much it may bring now
/// @param tally what became of what it brought
public record Source(
        String name,
        SourceConfig config,
        Authentication authentication,
        Decoder decoder,
        Allowance allowance,
        Tally tally) {

    public static Source of(String name, SourceConfig config, InstantSource clock) {
        return new Source(
                name,
                config,
                new Authentication(config.credentials(), clock),
                new Decoder(name, config.payload()),
                new Allowance(config.atMost(), clock),
                new Tally());
    }
}
