package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import pikett.adapters.host.Command;
import pikett.adapters.host.Host;
import pikett.adapters.host.Output;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;
import pikett.bot.command.Correlation;
import pikett.bot.trace.Traces;

final class WatchedShellTest {
    private static final Command COMMAND =
            Command.of(Duration.ofSeconds(1), "pm2", "restart", "a-secret");

    private final Logger log = (Logger) LoggerFactory.getLogger(WatchedShell.class);
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final Shell shell =
            WatchedShell.watch(
                            new Host(
                                    "prod-1",
                                    _ -> new ShellResult.Done(0, Output.EMPTY, Duration.ZERO),
                                    (_, _, _) -> {
                                        throw new IOException("not for this test");
                                    }),
                            InstantSource.system(),
                            metrics,
                            Traces.none())
                    .shell();

    @BeforeEach
    void listen() {
        log.setLevel(Level.DEBUG);
        lines.start();
        log.addAppender(lines);
    }

    @AfterEach
    void stop() {
        log.detachAppender(lines);
        log.setLevel(null);
    }

    @Test
    void what_was_asked_for_is_logged_with_its_id_and_without_its_arguments() {
        Correlation.run("c1", "anna", () -> shell.run(COMMAND));
        assertThat(lines.list)
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.getLevel()).isEqualTo(Level.INFO);
                    assertThat(line.getMDCPropertyMap()).containsEntry(Correlation.KEY, "c1");
                    assertThat(line.getFormattedMessage())
                            .contains("prod-1", "pm2", "done")
                            .doesNotContain("a-secret");
                });
    }

    @Test
    void what_pikett_looks_at_by_itself_is_counted_and_not_told() {
        shell.run(COMMAND);
        assertThat(lines.list).extracting(ILoggingEvent::getLevel).containsExactly(Level.DEBUG);
        assertThat(
                        metrics.timer("pikett_shell_command", "host", "prod-1", "outcome", "done")
                                .count())
                .isEqualTo(1);
    }
}
