package pikett.bot.inbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.inbound.Decoded;
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
    private static final int STRANGE_WORDS = 100;
    private static final Frequency LOGGED = new Frequency(3, Duration.ofMinutes(1));

    private final Map<String, Source> sources;
    private final Consumer<List<Statement>> keep;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;
    private final Set<String> strangeWords = ConcurrentHashMap.newKeySet();
    private final Allowance loggedTurnedAway;
    private final Allowance loggedRefused;

    /// @param keep keeps what is said; when it returns, it is durable
    /// @param redaction takes secrets out of a text
    public Hooks(
            Map<String, Source> sources,
            Consumer<List<Statement>> keep,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        this.sources = Map.copyOf(sources);
        this.keep = keep;
        this.redaction = redaction;
        this.clock = clock;
        this.loggedTurnedAway = new Allowance(LOGGED, clock);
        this.loggedRefused = new Allowance(LOGGED, clock);
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
        Optional<Duration> wait = source.allowance().take();
        if (wait.isPresent()) {
            source.tally().add(Outcome.TOO_MANY);
            return Page.later("This source brings too many. Send it again later.", wait.get());
        }
        return switch (source.decoder().decode(call.body().bytes(), clock.instant())) {
            case Decoded.Understood understood -> kept(source, understood);
            case Decoded.Refused refused -> refused(source, refused);
        };
    }

    private Source source(Head head) {
        return Optional.ofNullable(sources.get(head.rest()))
                .orElseThrow(() -> new IllegalStateException("turned away before"));
    }

    private Page kept(Source source, Decoded.Understood understood) {
        understood.strangeSeverities().forEach(word -> logStrange(source, word));
        try {
            keep.accept(understood.statements());
        } catch (StoreUnavailableException e) {
            source.tally().add(Outcome.NOT_KEPT);
            throw e;
        }
        source.tally().add(Outcome.ACCEPTED);
        return Page.text(200, "Kept.");
    }

    private Page refused(Source source, Decoded.Refused refused) {
        source.tally().add(Outcome.REFUSED);
        if (loggedRefused.take().isEmpty()) {
            LOG.warn(
                    "payload cannot be understood source={} why={}",
                    source.name(),
                    redaction.apply(refused.why()));
        }
        return Page.text(400, refused.why());
    }

    /// Says nothing of what was wrong: whoever guesses learns nothing.
    private Page unauthenticated(Source source) {
        source.tally().add(Outcome.UNAUTHENTICATED);
        if (loggedTurnedAway.take().isEmpty()) {
            LOG.warn("sender turned away, secret or signature is wrong source={}", source.name());
        }
        return Page.text(401, "Not known.").with("WWW-Authenticate", "Bearer");
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
