package pikett.alerts.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import pikett.config.Secret;

/// Which of the pump's lines ask for a person.
final class PumpLogTest extends OutboxContract {
    private final Logger logger = (Logger) LoggerFactory.getLogger(PumpRound.class);
    private final Heard heard = new Heard();
    @TempDir Path folder;

    private static final class Heard extends AppenderBase<ILoggingEvent> {
        private final List<ILoggingEvent> lines = new CopyOnWriteArrayList<>();

        @Override
        protected void append(ILoggingEvent line) {
            lines.add(line);
        }

        List<String> warnings() {
            return lines.stream()
                    .filter(line -> line.getLevel().isGreaterOrEqual(Level.WARN))
                    .map(ILoggingEvent::getFormattedMessage)
                    .toList();
        }
    }

    @Override
    Secret emptyDatabase() {
        return new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"));
    }

    @BeforeEach
    void listen() {
        heard.start();
        logger.addAppender(heard);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(heard);
    }

    @Test
    void our_own_pace_is_kept_without_a_warning() {
        channel.plan(new SendOutcome.KeptBack(Duration.ofSeconds(3), "our own pace"));

        sentAfterAPause();

        assertThat(heard.warnings()).isEmpty();
    }

    @Test
    void a_channel_that_asks_to_wait_is_a_warning() {
        channel.plan(new SendOutcome.Wait(Duration.ofSeconds(3), false, "flood"));

        sentAfterAPause();

        assertThat(heard.warnings())
                .singleElement()
                .satisfies(line -> assertThat(line).contains("not sent", "flood"));
    }

    private void sentAfterAPause() {
        OutboxPump pump = pump();
        DeliveryId id = post("card:1", "text");
        awaitAttempts(1);
        awaitRound(pump);
        clock.advance(Duration.ofSeconds(3));
        awaitState(id, DeliveryState.SENT);
    }
}
