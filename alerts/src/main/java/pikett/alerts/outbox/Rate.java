package pikett.alerts.outbox;

import java.time.Duration;

/// How often something may happen: `amount` times `per`, and at most `burst` of them at once. In any
/// stretch as long as `per` at most `burst + amount` happen.
public record Rate(int burst, int amount, Duration per) {
    public Rate {
        if (burst < 1 || amount < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("a rate must let something through");
        }
    }

    Duration interval() {
        return per.dividedBy(amount);
    }
}
