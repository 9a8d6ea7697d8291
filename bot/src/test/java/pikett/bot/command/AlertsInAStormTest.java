package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.alerts.alert.Status;
import pikett.alerts.label.Labels;
import pikett.config.Severity;

/// What is open is listed as fast when a hundred incidents are as when thirty are.
final class AlertsInAStormTest {
    @TempDir private Path folder;
    private AlertedStore alerted;
    private Desk desk;

    @BeforeEach
    void open() {
        alerted = new AlertedStore(folder);
        desk = new Desk(List.of(new AlertsCommand(alerted.ways())), (_, _) -> {});
    }

    @AfterEach
    void close() {
        desk.close();
        alerted.close();
    }

    @Test
    void onlyWhatIsShownIsLookedUp() {
        fire(0, 30);
        int few = reads();
        fire(30, 100);
        assertThat(reads()).isEqualTo(few);
        assertThat(desk.lastText()).startsWith("100 open incidents").contains("and 75 more");
    }

    @Test
    void theWorstOfAllComesFirstAndTheOldestOfThese() {
        fire(0, 40);
        alerted.report(labels(99), Status.FIRING, Severity.CRITICAL);
        alerted.report(labels(98), Status.FIRING, Severity.CRITICAL);
        desk.type(Desk.ANNA, "alerts");
        assertThat(desk.lastText().lines().skip(1).limit(3))
                .extracting(line -> line.substring(0, line.indexOf(' ', 4)).strip())
                .containsExactly("🔴 #41", "🔴 #42", "🟠 #1");
    }

    @Test
    void whatIsOverIsNotCounted() {
        fire(0, 3);
        alerted.isOver(labels(1));
        assertThat(alerted.ways().incidents().countOpen()).isEqualTo(2);
    }

    private int reads() {
        int before = alerted.reads();
        desk.type(Desk.ANNA, "alerts");
        return alerted.reads() - before;
    }

    private void fire(int from, int until) {
        for (int i = from; i < until; i++) {
            alerted.report(labels(i), Status.FIRING, Severity.WARNING);
        }
    }

    private static Labels labels(int number) {
        return Labels.of(
                Map.of(
                        Labels.ALERT_NAME, "ServiceDown",
                        Labels.SERVICE, "service-" + number,
                        Labels.HOST, "prod-1"));
    }
}
