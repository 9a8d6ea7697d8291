package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.process.ProcessState;
import pikett.alerts.label.Labels;
import pikett.bot.language.Phrase;
import pikett.bot.view.Standing;
import pikett.config.Role;

/// Whatever a person types, or a changed app says that a button carries: it is answered with a card that
/// Telegram takes, and never with an inner error.
@TestInstance(Lifecycle.PER_CLASS)
final class CommandLineFuzzTest {
    private static final int MANY = 500;

    private Path folder;
    private int databases;
    private int lines;
    private AlertedStore alerted;
    private List<Throwable> thrown;
    private List<ChatCommand> commands;

    @BeforeAll
    void open(@TempDir Path given) throws IOException {
        folder = given;
        open();
    }

    private void open() throws IOException {
        Path database = folder.resolve(Integer.toString(++databases));
        alerted = new AlertedStore(Files.createDirectory(database));
        alerted.fires(Labels.of(Map.of("alertname", "Slow", "service", "api", "host", "prod-1")));
        thrown = new ArrayList<>();
        commands = commands().stream().map(this::watched).toList();
    }

    @AfterAll
    void close() {
        alerted.close();
    }

    @FuzzTest
    void commandLine(byte[] typed) throws IOException {
        String line = new String(typed, StandardCharsets.UTF_8);
        try (Desk desk = new Desk(commands, (_, _) -> {})) {
            if (line.startsWith(">") || line.startsWith("!")) {
                desk.press(Desk.ANNA, line);
            } else {
                desk.type(Desk.ANNA, line);
                desk.type(Desk.LENA, line);
            }
        }
        assertThat(thrown).isEmpty();
        assertThat(Words.of(line)).allSatisfy(word -> assertThat(line).contains(word));
        if (++lines % MANY == 0) {
            close();
            open();
        }
    }

    private List<ChatCommand> commands() {
        FakeTargets fake =
                new FakeTargets()
                        .host("prod-1")
                        .service("api", "prod-1", ProcessState.UP)
                        .service("api-worker", "prod-1", ProcessState.FAILED);
        UnaryOperator<String> redaction = UnaryOperator.identity();
        IncidentWays ways = alerted.ways();
        List<ChatCommand> commands =
                new ArrayList<>(
                        List.of(
                                new StatusCommand(
                                        fake::targets, () -> Standing.NOTHING, () -> Desk.NOW),
                                new HealthCommand(fake::targets, redaction, () -> Desk.NOW),
                                new LogsCommand(fake::targets, redaction, () -> Desk.NOW),
                                new TestCommand(() -> Desk.NOW),
                                new WhoamiCommand(),
                                new AlertsCommand(ways),
                                new AckCommand(ways),
                                new SilenceCommand(ways),
                                new SilencesCommand(ways),
                                new UnsilenceCommand(ways),
                                new ChecksCommand(List::of, redaction, () -> Desk.NOW)));
        HelpCommand help = new HelpCommand(List.copyOf(commands));
        commands.add(help);
        commands.add(new StartCommand(help));
        return commands;
    }

    /// The dispatcher answers for what a command throws; here it must not throw.
    private ChatCommand watched(ChatCommand command) {
        return new ChatCommand() {
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
                try {
                    command.answer(request, answer);
                } catch (RuntimeException e) {
                    thrown.add(e);
                    throw e;
                }
            }
        };
    }
}
