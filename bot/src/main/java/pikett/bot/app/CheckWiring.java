package pikett.bot.app;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import pikett.alerts.check.Check;
import pikett.alerts.check.Eye;
import pikett.alerts.check.Patience;
import pikett.alerts.check.Place;
import pikett.bot.command.Targets;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;

/// What is looked at without being asked for: every service, and every host that is not this machine.
final class CheckWiring {
    private static final Duration AT_MOST = Duration.ofSeconds(20);
    private static final Patience AT_ONCE = new Patience(Duration.ZERO, Duration.ZERO);

    private final PikettConfig config;
    private final Targets targets;
    private final UnaryOperator<String> redaction;
    private final Ground ground;

    CheckWiring(
            PikettConfig config, Targets targets, UnaryOperator<String> redaction, Ground ground) {
        this.config = config;
        this.targets = targets;
        this.redaction = redaction;
        this.ground = ground;
    }

    List<Check> checks() {
        List<Check> checks = new ArrayList<>();
        for (Targets.HostTarget host : targets.hosts()) {
            if (config.hosts().get(host.name()) instanceof HostConfig.Ssh) {
                checks.add(
                        check(
                                "host:" + host.name(),
                                new Place.AtHost(host.name()),
                                new HostEye(host, ground.clock())));
            }
        }
        for (Targets.ServiceTarget service : targets.services()) {
            boolean far = config.hosts().get(service.host()) instanceof HostConfig.Ssh;
            checks.add(
                    check(
                            "service:" + service.name(),
                            far ? new Place.Behind(service.host()) : new Place.Here(),
                            new ServiceEye(service, redaction, ground.clock())));
        }
        return checks;
    }

    private Check check(String id, Place place, Eye eye) {
        return new Check(id, place, new Rhythm.Every(ground.lookEvery()), AT_MOST, AT_ONCE, eye);
    }
}
