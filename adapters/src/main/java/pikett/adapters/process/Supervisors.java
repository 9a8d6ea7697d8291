package pikett.adapters.process;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import pikett.adapters.host.Host;
import pikett.adapters.reason.Reason;
import pikett.config.ServiceConfig.Supervision;

/// Makes the supervisor that the configuration names. One of these serves the whole program, so that the
/// services of a host share what can be read at once.
///
/// Safe for use by many threads.
public final class Supervisors {
    private final InstantSource clock;
    private final Map<Host, Pm2Listing> pm2 = new ConcurrentHashMap<>();

    public Supervisors(InstantSource clock) {
        this.clock = clock;
    }

    /// The supervisor of one service. A name that could mean anything but one program is never handed to
    /// the host: the supervisor then answers only why.
    public Supervisor supervisor(Supervision supervision, Host host) {
        return switch (supervision) {
            case Supervision.Pm2(String name) ->
                    new Pm2Supervisor(
                            name,
                            host.shell(),
                            pm2.computeIfAbsent(host, h -> new Pm2Listing(h.shell())),
                            clock);
            case Supervision.Systemd(String unit) ->
                    unlessRefused(
                            Names.unitProblem(unit),
                            () -> new SystemdSupervisor(unit, host.shell(), clock));
            case Supervision.Docker(String container) ->
                    unlessRefused(
                            Names.containerProblem(container),
                            () -> new DockerSupervisor(container, host.shell(), clock));
            case Supervision.Commands commands ->
                    new CommandSupervisor(commands, host.shell(), clock);
        };
    }

    private Supervisor unlessRefused(Optional<Reason> problem, Supplier<Supervisor> supervisor) {
        return problem.<Supervisor>map(reason -> new RefusedSupervisor(reason, clock))
                .orElseGet(supervisor);
    }
}
