package pikett.adapters.reason;

import java.time.Duration;
import java.time.Instant;

/// What stands at a placeholder of a [Cause].
public sealed interface Detail {
    /// A name, an address, or words from outside, which no language translates.
    record Text(String text) implements Detail {}

    /// At `{time}`: how long.
    record Span(Duration time) implements Detail {}

    /// At `{until}`: a point in time.
    record Moment(Instant at) implements Detail {}

    /// At `{n}`: how many; decides the plural form.
    record Count(long number) implements Detail {}

    /// At `{reason}`: what lies behind it.
    record Inner(Reason reason) implements Detail {}

    static Detail text(String text) {
        return new Text(text);
    }

    static Detail number(long number) {
        return new Text(Long.toString(number));
    }

    static Detail span(Duration time) {
        return new Span(time);
    }

    static Detail moment(Instant at) {
        return new Moment(at);
    }

    static Detail count(long number) {
        return new Count(number);
    }

    static Detail inner(Reason reason) {
        return new Inner(reason);
    }

    /// Whether it may stand at a placeholder of this name.
    default boolean fits(String placeholder) {
        return switch (this) {
            case Span _ -> placeholder.equals("time");
            case Moment _ -> placeholder.equals("until");
            case Count _ -> placeholder.equals("n");
            case Inner _ -> placeholder.equals("reason");
            case Text _ ->
                    switch (placeholder) {
                        case "time", "until", "n", "reason" -> false;
                        default -> true;
                    };
        };
    }
}
