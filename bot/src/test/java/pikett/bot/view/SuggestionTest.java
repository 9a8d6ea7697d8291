package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
import pikett.alerts.incident.Memory;
import pikett.alerts.label.Labels;
import pikett.config.Language;
import pikett.config.Role;
import pikett.config.RunbookConfig;
import pikett.config.RunbookConfig.Parameter;
import pikett.config.RunbookConfig.Step;
import pikett.config.Severity;

/// A runbook is offered when there is no doubt which one is meant.
final class SuggestionTest {
    private static final Instant NOW = Instant.parse("2026-11-20T13:07:09Z");
    private static final Step RESTART = new Step.Restart(List.of("api"));
    private static final Step WAIT = new Step.WaitHealthy("api", Duration.ofMinutes(1));
    private static final Step OTHER = new Step.Restart(List.of("worker"));
    private static final Step COMMAND =
            new Step.Run(List.of("systemctl", "restart", "api"), "prod-1", Duration.ofSeconds(9));

    @Test
    void theOnlyOneThatIsAboutTheServiceIsOffered() {
        assertThat(offered(Map.of("a", runbook("A", RESTART), "b", runbook("B", OTHER)), ""))
                .contains("a");
        assertThat(offered(Map.of("a", runbook("A", COMMAND, WAIT)), "")).contains("a");
    }

    @Test
    void ofSeveralTheOneThatHelpedLastTime() {
        Map<String, RunbookConfig> two = new LinkedHashMap<>();
        two.put("a", runbook("Clear the cache", RESTART));
        two.put("b", runbook("Bring it back", WAIT));
        assertThat(offered(two, "✅ Bring it back · up after 4 s")).contains("b");
        assertThat(offered(two, "✅ api restarted")).isEmpty();
        assertThat(offered(two, "")).isEmpty();
    }

    @Test
    void neitherOneThatNeedsValuesNorOneAboutSomethingElse() {
        RunbookConfig plain = runbook("A", RESTART);
        RunbookConfig asks =
                new RunbookConfig(
                        plain.title(),
                        plain.role(),
                        true,
                        1,
                        Map.of("n", new Parameter(Pattern.compile(".*"), Optional.empty())),
                        plain.before(),
                        plain.steps(),
                        plain.after());
        assertThat(offered(Map.of("a", asks), "✅ A")).isEmpty();
        assertThat(offered(Map.of("a", runbook("A", OTHER)), "✅ A")).isEmpty();
        assertThat(offered(Map.of("a", runbook("A", COMMAND)), "✅ A")).isEmpty();
    }

    private static Optional<String> offered(Map<String, RunbookConfig> runbooks, String fix) {
        return Suggestion.of(runbooks, facts(fix)).map(Suggestion::name);
    }

    private static RunbookConfig runbook(String title, Step... steps) {
        return new RunbookConfig(
                Map.of(Language.EN, title),
                Role.OPERATOR,
                true,
                1,
                Map.of(),
                List.of(),
                List.of(steps),
                List.of());
    }

    private static IncidentFacts facts(String fix) {
        Labels labels = Labels.of(Map.of("alertname", "ServiceDown", "service", "api"));
        Incident incident =
                new Incident(
                        new IncidentNumber(42),
                        new GroupKey(labels),
                        IncidentState.OPEN,
                        Severity.CRITICAL,
                        Severity.CRITICAL,
                        1,
                        NOW,
                        Optional.empty(),
                        Optional.empty(),
                        Changes.NONE);
        Report report =
                new Report("check", labels, Status.FIRING, Severity.CRITICAL, NOW, NOW, Facts.NONE);
        Memory.Last last =
                new Memory.Last(
                        new IncidentNumber(7),
                        Optional.of(new Memory.Fix("anna", fix, Duration.ofMinutes(4))),
                        Duration.ofMinutes(9));
        return new IncidentFacts(
                new Story(incident, List.of(Alert.of(report)), List.of(), List.of()),
                new Memory(2, fix.isEmpty() ? Optional.empty() : Optional.of(last)));
    }
}
