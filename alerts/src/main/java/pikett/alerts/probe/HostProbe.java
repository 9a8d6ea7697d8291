package pikett.alerts.probe;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellReason;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Reason;
import pikett.adapters.vitals.DiskUse;
import pikett.adapters.vitals.Vitals;
import pikett.alerts.reading.Reading;
import pikett.config.condition.Name;

/// Reads a host: whether it answers, its load, memory, disks and processors, and since when it runs.
///
/// Two commands, and a third where `df` is that of BusyBox. A disk that is not read in time is left out;
/// everything else is told all the same. Safe for use by many threads.
public final class HostProbe implements Probe {
    /// Why nothing was started, though nobody knows anything against the host.
    private static final Set<Cause> OURS =
            Set.of(Cause.BUSY, Cause.CANCELLED, Cause.GIVEN_UP, Cause.STOPPING, Cause.ERROR_INSIDE);

    private final Shell shell;
    private final InstantSource clock;

    /// @param shell that of the host
    public HostProbe(Shell shell, InstantSource clock) {
        this.shell = shell;
        this.clock = clock;
    }

    @Override
    public Reading read(Instant deadline) {
        Look look = Look.begin(deadline, clock);
        ShellResult result = shell.run(Vitals.question(look.left()));
        return switch (result) {
            case ShellResult.Done done -> answered(look, done.output().standard());
            // It answered, though not the question: a system without /proc.
            case ShellResult.Killed _, ShellResult.FailedToStart _ -> answered(look, "");
            case ShellResult.Unreachable(Reason reason) ->
                    OURS.contains(reason.cause())
                            ? look.unknown(reason)
                            : look.unanswered(new Found().flag("unreachable", true), reason);
            case ShellResult.Refused _, ShellResult.TimedOut _, ShellResult.Unknown _ ->
                    look.unknown(ShellReason.of(result));
        };
    }

    private Reading answered(Look look, String output) {
        Vitals vitals = Vitals.read(output);
        Found found =
                new Found()
                        .flag("unreachable", false)
                        .number("load", vitals.load())
                        .number("memory", vitals.memoryUsed())
                        .time("uptime", vitals.uptime())
                        .number("cpus", vitals.cpus());
        disks(look).forEach(disk -> found.number(Name.of("disk", disk.mount()), disk.used()));
        return look.known(found);
    }

    private List<DiskUse> disks(Look look) {
        ShellResult own = shell.run(DiskUse.question(look.left()));
        List<DiskUse> disks = read(own);
        boolean notUnderstood = own instanceof ShellResult.Done done && !done.succeeded();
        return disks.isEmpty() && notUnderstood
                ? read(shell.run(DiskUse.plainQuestion(look.left())))
                : disks;
    }

    /// One disk that cannot be read makes `df` fail, and the others are told all the same.
    private static List<DiskUse> read(ShellResult result) {
        return result instanceof ShellResult.Done done
                ? DiskUse.read(done.output().standard())
                : List.of();
    }
}
