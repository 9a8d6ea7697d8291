package pikett.bot.app;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.http.Http;
import pikett.adapters.http.HttpCall;
import pikett.adapters.http.HttpResult;
import pikett.bot.inbound.Vital;
import pikett.bot.runbook.Pause;
import pikett.config.BeatConfig;

/// Says outside that Pikett lives, while every part of it goes on; falls silent when one does not, so that
/// whoever listens notices. A thread of its own: none of the loops that it watches can keep it up.
final class OutgoingBeat {
    private static final Logger LOG = LoggerFactory.getLogger(OutgoingBeat.class);
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final int ANSWER = 1024;

    private final BeatConfig config;
    private final List<Vital> vitals;
    private final Http http;
    private final Pause pause;
    private String trouble = "";

    OutgoingBeat(BeatConfig config, List<Vital> vitals, Http http, Pause pause) {
        this.config = config;
        this.vitals = vitals;
        this.http = http;
        this.pause = pause;
    }

    /// Begins; ends when the thread is interrupted.
    Thread start() {
        return Thread.ofPlatform().daemon().name("outgoing-heartbeat").start(this::run);
    }

    private void run() {
        try {
            while (true) {
                guarded();
                pause.pause(config.every());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void guarded() {
        try {
            beat();
        } catch (RuntimeException e) {
            // Whatever it is, it is a beat that does not come.
            LOG.error("no heartbeat is sent", e);
        }
    }

    /// Beats once, if all is well.
    void beat() {
        String ill =
                vitals.stream()
                        .map(vital -> new Look(vital.name(), vital.state().get()))
                        .filter(look -> !look.state().well())
                        .map(look -> look.name() + ": " + look.state().word())
                        .collect(Collectors.joining(", "));
        note(ill.isEmpty() ? knock() : ill);
    }

    private record Look(String name, Vital.State state) {}

    /// @return what went wrong; empty when it was heard
    private String knock() {
        HttpCall call =
                HttpCall.get(URI.create(config.url().reveal()), WITHIN)
                        .followingRedirects()
                        .keeping(ANSWER);
        return switch (http.send(call)) {
            case HttpResult.Answered answered when answered.status() / 100 == 2 -> "";
            case HttpResult.Answered answered -> "it answers " + answered.status();
            case HttpResult.Failed failed -> failed.reason().english();
        };
    }

    /// The first of many, and the last.
    private void note(String now) {
        if (trouble.isEmpty() != now.isEmpty()) {
            if (now.isEmpty()) {
                LOG.info("heartbeats are sent again");
            } else {
                LOG.warn("no heartbeat is sent: {}", now);
            }
        }
        trouble = now;
    }
}
