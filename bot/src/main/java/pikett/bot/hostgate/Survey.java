package pikett.bot.hostgate;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import pikett.adapters.host.Command;
import pikett.adapters.host.Host;
import pikett.adapters.process.Supervisor;
import pikett.alerts.check.Check;
import pikett.alerts.probe.HostProbe;
import pikett.bot.command.Targets;
import pikett.bot.runbook.PlannedStep;
import pikett.bot.runbook.Planner;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;
import pikett.config.RunbookConfig;
import pikett.config.ServiceConfig;
import pikett.config.ServiceConfig.Supervision;

/// Finds out what Pikett does on a host by letting it do all of it there, on a host that is none. So what is
/// found is what is sent, by the same code.
public final class Survey {
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(20);

    private final PikettConfig config;
    private final String name;
    private final InstantSource clock;
    private final Marks marks;
    private final Recorder recorder;

    /// @param name of the host
    public Survey(PikettConfig config, String name, InstantSource clock) {
        this.config = config;
        this.name = name;
        this.clock = clock;
        this.marks = new Marks(pm2Names(config, name), config.toString());
        this.recorder = new Recorder(marks.pm2List());
    }

    private static List<String> pm2Names(PikettConfig config, String host) {
        return config.services().values().stream()
                .filter(service -> service.host().equals(host))
                .flatMap(service ->
                        service.supervisor() instanceof Supervision.Pm2(String pm2)
                                ? Stream.of(pm2)
                                : Stream.empty())
                .distinct()
                .toList();
    }

    /// What stands for the host.
    public Host host() {
        return recorder.host(name);
    }

    /// All that Pikett does there.
    ///
    /// @param targets made with [#host()]
    /// @param checks made with it too
    /// @param others what it asks a host beside that
    /// @throws NotCheckableException when something of it cannot be checked by a script
    public HostNeeds needs(Targets targets, List<Check> checks, List<Command> others)
            throws NotCheckableException {
        Instant deadline = clock.instant().plus(LONG_ENOUGH);
        others.forEach(recorder::run);
        new HostProbe(recorder, clock).read(deadline);
        for (Targets.ServiceTarget service : targets.services()) {
            if (service.host().equals(name)) {
                everything(service.supervisor());
            }
            service.health().ifPresent(Targets.HealthProbe::ask);
        }
        targets.queues().forEach(queue -> queue.queue().read());
        Set<Allowed> allowed = new LinkedHashSet<>();
        recorder.commands().forEach(sent -> allowed.add(marks.allowed(sent)));
        checks.forEach(check -> check.eye().look(deadline));
        // What checks read of logs is a number of lines like any other.
        for (List<String> sent : recorder.commands()) {
            Allowed exact = marks.allowed(sent);
            if (allowed.stream().noneMatch(known -> Coverage.covers(known, exact))) {
                allowed.add(exact);
            }
        }
        allowed.addAll(runbooks());
        return new HostNeeds(name, new ArrayList<>(allowed), tunnels(), units());
    }

    private void everything(Supervisor supervisor) {
        supervisor.read();
        supervisor.restart();
        supervisor.logs(marks.lines());
        supervisor.tail(marks.lines());
    }

    private List<Tunnel> tunnels() {
        Set<Tunnel> all = new TreeSet<>(recorder.tunnels());
        for (HostConfig host : config.hosts().values()) {
            if (host instanceof HostConfig.Ssh behind
                    && behind.jump().filter(name::equals).isPresent()) {
                all.add(new Tunnel(behind.address(), behind.port()));
            }
        }
        return List.copyOf(all);
    }

    private List<String> units() {
        return config.services().values().stream()
                .filter(service -> service.host().equals(name))
                .map(ServiceConfig::supervisor)
                .flatMap(supervision ->
                        supervision instanceof Supervision.Systemd(String unit)
                                ? Stream.of(unit)
                                : Stream.empty())
                .distinct()
                .toList();
    }

    private List<Allowed> runbooks() throws NotCheckableException {
        Planner planner = new Planner(config);
        List<Allowed> all = new ArrayList<>();
        for (Map.Entry<String, RunbookConfig> runbook : config.runbooks().entrySet()) {
            for (PlannedStep step :
                    planner.outline(runbook.getKey(), runbook.getValue()).sequence()) {
                if (step instanceof PlannedStep.Run(String host, List<String> command, Duration _)
                        && host.equals(name)) {
                    all.add(withParameters(runbook.getKey(), runbook.getValue(), command));
                }
            }
        }
        return all;
    }

    private static Allowed withParameters(
            String runbook, RunbookConfig config, List<String> command)
            throws NotCheckableException {
        List<Allowed.Argument> arguments = new ArrayList<>();
        for (String word : command) {
            String parameter =
                    word.startsWith("{") && word.endsWith("}")
                            ? word.substring(1, word.length() - 1)
                            : "";
            RunbookConfig.Parameter known = config.parameters().get(parameter);
            arguments.add(
                    known == null
                            ? Allowed.word(word)
                            : new Allowed.Argument.Word(
                                    List.of(
                                            new Allowed.Piece.Value(
                                                    parameter,
                                                    form(runbook, parameter, known.pattern())))));
        }
        return new Allowed(arguments);
    }

    private static Automaton form(String runbook, String parameter, Pattern pattern)
            throws NotCheckableException {
        try {
            return Automaton.of(pattern);
        } catch (NotCheckableException e) {
            throw new NotCheckableException(
                    "runbooks.%s.parameters.%s.pattern: %s"
                            .formatted(runbook, parameter, e.sentence()));
        }
    }
}
