package pikett.bot.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.host.ShellResult;
import pikett.adapters.process.ProcessReading;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.adapters.vitals.Vitals;
import pikett.bot.view.HostPart;
import pikett.bot.view.HostPart.ServiceLine;
import pikett.bot.view.HostState;

/// Reads one host and its services at the same time, within a deadline of the host's own.
///
/// Safe for use by many threads.
final class HostReader {
    private static final Logger log = LoggerFactory.getLogger(HostReader.class);

    private final Duration deadline;
    private final InstantSource clock;

    HostReader(Duration deadline, InstantSource clock) {
        this.deadline = deadline;
        this.clock = clock;
    }

    /// What could be read by the deadline; the rest is unknown.
    ///
    /// @param threads runs the single readings
    HostPart read(
            Targets.HostTarget host, List<Targets.ServiceTarget> services, ExecutorService threads)
            throws InterruptedException {
        List<Callable<Object>> questions = new ArrayList<>();
        questions.add(() -> vitals(host));
        services.forEach(service -> questions.add(() -> service.supervisor().read()));
        List<Future<Object>> answers =
                threads.invokeAll(
                        questions.stream().map(HostReader::carried).toList(),
                        deadline.toMillis(),
                        TimeUnit.MILLISECONDS);
        HostState state = state(answers.getFirst(), host.name());
        List<ServiceLine> lines = new ArrayList<>();
        for (int i = 0; i < services.size(); i++) {
            String name = services.get(i).name();
            lines.add(new ServiceLine(name, reading(answers.get(i + 1), name)));
        }
        return new HostPart(host.name(), state, lines);
    }

    private HostState vitals(Targets.HostTarget host) {
        ShellResult result = host.shell().run(Vitals.question(deadline));
        return switch (result) {
            case ShellResult.Done done -> answered(done.output().standard());
            // It answered, though not the question: a system without /proc.
            case ShellResult.Killed _, ShellResult.FailedToStart _ -> answered("");
            case ShellResult.TimedOut(Duration after, var _) -> new HostState.Late(after);
            case ShellResult.Unreachable(Reason reason) -> new HostState.Unreachable(reason);
            case ShellResult.Unknown(Reason reason, var _) -> new HostState.Unreachable(reason);
            case ShellResult.Refused(ShellResult.Refusal refusal) -> new HostState.Refused(refusal);
        };
    }

    private static HostState answered(String output) {
        Vitals vitals = Vitals.read(output);
        OptionalDouble memory = vitals.memoryUsed();
        return new HostState.Answered(
                vitals.uptime(),
                vitals.load(),
                memory.isPresent()
                        ? OptionalDouble.of(100 * memory.getAsDouble())
                        : OptionalDouble.empty());
    }

    private HostState state(Future<Object> answer, String host) throws InterruptedException {
        try {
            return (HostState) answer.get();
        } catch (CancellationException late) {
            return new HostState.Late(deadline);
        } catch (ExecutionException e) {
            log.error("reading a host failed inside host={}", host, e);
            return new HostState.NotRead();
        }
    }

    private ProcessReading reading(Future<Object> answer, String service)
            throws InterruptedException {
        try {
            return (ProcessReading) answer.get();
        } catch (CancellationException late) {
            return ProcessReading.unknown(
                    Reason.of(Cause.READ_TOO_LATE, Detail.span(deadline)), clock.instant());
        } catch (ExecutionException e) {
            log.error("reading a service failed inside service={}", service, e);
            return ProcessReading.unknown(Reason.of(Cause.ERROR_INSIDE), clock.instant());
        }
    }

    private static Callable<Object> carried(Callable<Object> question) {
        return Correlation.carry(question);
    }
}
