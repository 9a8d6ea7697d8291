package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.incident.Changes;
import pikett.alerts.incident.GroupKey;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.IncidentState;
import pikett.alerts.incident.Incidents.Story;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matchers;
import pikett.config.Severity;

/// A silence from a card hides what the card is about, and not what only lives beside it.
final class HidingTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:07:09Z");
    private static final List<String> GROUPED = List.of("service", "queue", "host");
    private static final Labels API = labels("ServiceDown", "service", "api");
    private static final Labels MESSAGES = labels("QueueDeep", "queue", "messages");
    private static final Labels DISK = labels("DiskFull", "mount", "/");

    @Test
    void aQueueIsHiddenAndNothingElseOnItsHost() {
        Matchers hidden = Hiding.of(story(MESSAGES));
        assertThat(hidden.match(MESSAGES)).isTrue();
        assertThat(hidden.match(labels("QueueOld", "queue", "messages"))).isTrue();
        assertThat(hidden.match(labels("QueueDeep", "queue", "mails"))).isFalse();
        assertThat(hidden.match(API)).isFalse();
    }

    @Test
    void aHostIsHiddenWithoutItsServices() {
        assertThat(Hiding.of(story(DISK)).match(DISK)).isTrue();
        assertThat(Hiding.of(story(DISK)).match(API)).isFalse();
        Labels memory = labels("Memory.High", "x", "y");
        Matchers both = Hiding.of(story(DISK, memory));
        assertThat(both.match(DISK)).isTrue();
        assertThat(both.match(memory)).isTrue();
        assertThat(both.match(labels("MemoryxHigh", "x", "y"))).isFalse();
        assertThat(both.match(API)).isFalse();
    }

    @Test
    void aCheckIsHiddenByItsName() {
        Labels site = Labels.of(Map.of("alertname", "CheckFailing", "check", "site"));
        assertThat(Hiding.of(story(site)).match(site)).isTrue();
        Labels onHost = site.with("host", "prod-1");
        assertThat(Hiding.of(story(onHost)).match(onHost.with("alertname", "X"))).isTrue();
        assertThat(Hiding.of(story(site)).match(site.with("check", "other"))).isFalse();
    }

    @Test
    void aServiceIsHiddenWithAllThatIsAboutIt() {
        Matchers hidden = Hiding.of(story(API));
        assertThat(hidden.match(API.with("alertname", "HealthFailing"))).isTrue();
        assertThat(hidden.match(API.with("service", "worker"))).isFalse();
    }

    @Test
    void everyAlertOfTheIncidentIsHidden() {
        Labels mails = labels("QueueDeep", "queue", "mails");
        Matchers hidden = Hiding.of(story(MESSAGES, mails, DISK));
        assertThat(List.of(MESSAGES, mails, DISK)).allMatch(hidden::match);
        assertThat(hidden.match(API)).isFalse();
    }

    private static Labels labels(String alert, String name, String value) {
        return Labels.of(Map.of("alertname", alert, "host", "prod-1", name, value));
    }

    private static Story story(Labels... all) {
        List<Alert> alerts =
                Arrays.stream(all)
                        .map(labels ->
                                Alert.of(
                                        new Report(
                                                "check",
                                                labels,
                                                Status.FIRING,
                                                Severity.CRITICAL,
                                                NOW,
                                                NOW,
                                                Facts.NONE)))
                        .toList();
        Incident incident =
                new Incident(
                        new IncidentNumber(42),
                        GroupKey.of(all[0], GROUPED),
                        IncidentState.OPEN,
                        Severity.CRITICAL,
                        Severity.CRITICAL,
                        all.length,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Changes.NONE);
        return new Story(incident, alerts, List.of(), List.of());
    }
}
