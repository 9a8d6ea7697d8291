package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import pikett.adapters.host.Command;
import pikett.adapters.host.ShellResult;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Eye;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.check.Unread;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Values;
import pikett.bot.command.Targets;

/// Looks whether a host can be reached.
final class HostEye implements Eye {
    private static final Duration AT_MOST = Duration.ofSeconds(15);
    private static final Levels GONE = new Levels(Truth.HOLDS, Truth.HOLDS);

    private final Targets.HostTarget host;
    private final InstantSource clock;

    HostEye(Targets.HostTarget host, InstantSource clock) {
        this.host = host;
        this.clock = clock;
    }

    @Override
    public Sighting look(Instant deadline) {
        Instant begun = clock.instant();
        ShellResult result = host.shell().run(Command.of(AT_MOST, "true"));
        Instant at = clock.instant();
        Duration took = Duration.between(begun, at);
        return switch (result) {
            case ShellResult.Done _, ShellResult.Killed _, ShellResult.FailedToStart _ ->
                    seen(at, took, true, Levels.CLEAR);
            case ShellResult.Unreachable _ -> seen(at, took, false, GONE);
            // It is alive, or may be: that nobody may look is said by its status.
            case ShellResult.Refused _, ShellResult.TimedOut _, ShellResult.Unknown _ ->
                    Sighting.unread(at, took, Unread.UNREADABLE);
        };
    }

    private Sighting seen(Instant at, Duration took, boolean reached, Levels levels) {
        return Sighting.of(
                new Reading.Known(at, took, new Values(Map.of())),
                reached,
                List.of(finding(levels)));
    }

    private Finding finding(Levels levels) {
        Labels labels =
                Labels.of(Map.of(Labels.ALERT_NAME, "HostUnreachable", Labels.HOST, host.name()));
        return new Finding(labels, levels, Facts.NONE);
    }
}
