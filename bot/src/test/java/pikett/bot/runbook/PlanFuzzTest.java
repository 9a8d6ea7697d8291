package pikett.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/// T19, T20: whatever somebody gives for a value of a runbook, it is refused, or it fits its pattern and
/// stands alone in its place.
final class PlanFuzzTest {
    private final Planner planner = new Planner(TestPlans.config());

    /// @param given values, each up to a null character
    @FuzzTest
    void plan(byte[] given) {
        List<String> values =
                List.of(new String(given, StandardCharsets.UTF_8).split("\u0000", -1));
        switch (planner.runbook("company", values)) {
            case Planner.Outcome.Planned(Plan plan) -> planned(plan, values);
            case Planner.Outcome.Misfit misfit ->
                    assertThat(misfit.value()).contains(values.getFirst());
            case Planner.Outcome.TooMany tooMany ->
                    assertThat(values).hasSizeGreaterThan(tooMany.expected());
            case Planner.Outcome.Absent absent -> throw new AssertionError(absent);
        }
        if (planner.runbook(values.getFirst(), List.of()) instanceof Planner.Outcome.Planned some) {
            assertThat(List.of("slow", "redis")).contains(some.plan().name());
        }
    }

    private void planned(Plan plan, List<String> values) {
        String value = values.getFirst();
        assertThat(values).hasSize(1);
        assertThat(value).matches("[0-9a-z][0-9a-z-]{0,8}");
        assertThat(plan.steps())
                .containsExactly(
                        new PlannedStep.Run(
                                "prod-1",
                                List.of("recovery", "company", value, "id={id}"),
                                Duration.ofSeconds(90)));
        assertThat(PlanJson.read(PlanJson.write(plan))).isEqualTo(plan);
        assertThat(planner.again(plan)).isEqualTo(new Planner.Outcome.Planned(plan));
    }
}
