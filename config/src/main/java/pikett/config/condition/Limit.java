package pikett.config.condition;

import java.math.BigDecimal;
import java.time.Duration;

/// What a value is compared with.
public sealed interface Limit {
    /// A number without a unit.
    record Plain(BigDecimal number) implements Limit {}

    /// A number for each processor of the machine: `2.0 per cpu`.
    record PerCpu(BigDecimal number) implements Limit {}

    /// A share: `95%` has the number 95.
    record Percent(BigDecimal number) implements Limit {}

    /// A length of time.
    record Time(Duration duration) implements Limit {}

    /// An amount of memory or disk.
    record Size(long bytes) implements Limit {}

    /// A text in quotes.
    record Text(String text) implements Limit {}
}
