package pikett.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.config.RunbookConfig.Step;

final class RunbookConfigTest {
    private static final Step OWN = new Step.Restart(List.of("ai-api", "ai-worker"));
    private static final Step PARTLY_OWN = new Step.Restart(List.of("ai-api", "caddy"));
    private static final Step WAIT_OWN = new Step.WaitHealthy("ai-api", Duration.ofSeconds(5));
    private static final Step WAIT_FOREIGN = new Step.WaitHealthy("caddy", Duration.ofSeconds(5));
    private static final Step RUN =
            new Step.Run(List.of("recovery"), "prod-1", Duration.ofSeconds(5));

    @Test
    void toWhomIsBoundToServicesOnlyWhatIsAboutThemIsOpen() {
        PersonConfig bound = person(Role.ADMIN, "ai-*");

        assertThat(runbook(OWN, WAIT_OWN).isOpenTo(bound)).isTrue();
        assertThat(runbook(OWN, PARTLY_OWN).isOpenTo(bound)).isFalse();
        assertThat(runbook(OWN, WAIT_FOREIGN).isOpenTo(bound)).isFalse();
        assertThat(runbook(RUN, WAIT_OWN).isOpenTo(bound)).isFalse();
        assertThat(runbook(OWN, RUN).isOpenTo(bound)).isFalse();
        assertThat(runbook(OWN, RUN).isOpenTo(person(Role.ADMIN, "*"))).isFalse();
    }

    @Test
    void forEverybodyElseTheRoleDecides() {
        assertThat(runbook(RUN, PARTLY_OWN).isOpenTo(person(Role.OPERATOR))).isTrue();
        assertThat(runbook(OWN, WAIT_OWN).isOpenTo(person(Role.VIEWER))).isFalse();
        assertThat(runbook(OWN, WAIT_OWN).isOpenTo(person(Role.VIEWER, "ai-*"))).isFalse();
    }

    private static PersonConfig person(Role role, String... services) {
        return new PersonConfig(601, role, Optional.empty(), List.of(services));
    }

    private static RunbookConfig runbook(Step before, Step after) {
        return new RunbookConfig(
                Map.of(Language.EN, "Soft"),
                Role.OPERATOR,
                true,
                1,
                Map.of(),
                List.of(before),
                List.of(OWN),
                List.of(after));
    }
}
