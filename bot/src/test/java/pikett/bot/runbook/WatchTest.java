package pikett.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.time.Duration;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import pikett.adapters.process.ProcessState;
import pikett.adapters.reason.Reason;
import pikett.bot.runbook.FakeService.Look;

final class WatchTest {
    private static final Duration WITHIN = Duration.ofSeconds(60);
    private static final ServiceAccess.Health WELL = new ServiceAccess.Health.Well();

    private final ManualTime time = new ManualTime();

    @Test
    void healthy_is_believed_after_it_stayed_so() throws Exception {
        Verification seen = watch(age -> age.toSeconds() < 14 ? Look.down() : Look.up(), "");

        assertThat(seen)
                .asInstanceOf(type(Verification.Healthy.class))
                .extracting(Verification.Healthy::after)
                .isEqualTo(Duration.ofSeconds(14));
        assertThat(time.instant())
                .isEqualTo(new ManualTime().instant().plusSeconds(14).plus(Watch.CALM));
    }

    @Test
    void a_loop_that_looks_healthy_each_time_is_a_loop() throws Exception {
        Verification seen =
                watch(
                        age -> new Look(ProcessState.UP, (int) (age.toSeconds() / 3), WELL),
                        "TypeError: YclientsClient is not a constructor");

        assertThat(seen)
                .asInstanceOf(type(Verification.Looping.class))
                .satisfies(loop -> {
                    assertThat(loop.restarts()).isEqualTo(3);
                    assertThat(loop.lastLines())
                            .containsExactly("TypeError: YclientsClient is not a constructor");
                });
    }

    @Test
    void a_process_that_is_up_is_not_healthy_while_its_endpoint_complains() throws Exception {
        Verification seen =
                watch(
                        _ ->
                                new Look(
                                        ProcessState.UP,
                                        0,
                                        new ServiceAccess.Health.Unwell(Reason.told("status 503"))),
                        "");

        assertThat(seen)
                .asInstanceOf(type(Verification.NotHealthy.class))
                .satisfies(sick -> assertThat(sick.reason()).contains(Reason.told("status 503")));
    }

    @Test
    void a_service_that_comes_up_at_the_last_moment_gets_the_time_to_prove_it() throws Exception {
        Verification seen = watch(age -> age.compareTo(WITHIN) < 0 ? Look.down() : Look.up(), "");

        assertThat(seen).isInstanceOf(Verification.Healthy.class);
    }

    @Test
    void one_that_never_comes_up_is_given_up_when_the_time_is_over() throws Exception {
        Verification seen = watch(_ -> Look.down(), "last words");

        assertThat(seen)
                .asInstanceOf(type(Verification.NotHealthy.class))
                .satisfies(sick -> assertThat(sick.lastLines()).containsExactly("last words"));
        assertThat(Duration.between(new ManualTime().instant(), time.instant())).isEqualTo(WITHIN);
    }

    private Verification watch(Function<Duration, Look> life, String log)
            throws InterruptedException {
        FakeService service = new FakeService(time, life, log);
        return new Watch(service, time, time).until("api", service, WITHIN);
    }
}
