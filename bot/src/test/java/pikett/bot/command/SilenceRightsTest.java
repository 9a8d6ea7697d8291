package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.pipeline.SilenceRequest;
import pikett.config.match.Comparison;

/// Who may hide what, and have it heard again. Arsen may act on `ai-admin-*` only.
final class SilenceRightsTest {
    private static final String REFUSED = "🚫 You may look at worker, but not act on it.";

    @TempDir private Path folder;
    private AlertedStore alerted;
    private Desk desk;

    @BeforeEach
    void open() {
        alerted = new AlertedStore(folder);
        desk =
                new Desk(
                        List.of(
                                new SilenceCommand(alerted.ways()),
                                new UnsilenceCommand(alerted.ways()),
                                new SilencesCommand(alerted.ways())),
                        (_, _) -> {});
        desk.now = AlertedStore.NOW;
    }

    @AfterEach
    void close() {
        desk.close();
        alerted.close();
    }

    @ParameterizedTest
    @CsvSource({
        "worker, 111, true", "worker, 222, false",
        "ai-admin-api, 111, true", "ai-admin-api, 222, true",
    })
    void aSilenceIsMadeAndEndedByThoseWhoMayActOnItsService(
            String service, long person, boolean may) {
        alerted.fires(alert("ServiceDown", service));
        desk.type(person, "silence 1 1h");
        assertThat(alerted.ways().silences().active()).hasSize(may ? 1 : 0);
        if (!may) {
            assertThat(desk.lastText().strip()).isEqualTo(REFUSED);
            desk.type(Desk.ANNA, "silence 1 1h");
        }

        desk.type(person, "unsilence 1");
        assertThat(alerted.ways().silences().active()).hasSize(may ? 0 : 1);
        assertThat(desk.lastText().strip()).isEqualTo(may ? "🔔 Silence 1 is over." : REFUSED);
    }

    @Test
    void theButtonOfTheListDoesNoMoreThanTheCommand() {
        alerted.fires(alert("ServiceDown", "worker"));
        desk.type(Desk.ANNA, "silence 1 1h");
        desk.type(Desk.ARSEN, "silences");
        desk.press(Desk.ARSEN, ">unsilence 1");
        assertThat(alerted.ways().silences().active()).hasSize(1);
        assertThat(desk.lastText().strip()).isEqualTo(REFUSED);
        desk.press(Desk.ANNA, ">unsilence 1");
        assertThat(alerted.ways().silences().active()).isEmpty();
    }

    @Test
    void aServiceThatIsOnlyHiddenTooCountsAsMuch() {
        Labels host = Labels.of(Map.of("alertname", "Noise", "host", "prod-1"));
        alerted.fires(host);
        alerted.fires(host.with("service", "worker"));
        for (String line : new String[] {"silence 1", "silence 1 1h"}) {
            desk.type(Desk.ARSEN, line);
            assertThat(desk.lastText().strip()).isEqualTo(REFUSED);
        }
        assertThat(alerted.ways().silences().active()).isEmpty();

        desk.type(Desk.ANNA, "silence 1 1h");
        desk.type(Desk.ARSEN, "unsilence 1");
        assertThat(desk.lastText().strip()).isEqualTo(REFUSED);
        assertThat(alerted.ways().silences().active()).hasSize(1);
    }

    @Test
    void aServiceThatDoesNotFireAnyMoreIsStillItsOwn() {
        alerted.fires(alert("ServiceDown", "worker"));
        desk.type(Desk.ANNA, "silence 1 1h");
        alerted.isOver(alert("ServiceDown", "worker"));
        desk.type(Desk.ARSEN, "unsilence 1");
        assertThat(desk.lastText().strip()).isEqualTo(REFUSED);
    }

    @Test
    void whatIsPlannedIsListedAndTakenBack() {
        planned(Matcher.equal(Labels.SERVICE, "worker"), "me (am)");
        desk.type(Desk.ARSEN, "silences");
        assertThat(desk.lastText())
                .contains("1: service=\"worker\" · from 14:00 until 15:00 · me (am)");
        desk.type(Desk.ANNA, "unsilence 1");
        assertThat(desk.lastText().strip()).isEqualTo("🔔 Silence 1 will not begin.");
        assertThat(alerted.ways().silences().current()).isEmpty();
    }

    /// What it will hide cannot be seen yet.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "service | EQUALS | ai-admin-new | me (am) | true",
                "service | EQUALS | worker | me (am) | false",
                "service | MATCHES | worker.* | me (am) | false",
                "host | EQUALS | prod-1 | me (am) | false",
                "host | EQUALS | prod-1 | arsen | true",
            })
    void whatIsPlannedIsTakenBackByThoseWhoMayActOnTheServicesItNames(
            String label, Comparison comparison, String value, String by, boolean may) {
        planned(new Matcher(label, comparison, value), by);
        desk.type(Desk.ARSEN, "unsilence 1");
        assertThat(alerted.ways().silences().current()).hasSize(may ? 0 : 1);
    }

    private void planned(Matcher matcher, String by) {
        alerted.ways()
                .silences()
                .silence(
                        new SilenceRequest(
                                Matchers.of(matcher),
                                Optional.of(AlertedStore.NOW.plus(Duration.ofHours(1))),
                                AlertedStore.NOW.plus(Duration.ofHours(2)),
                                by,
                                "",
                                Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "111 | silence host=prod-9 2h the disk is changed | host=\"prod-9\"",
                "111 | silence service=api,host=prod-1 30m | service=\"api\", host=\"prod-1\"",
                "222 | silence service=ai-admin-new 2h | service=\"ai-admin-new\"",
                "222 | silence service=worker 2h |",
                "222 | silence host=prod-9 2h |",
                "111 | silence host=prod-9 soon |",
                "111 | silence host= 2h |",
                "111 | silence host=a\"b 2h |",
                "111 | silence =x 2h |",
            })
    void labelsThatAreTypedHideWhatIsStillToCome(
            long person, String line, @Nullable String hidden) {
        desk.type(person, line);
        assertThat(alerted.ways().silences().active())
                .extracting(silence -> silence.matchers().toString())
                .containsExactlyElementsOf(hidden == null ? List.of() : List.of(hidden));
    }

    @Test
    void labelsWithoutATimeAreAskedForOne() {
        desk.type(Desk.ANNA, "silence host=prod-9");
        desk.press(Desk.ANNA, ">silence host=prod-9 4h");
        assertThat(alerted.ways().silences().active()).hasSize(1);
    }

    private static Labels alert(String name, String service) {
        return Labels.of(Map.of("alertname", name, "service", service, "host", "prod-1"));
    }
}
