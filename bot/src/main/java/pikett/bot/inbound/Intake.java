package pikett.bot.inbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.inbound.Decoded;
import pikett.alerts.inbound.Statement;
import pikett.bot.inbound.Tally.Outcome;
import pikett.config.Frequency;

/// Takes in what a source brings, within what it may bring, and counts what became of it. Thread-safe.
public final class Intake {
    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int STRANGE_WORDS = 100;
    private static final int REFUSED_NAMED = 3;
    private static final Frequency LOGGED = new Frequency(3, Duration.ofMinutes(1));

    private final Consumer<List<Statement>> keep;
    private final UnaryOperator<String> redaction;
    private final Set<String> strangeWords = ConcurrentHashMap.newKeySet();
    private final Allowance loggedRefused;

    /// @param keep keeps what is said; when it returns, it is durable
    /// @param redaction takes secrets out of a text
    public Intake(
            Consumer<List<Statement>> keep, UnaryOperator<String> redaction, InstantSource clock) {
        this.keep = keep;
        this.redaction = redaction;
        this.loggedRefused = new Allowance(LOGGED, clock);
    }

    /// What became of it.
    public sealed interface Taken {
        /// It is durable.
        record Kept() implements Taken {}

        /// The source brings too many.
        ///
        /// @param after so long it should wait
        record TooMany(Duration after) implements Taken {}

        /// It is not understood and never will be, or not all of it is; what is understood is durable.
        record Refused(String why) implements Taken {}
    }

    /// Takes it in, of a source that is who it should be.
    ///
    /// @param decode called unless there are too many
    /// @throws StoreUnavailableException when nothing of it was kept
    public Taken take(Source source, Supplier<Decoded> decode) {
        Optional<Duration> wait = source.allowance().take();
        if (wait.isPresent()) {
            source.tally().add(Outcome.TOO_MANY);
            return new Taken.TooMany(wait.get());
        }
        return switch (decode.get()) {
            case Decoded.Understood understood -> kept(source, understood);
            case Decoded.Refused(String why) -> refused(source, why);
        };
    }

    private Taken kept(Source source, Decoded.Understood understood) {
        understood.strangeSeverities().forEach(word -> logStrange(source, word));
        try {
            keep.accept(understood.statements());
        } catch (StoreUnavailableException e) {
            source.tally().add(Outcome.NOT_KEPT);
            throw e;
        }
        if (!understood.refused().isEmpty()) {
            return refused(source, allBut(understood.refused()));
        }
        source.tally().add(Outcome.ACCEPTED);
        return new Taken.Kept();
    }

    private static String allBut(List<String> refused) {
        String named = refused.stream().limit(REFUSED_NAMED).collect(Collectors.joining(" "));
        return refused.size() > REFUSED_NAMED
                ? "%s And %d more. The other alerts are kept."
                        .formatted(named, refused.size() - REFUSED_NAMED)
                : named + " The other alerts are kept.";
    }

    private Taken refused(Source source, String why) {
        source.tally().add(Outcome.REFUSED);
        if (loggedRefused.take().isEmpty()) {
            LOG.warn(
                    "payload cannot be understood source={} why={}",
                    source.name(),
                    redaction.apply(why));
        }
        return new Taken.Refused(why);
    }

    private void logStrange(Source source, String word) {
        if (strangeWords.size() < STRANGE_WORDS && strangeWords.add(source.name() + "/" + word)) {
            LOG.warn(
                    "unknown severity, taken for a warning source={} severity={}",
                    source.name(),
                    redaction.apply(word));
        }
    }
}
