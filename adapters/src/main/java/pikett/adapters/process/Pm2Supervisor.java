package pikett.adapters.process;

import static pikett.adapters.reason.Detail.count;
import static pikett.adapters.reason.Detail.inner;
import static pikett.adapters.reason.Detail.text;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import pikett.adapters.host.Command;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;

/// A program under PM2: all instances that share a name.
///
/// The name is only ever compared with what `pm2 jlist` prints. PM2 itself is given numbers, because to
/// PM2 a name may also be a namespace, a pattern, a file to start, or `all`.
final class Pm2Supervisor implements Supervisor {
    private static final Duration RESTART_TIMEOUT = Duration.ofMinutes(2);
    private static final Duration LOGS_TIMEOUT = Duration.ofSeconds(15);

    private static final int MOST_NAMES = 8;

    private final String name;
    private final Shell shell;
    private final Pm2Listing listing;
    private final InstantSource clock;
    private final RestartMemory memory = new RestartMemory();

    Pm2Supervisor(String name, Shell shell, Pm2Listing listing, InstantSource clock) {
        this.name = name;
        this.shell = shell;
        this.listing = listing;
        this.clock = clock;
    }

    @Override
    public ProcessReading read() {
        try {
            return reading(listing.shared());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return ProcessReading.unknown(Reason.of(Cause.INTERRUPTED), clock.instant());
        }
    }

    private ProcessReading reading(Pm2Listing.Answer answer) {
        Instant now = clock.instant();
        return switch (answer) {
            case Pm2Listing.Answer.NotRun(Reason reason, _) -> ProcessReading.unknown(reason, now);
            case Pm2Listing.Answer.Unreadable(Reason reason) -> ProcessReading.unknown(reason, now);
            case Pm2Listing.Answer.Listed(List<Pm2Process> all) -> {
                List<Pm2Process> instances = named(all);
                yield instances.isEmpty()
                        ? ProcessReading.unknown(missing(all), now)
                        : judged(Pm2Observation.of(instances, now), now);
            }
        };
    }

    private ProcessReading judged(Observation seen, Instant now) {
        return Verdict.judge(seen, memory.remember(seen, now), now);
    }

    @Override
    public ShellResult restart() {
        ShellResult result =
                withInstances(instances -> {
                    List<String> command = new ArrayList<>(List.of("pm2", "restart"));
                    instances.forEach(instance -> command.add(Long.toString(instance.id())));
                    return shell.run(Command.of(RESTART_TIMEOUT, command));
                });
        listing.outdate();
        memory.forget();
        return result;
    }

    @Override
    public ShellResult logs(int lines) {
        return withInstances(instances -> {
            List<String> files = logFiles(instances);
            if (files.isEmpty()) {
                return new ShellResult.FailedToStart(Reason.of(Cause.PM2_NO_LOG_FILES, quoted()));
            }
            List<String> command =
                    new ArrayList<>(List.of("tail", "-q", "-n", Integer.toString(lines), "--"));
            command.addAll(files);
            return shell.run(Command.of(LOGS_TIMEOUT, command));
        });
    }

    /// One command for each file: in the output of one for all, nothing tells where a file ends.
    @Override
    public LogTail tail(int lines) {
        try {
            return switch (listing.shared()) {
                case Pm2Listing.Answer.NotRun(_, ShellResult result) -> LogTail.of(result);
                case Pm2Listing.Answer.Unreadable(Reason reason) -> new LogTail.Unknown(reason);
                case Pm2Listing.Answer.Listed(List<Pm2Process> all) -> tail(all, lines);
            };
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return new LogTail.Unknown(Reason.of(Cause.INTERRUPTED));
        }
    }

    private LogTail tail(List<Pm2Process> all, int lines) {
        List<Pm2Process> instances = named(all);
        List<String> files = logFiles(instances);
        if (files.isEmpty()) {
            return new LogTail.Unreadable(
                    instances.isEmpty()
                            ? missing(all)
                            : Reason.of(Cause.PM2_NO_LOG_FILES, quoted()));
        }
        String count = Integer.toString(lines);
        Map<String, List<String>> streams = new HashMap<>();
        for (String file : files) {
            ShellResult result =
                    shell.run(Command.of(LOGS_TIMEOUT, "tail", "-n", count, "--", file));
            switch (LogTail.of(result)) {
                case LogTail.Lines(Map<String, List<String>> read) ->
                        read.forEach((name, end) -> streams.put(file + " " + name, end));
                case LogTail.Unreadable unreadable -> {
                    return unreadable;
                }
                case LogTail.Unknown unknown -> {
                    return unknown;
                }
            }
        }
        return new LogTail.Lines(streams);
    }

    /// Asks PM2 anew, then acts on the instances; whatever goes wrong before the act is a failure to start.
    private ShellResult withInstances(Function<List<Pm2Process>, ShellResult> act) {
        return switch (listing.fresh()) {
            case Pm2Listing.Answer.NotRun(_, ShellResult.TimedOut _) ->
                    nothingDone(Reason.of(Cause.PM2_SILENT));
            case Pm2Listing.Answer.NotRun(Reason reason, ShellResult.Unknown _) ->
                    nothingDone(reason);
            case Pm2Listing.Answer.NotRun(Reason reason, ShellResult.Killed _) ->
                    nothingDone(reason);
            case Pm2Listing.Answer.NotRun(_, ShellResult result) -> result;
            case Pm2Listing.Answer.Unreadable(Reason reason) ->
                    new ShellResult.FailedToStart(reason);
            case Pm2Listing.Answer.Listed(List<Pm2Process> all) -> {
                List<Pm2Process> instances = named(all);
                yield instances.isEmpty()
                        ? new ShellResult.FailedToStart(missing(all))
                        : act.apply(instances);
            }
        };
    }

    private static ShellResult nothingDone(Reason reason) {
        return new ShellResult.FailedToStart(Reason.of(Cause.NOTHING_DONE, inner(reason)));
    }

    private Detail quoted() {
        return text(Spoken.name(name));
    }

    private List<Pm2Process> named(List<Pm2Process> all) {
        return all.stream().filter(process -> process.name().equals(name)).toList();
    }

    private Reason missing(List<Pm2Process> all) {
        if (all.isEmpty()) {
            return Reason.of(Cause.PM2_EMPTY);
        }
        List<String> names = all.stream().map(Pm2Process::name).distinct().toList();
        Detail known =
                text(
                        String.join(
                                ", ", names.stream().limit(MOST_NAMES).map(Spoken::name).toList()));
        int more = names.size() - MOST_NAMES;
        return more > 0
                ? Reason.of(Cause.PM2_UNKNOWN_NAME_OF_MANY, quoted(), known, count(more))
                : Reason.of(Cause.PM2_UNKNOWN_NAME, quoted(), known);
    }

    /// Output before errors, because the end of a log is what people read first. Only absolute paths: PM2
    /// writes others, such as `NULL`, where it keeps no log.
    private static List<String> logFiles(List<Pm2Process> instances) {
        Stream<String> output = instances.stream().flatMap(instance -> instance.outLog().stream());
        Stream<String> errors =
                instances.stream().flatMap(instance -> instance.errorLog().stream());
        return Stream.concat(output, errors)
                .filter(path ->
                        path.startsWith("/") && !path.equals("/dev/null") && path.indexOf('\0') < 0)
                .distinct()
                .toList();
    }
}
