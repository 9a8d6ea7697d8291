package pikett.bot.inbound;

import java.time.InstantSource;
import java.util.function.UnaryOperator;
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

    /// @param redaction takes secrets out of a text
    public static Source of(
            String name,
            SourceConfig config,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        return new Source(
                name,
                config,
                new Authentication(config.credentials(), clock),
                new Decoder(name, config.payload(), redaction),
                new Allowance(config.atMost(), clock),
                new Tally());
    }
}
