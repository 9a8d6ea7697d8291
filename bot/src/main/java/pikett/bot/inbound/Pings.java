package pikett.bot.inbound;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.host.ReadableText;
import pikett.alerts.heartbeat.Beat;
import pikett.alerts.heartbeat.Heartbeats;
import pikett.config.Frequency;
import pikett.config.HeartbeatConfig;
import pikett.config.SourceConfig.Credentials;

/// Where jobs call in: `/ping/NAME`, `/ping/NAME/start`, `/ping/NAME/fail`, `/ping/NAME/EXITCODE`.
///
/// A call is answered 200 when it is kept. A name that is not known and a bearer that is not right get the
/// same answer, so that nobody finds out names here.
public final class Pings implements Answerer {
    private static final Logger LOG = LoggerFactory.getLogger(Pings.class);
    private static final Page NOTHING = Page.text(404, "There is nothing here.");

    /// So much of the end of a body is looked at. Secrets are taken out before it is cut to what is kept:
    /// of half a secret nobody can tell that it is one.
    private static final int LOOKED_AT = 64 * 1024;

    private static final int MOST_EXIT = 255;

    private static final Frequency LOGGED = new Frequency(3, Duration.ofMinutes(1));
    private static final Pattern THIS_MACHINE =
            Pattern.compile("(localhost|127(\\.[0-9]{1,3}){3}|\\[::1])(:[0-9]{1,5})?");

    private final Heartbeats heartbeats;
    private final Map<String, HeartbeatConfig> configs;
    private final Consumer<String> heard;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;
    private final Allowance loggedTurnedAway;

    /// @param heard told the name of each that called
    /// @param redaction takes secrets out of a text
    public Pings(
            Heartbeats heartbeats,
            Map<String, HeartbeatConfig> configs,
            Consumer<String> heard,
            UnaryOperator<String> redaction,
            InstantSource clock) {
        this.heartbeats = heartbeats;
        this.configs = Map.copyOf(configs);
        this.heard = heard;
        this.redaction = redaction;
        this.clock = clock;
        this.loggedTurnedAway = new Allowance(LOGGED, clock);
    }

    public Route route() {
        return new Route("/ping/", Set.of("GET", "POST"), this);
    }

    /// What stands behind `/ping/`.
    ///
    /// @param what empty when it is only the name
    private record Asked(String name, String what) {
        private static Asked of(String rest) {
            int slash = rest.indexOf('/');
            return slash < 0
                    ? new Asked(rest, "")
                    : new Asked(rest.substring(0, slash), rest.substring(slash + 1));
        }
    }

    @Override
    public Optional<Page> turnAway(Head head) {
        Asked asked = Asked.of(head.rest());
        HeartbeatConfig config = configs.get(asked.name());
        if (config == null || fromAPage(head.headers())) {
            return Optional.of(NOTHING);
        }
        if (!mayCall(config, head.headers())) {
            if (loggedTurnedAway.take().isEmpty()) {
                LOG.warn("call turned away, it shows no right bearer heartbeat={}", asked.name());
            }
            return Optional.of(NOTHING);
        }
        return beat(asked.what(), Body.NONE).isEmpty()
                ? Optional.of(
                        Page.text(
                                404,
                                "After the name comes nothing, start, fail, or an exit code from 0 to"
                                        + " 255."))
                : Optional.empty();
    }

    /// A page that somebody has open could call from inside, and keep a dead job quiet. Browsers say so;
    /// what jobs call with does not.
    private static boolean fromAPage(Headers headers) {
        return headers.has("Origin")
                || headers.only("Sec-Fetch-Site").filter(site -> !site.equals("none")).isPresent();
    }

    /// Without a bearer only by the names of this machine: under another name that leads here a page of
    /// somebody else could call, and its browser does not say so.
    private boolean mayCall(HeartbeatConfig config, Headers headers) {
        return config.bearers().isEmpty()
                ? headers.only("Host").filter(THIS_MACHINE.asMatchPredicate()).isPresent()
                : new Authentication(new Credentials.Bearer(config.bearers()), clock)
                        .mayBe(headers);
    }

    @Override
    public Page answer(Call call) {
        Asked asked = Asked.of(call.head().rest());
        Beat beat = beat(asked.what(), call.body()).orElseThrow();
        heartbeats.hear(asked.name(), beat, clock.instant());
        heard.accept(asked.name());
        return Page.text(200, "OK");
    }

    private Optional<Beat> beat(String what, Body body) {
        return switch (what) {
            case "" -> Optional.of(new Beat.Succeeded());
            case "start" -> Optional.of(new Beat.Started());
            case "fail" -> Optional.of(new Beat.Failed(Optional.empty(), tail(body)));
            default ->
                    what.matches("[0-9]{1,3}") && Integer.parseInt(what) <= MOST_EXIT
                            ? Optional.of(Beat.ended(Integer.parseInt(what), tail(body)))
                            : Optional.empty();
        };
    }

    private String tail(Body body) {
        byte[] all = body.bytes();
        byte[] end = Arrays.copyOfRange(all, Math.max(0, all.length - LOOKED_AT), all.length);
        return redaction.apply(ReadableText.of(end));
    }
}
