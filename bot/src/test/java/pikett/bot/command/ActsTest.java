package pikett.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.bot.access.Person;
import pikett.bot.runbook.Plan;
import pikett.bot.runbook.PlannedStep;
import pikett.config.PersonConfig;
import pikett.config.Role;

final class ActsTest {
    private static final PlannedStep OWN = new PlannedStep.Restart("ai-api");
    private static final PlannedStep FOREIGN = new PlannedStep.Restart("caddy");
    private static final PlannedStep WAIT_FOREIGN =
            new PlannedStep.WaitHealthy("caddy", Duration.ofSeconds(5));
    private static final PlannedStep RUN =
            new PlannedStep.Run("prod-1", List.of("recovery"), Duration.ofSeconds(5));

    private static Person person(Role role, String... services) {
        return new Person(
                "arsen", new PersonConfig(601, role, Optional.empty(), List.of(services)));
    }

    private static Plan plan(List<PlannedStep> before, List<PlannedStep> after) {
        return new Plan(
                Plan.Kind.RUNBOOK,
                "soft",
                Map.of(),
                List.of(),
                Role.OPERATOR,
                true,
                1,
                before,
                List.of(OWN),
                after);
    }

    @Test
    void whoIsLimitedMayRunOnlyWhatIsAboutTheOwnServices() {
        Person arsen = person(Role.OPERATOR, "ai-*");

        assertThat(Acts.mayRun(arsen, plan(List.of(), List.of(OWN)))).isTrue();
        assertThat(Acts.mayRun(arsen, plan(List.of(), List.of(FOREIGN)))).isFalse();
        assertThat(Acts.mayRun(arsen, plan(List.of(), List.of(WAIT_FOREIGN)))).isFalse();
        assertThat(Acts.mayRun(arsen, plan(List.of(RUN), List.of()))).isFalse();
        assertThat(Acts.mayRun(arsen, plan(List.of(), List.of(RUN)))).isFalse();
    }

    @Test
    void theRoleAloneDecidesForEverybodyElse() {
        Plan everything = plan(List.of(RUN), List.of(FOREIGN));

        assertThat(Acts.mayRun(person(Role.OPERATOR), everything)).isTrue();
        assertThat(Acts.mayRun(person(Role.VIEWER), everything)).isFalse();
        assertThat(Acts.mayRun(person(Role.ADMIN, "ai-*"), everything)).isFalse();
    }
}
