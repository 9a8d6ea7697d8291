package pikett.bot.inbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.alerts.inbound.Statement;
import pikett.bot.inbound.Tally.Outcome;
import pikett.config.Frequency;

/// `POST /hooks/NAME`: takes what sources of alerts send. What is answered 200 is kept.
///
/// A sender is told 503 whenever it should come back, never 429: Alertmanager gives up on that.
/// Thread-safe.
public final class Hooks implements Answerer {
    public static final String PATH = "/hooks/";

    private static final Logger LOG = LoggerFactory.getLogger(Hooks.class);
    private static final Frequency LOGGED = new Frequency(3, Duration.ofMinutes(1));

    private final Map<String, Source> sources;
    private final Intake intake;
    private final InstantSource clock;
    private final Allowance loggedTurnedAway;

    /// @param keep keeps what is said; when it returns, it is durable
    /// @param redaction takes secrets out of a text
    public Hooks(
            Map<String, Source> sources,
            Consumer<List<Statement>> keep,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        this.sources = Map.copyOf(sources);
        this.intake = new Intake(keep, redaction, clock);
        this.clock = clock;
        this.loggedTurnedAway = new Allowance(LOGGED, clock);
    }

    public Route route() {
        return new Route(PATH, Set.of("POST"), this);
    }

    @Override
    public Optional<Page> turnAway(Head head) {
        return Optional.ofNullable(sources.get(head.rest()))
                .map(source ->
                        source.authentication().mayBe(head.headers())
                                ? Optional.<Page>empty()
                                : Optional.of(unauthenticated(source)))
                .orElseGet(() -> Optional.of(Page.text(404, "There is no source of this name.")));
    }

    @Override
    public boolean knows(Head head) {
        return Optional.ofNullable(sources.get(head.rest()))
                .filter(source -> source.authentication().byHead())
                .isPresent();
    }

    @Override
    public int bodyAtMost(Head head) {
        return source(head).config().maxBytes();
    }

    @Override
    public Page answer(Call call) {
        Source source = source(call.head());
        if (!source.authentication().is(call.head().headers(), call.body())) {
            return unauthenticated(source);
        }
        Intake.Taken taken =
                intake.take(
                        source,
                        () -> source.decoder().decode(call.body().bytes(), clock.instant()));
        return switch (taken) {
            case Intake.Taken.Kept _ -> Page.text(200, "Kept.");
            case Intake.Taken.Refused refused -> Page.text(400, refused.why());
            case Intake.Taken.TooMany tooMany ->
                    Page.later(
                            "This source brings too many. Send it again later.", tooMany.after());
        };
    }

    private Source source(Head head) {
        return Optional.ofNullable(sources.get(head.rest()))
                .orElseThrow(() -> new IllegalStateException("turned away before"));
    }

    /// Says nothing of what was wrong: whoever guesses learns nothing.
    private Page unauthenticated(Source source) {
        source.tally().add(Outcome.UNAUTHENTICATED);
        if (loggedTurnedAway.take().isEmpty()) {
            LOG.warn("sender turned away, secret or signature is wrong source={}", source.name());
        }
        return Page.text(401, "Not known.").with("WWW-Authenticate", "Bearer");
    }
}
