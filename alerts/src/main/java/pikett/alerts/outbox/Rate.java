package pikett.alerts.outbox;

import java.time.Duration;

/// How often something may happen: at most `amount` times in any stretch as long as `per`.
public record Rate(int amount, Duration per) {
    public Rate {
        if (amount < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("a rate must let something through");
        }
    }

    /// How often it may happen, on the whole, in another stretch; once at least.
    Rate within(Duration other) {
        long amountThen = amount * other.toMillis() / per.toMillis();
        return new Rate(Math.clamp(amountThen, 1, Integer.MAX_VALUE), other);
    }
}
