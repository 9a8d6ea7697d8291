package pikett.bot.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import pikett.bot.command.Answer;
import pikett.bot.command.ChatCommand;
import pikett.bot.command.Request;
import pikett.bot.language.Phrase;
import pikett.bot.trace.Traces;
import pikett.config.Role;

/// A command that is counted, by how it ended, and a span in the traces. Who used it is for the audit, not for the metrics.
record WatchedCommand(
        ChatCommand command, InstantSource clock, MeterRegistry metrics, Traces traces)
        implements ChatCommand {
    static List<ChatCommand> all(
            List<ChatCommand> commands, InstantSource clock, MeterRegistry metrics, Traces traces) {
        return commands.stream()
                .<ChatCommand>map(command -> new WatchedCommand(command, clock, metrics, traces))
                .toList();
    }

    @Override
    public String name() {
        return command.name();
    }

    @Override
    public Role leastRole() {
        return command.leastRole();
    }

    @Override
    public Optional<Phrase> summary() {
        return command.summary();
    }

    @Override
    public void answer(Request request, Answer answer) {
        traces.span("command")
                .with("command", command.name())
                .during(() -> counted(request, answer));
    }

    private void counted(Request request, Answer answer) {
        Instant start = clock.instant();
        String outcome = "failed";
        try {
            command.answer(request, answer);
            outcome = "answered";
        } finally {
            Duration took = Duration.between(start, clock.instant());
            metrics.timer("pikett_command", "command", command.name(), "outcome", outcome)
                    .record(took.isNegative() ? Duration.ZERO : took);
        }
    }
}
