package pikett.alerts.scheduler;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AgendaTest {
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");
    private static final FireTimes MINUTELY =
            new EveryTimes(Duration.ofMinutes(1), Duration.ofSeconds(10));
    private static final FireTimes DAILY = new CronTimes("0 0 8 * * ?", ZoneOffset.UTC);

    private final Agenda<String> agenda = new Agenda<>();

    @Test
    void everything_is_due_at_its_time_and_not_before() {
        plan(MINUTELY, CatchUp.SKIP, Map.of());
        assertThat(due("2026-11-21T02:00:09Z")).isEmpty();
        assertThat(due("2026-11-21T02:00:10Z")).containsExactly("2026-11-21T02:00:10Z");
        assertThat(due("2026-11-21T02:00:10.5Z")).isEmpty();
        assertThat(agenda.next("it")).contains(Instant.parse("2026-11-21T02:01:10Z"));
    }

    @Test
    void times_that_passed_unseen_are_due_once_together() {
        plan(MINUTELY, CatchUp.SKIP, Map.of());
        assertThat(due("2026-11-21T03:00:00Z")).containsExactly("2026-11-21T02:00:10Z");
        assertThat(due("2026-11-21T03:00:10Z")).containsExactly("2026-11-21T03:00:10Z");
    }

    @Test
    void a_digest_that_was_missed_while_nobody_was_there_comes_once() {
        plan(DAILY, CatchUp.ONCE, Map.of("it", Instant.parse("2026-11-17T08:00:00Z")));
        assertThat(due("2026-11-21T02:00:00Z")).containsExactly("2026-11-20T08:00:00Z");
        assertThat(due("2026-11-21T07:59:59Z")).isEmpty();
        assertThat(due("2026-11-21T08:00:00Z")).containsExactly("2026-11-21T08:00:00Z");
    }

    @Test
    void after_a_long_absence_the_latest_time_counts_whatever_the_rhythm() {
        Instant longAgo = Instant.parse("2024-02-03T04:05:06Z");
        plan(MINUTELY, CatchUp.ONCE, Map.of("it", longAgo));
        assertThat(due("2026-11-21T02:00:00Z")).containsExactly("2026-11-21T01:59:10Z");
        plan(new CronTimes("0 0 8 1 3 ?", ZoneOffset.UTC), CatchUp.ONCE, Map.of("it", longAgo));
        assertThat(due("2026-11-21T02:00:00Z")).containsExactly("2026-03-01T08:00:00Z");
    }

    @Test
    void what_came_to_nothing_is_due_once_more_for_its_time() {
        plan(DAILY, CatchUp.SKIP, Map.of());
        Instant eight = Instant.parse("2026-11-21T08:00:00Z");
        assertThat(due("2026-11-21T08:00:00Z")).hasSize(1);
        agenda.again("it", eight, eight.plusSeconds(60));
        assertThat(agenda.next("it")).contains(eight.plusSeconds(60));
        assertThat(due("2026-11-21T08:00:59Z")).isEmpty();
        assertThat(due("2026-11-21T08:01:00Z")).containsExactly("2026-11-21T08:00:00Z");
        assertThat(due("2026-11-22T08:00:00Z")).containsExactly("2026-11-22T08:00:00Z");
        agenda.again("it", eight, eight.plus(Duration.ofDays(3)));
        assertThat(due("2026-11-23T08:00:00Z")).containsExactly("2026-11-23T08:00:00Z");
        assertThat(due("2026-11-24T07:59:59Z")).isEmpty();
    }

    @Test
    void what_was_not_missed_or_may_be_missed_is_not_made_up_for() {
        plan(DAILY, CatchUp.ONCE, Map.of("it", Instant.parse("2026-11-20T08:00:00Z")));
        assertThat(due("2026-11-21T02:00:00Z")).isEmpty();
        plan(DAILY, CatchUp.ONCE, Map.of());
        assertThat(due("2026-11-21T02:00:00Z")).isEmpty();
        plan(DAILY, CatchUp.SKIP, Map.of("it", Instant.parse("2026-11-17T08:00:00Z")));
        assertThat(due("2026-11-21T02:00:00Z")).isEmpty();
    }

    @Test
    void a_check_that_is_due_once_a_day_looks_after_a_start_too() {
        plan(DAILY, CatchUp.AT_START, Map.of());
        assertThat(due("2026-11-21T02:00:05Z")).hasSize(1);
        assertThat(agenda.next("it")).contains(Instant.parse("2026-11-21T08:00:00Z"));
    }

    @Test
    void a_clock_that_is_put_back_gives_no_hour_twice() {
        plan(DAILY, CatchUp.SKIP, Map.of());
        assertThat(due("2026-11-21T08:00:00Z")).hasSize(1);
        assertThat(due("2026-11-21T07:00:00Z")).isEmpty();
        assertThat(due("2026-11-21T08:00:00Z")).isEmpty();
        assertThat(due("2026-11-22T08:00:00Z")).hasSize(1);
    }

    @Test
    void nor_when_it_was_put_back_while_nobody_was_there() {
        agenda.plan(
                List.of(new Agenda.Item<>("it", DAILY, CatchUp.ONCE, "it")),
                Map.of("it", Instant.parse("2026-11-21T08:00:00Z")),
                Instant.parse("2026-11-21T07:30:00Z"));
        assertThat(due("2026-11-21T08:00:00Z")).isEmpty();
        assertThat(due("2026-11-22T08:00:00Z")).hasSize(1);
    }

    @Test
    void a_clock_that_is_put_back_stops_no_check() {
        plan(MINUTELY, CatchUp.SKIP, Map.of());
        assertThat(due("2026-11-21T02:00:10Z")).hasSize(1);
        assertThat(due("2026-11-21T01:00:00Z")).isEmpty();
        assertThat(due("2026-11-21T01:00:10Z")).hasSize(1);
    }

    @Test
    void what_is_wanted_at_once_is_due_once_more_and_then_as_ever() {
        plan(MINUTELY, CatchUp.SKIP, Map.of());
        agenda.hasten("it", START);
        assertThat(due("2026-11-21T02:00:00Z")).hasSize(1);
        assertThat(due("2026-11-21T02:00:10Z")).hasSize(1);
    }

    private void plan(FireTimes times, CatchUp catchUp, Map<String, Instant> lastTimes) {
        agenda.plan(List.of(new Agenda.Item<>("it", times, catchUp, "it")), lastTimes, START);
    }

    /// For which times something is due.
    private List<String> due(String now) {
        return agenda.due(Instant.parse(now)).stream().map(due -> due.at().toString()).toList();
    }
}
