package pikett.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;

final class PlannerTest {
    private final Planner planner = new Planner(TestPlans.config());

    @Test
    void a_value_replaces_a_whole_element_and_nothing_else() {
        Plan plan = TestPlans.planned(planner.runbook("company", List.of("962302")));

        assertThat(plan.steps())
                .singleElement()
                .extracting(step -> ((PlannedStep.Run) step).command())
                .isEqualTo(List.of("recovery", "company", "962302", "id={id}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-rf",
                "$(touch x)",
                "1;2",
                "",
                "1\n",
                "1\u0000",
                "1 2",
                "../x",
                "ABC",
                "1234567890"
            })
    void a_value_that_does_not_fit_is_refused_with_the_example(String value) {
        assertThat(planner.runbook("company", List.of(value)))
                .isEqualTo(
                        new Planner.Outcome.Misfit(
                                "company", "id", Optional.of(value), Optional.of("962302")));
    }

    @Test
    void a_missing_value_is_asked_for() {
        assertThat(planner.runbook("company", List.of()))
                .isEqualTo(
                        new Planner.Outcome.Misfit(
                                "company", "id", Optional.empty(), Optional.of("962302")));
    }

    @Test
    void a_value_too_many_is_refused() {
        assertThat(planner.runbook("company", List.of("1", "2")))
                .isEqualTo(new Planner.Outcome.TooMany("company", 1));
    }

    @Test
    void the_same_wish_makes_the_same_plan_and_another_value_another_one() {
        Plan plan = TestPlans.planned(planner.runbook("company", List.of("1")));
        Plan again = TestPlans.planned(planner.again(plan));
        Plan other = TestPlans.planned(planner.runbook("company", List.of("2")));

        assertThat(planner.fingerprint(again)).isEqualTo(planner.fingerprint(plan));
        assertThat(planner.fingerprint(other)).isNotEqualTo(planner.fingerprint(plan));
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
    }

    @Test
    void a_plan_whose_service_now_means_another_machine_is_not_the_plan_that_was_agreed_to() {
        Plan plan = TestPlans.restart();
        PikettConfig before = TestPlans.config();
        HostConfig elsewhere =
                new HostConfig.Ssh(
                        "deploy",
                        "203.0.113.7",
                        22,
                        new HostConfig.Login.Agent(),
                        new HostConfig.Trust.Fingerprint("SHA256:x"),
                        Optional.empty());
        PikettConfig after =
                new PikettConfig(
                        before.telegram(),
                        before.people(),
                        Map.of("prod-1", elsewhere),
                        before.services(),
                        before.queues(),
                        before.checks(),
                        before.heartbeats(),
                        before.runbooks(),
                        before.notifications(),
                        before.digests(),
                        before.storage(),
                        before.inbound(),
                        before.server(),
                        before.beat());

        assertThat(new Planner(before).fingerprint(plan)).isEqualTo(planner.fingerprint(plan));
        assertThat(new Planner(after).fingerprint(plan)).isNotEqualTo(planner.fingerprint(plan));
    }
}
