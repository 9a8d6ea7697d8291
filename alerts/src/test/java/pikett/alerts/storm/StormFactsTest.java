package pikett.alerts.storm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.label.Labels;
import pikett.alerts.mute.Dependencies;
import pikett.config.Severity;

final class StormFactsTest {
    private static final List<Severity> SEVERITIES = List.of(Severity.values());
    private static final Instant START = Instant.parse("2026-11-21T02:00:00Z");

    @Test
    void the_service_that_the_others_need_is_suspected() {
        Dependencies needs =
                new Dependencies(
                        Map.of("api", List.of("redis"), "worker", List.of("redis", "api")));
        StormFacts facts =
                StormFacts.of(
                        List.of(line(1, "api", "a"), line(2, "worker", "b"), line(3, "redis", "c")),
                        needs);
        assertThat(facts.suspect()).isEqualTo(new Suspect.NeededService("redis", 2));
    }

    @Test
    void a_host_with_most_of_it_is_suspected() {
        StormFacts facts =
                StormFacts.of(
                        List.of(line(1, "x", "a"), line(2, "y", "a"), line(3, "z", "b")),
                        Dependencies.NONE);
        assertThat(facts.suspect()).isEqualTo(new Suspect.OneHost("a", 2));
        assertThat(facts.byHost()).containsExactly(Map.entry("a", 2), Map.entry("b", 1));
    }

    @Test
    void without_anything_in_common_nobody_is_suspected() {
        StormFacts facts =
                StormFacts.of(
                        List.of(named(1, "Down", "a"), named(2, "Full", "b")), Dependencies.NONE);
        assertThat(facts.suspect()).isEqualTo(new Suspect.Nobody());
        assertThat(
                        StormFacts.of(
                                        List.of(
                                                named(1, "Down", "a"),
                                                named(2, "Down", "b"),
                                                named(3, "Full", "c")),
                                        Dependencies.NONE)
                                .suspect())
                .isEqualTo(new Suspect.OneKind("Down", 2));
        assertThat(StormFacts.of(List.of(), Dependencies.NONE).suspect())
                .isEqualTo(new Suspect.Nobody());
    }

    @Test
    void the_newest_critical_ones_come_first_and_of_those_at_once_the_last_opened() {
        List<StormIncident> firing =
                new ArrayList<>(
                        IntStream.rangeClosed(1, 6).mapToObj(n -> line(n, "x", "a")).toList());
        StormIncident atOnce =
                new StormIncident(
                        new IncidentNumber(7),
                        Severity.CRITICAL,
                        labels("Down", "x", "a"),
                        START.plusSeconds(6),
                        false);
        firing.add(0, named(8, "Down", "a"));
        firing.add(atOnce);

        assertThat(numbers(StormFacts.of(firing, Dependencies.NONE).newestCritical()))
                .containsExactly(7L, 6L, 5L, 4L, 3L);
        assertThat(numbers(StormFacts.of(firing.reversed(), Dependencies.NONE).newestCritical()))
                .containsExactly(7L, 6L, 5L, 4L, 3L);
    }

    @Test
    void the_list_begins_with_the_worst_and_the_first_of_these() {
        StormIncident over =
                new StormIncident(
                        new IncidentNumber(1),
                        Severity.CRITICAL,
                        labels("Down", "x", "a"),
                        START,
                        true);
        List<StormIncident> all =
                List.of(over, named(4, "Down", "a"), line(3, "x", "a"), line(2, "x", "a"));

        assertThat(numbers(StormFacts.of(all, Dependencies.NONE).all()))
                .containsExactly(2L, 3L, 4L, 1L);
    }

    private static List<Long> numbers(List<StormIncident> incidents) {
        return incidents.stream().map(incident -> incident.number().value()).toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void nothing_is_missing_and_the_counts_agree(long seed) {
        Random random = new Random(seed);
        List<StormIncident> all = new ArrayList<>();
        for (int number = 1; number <= random.nextInt(300); number++) {
            all.add(
                    new StormIncident(
                            new IncidentNumber(number),
                            SEVERITIES.get(random.nextInt(SEVERITIES.size())),
                            labels(
                                    "Down",
                                    random.nextBoolean() ? "" : "s" + random.nextInt(9),
                                    "h" + random.nextInt(3)),
                            START.plusSeconds(random.nextInt(60)),
                            random.nextInt(3) == 0));
        }
        StormFacts facts = StormFacts.of(all, Dependencies.NONE);
        assertThat(facts.all()).containsExactlyInAnyOrderElementsOf(all);
        int firing = facts.bySeverity().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(firing + facts.over()).isEqualTo(all.size());
        assertThat(facts.byHost().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(firing);
        assertThat(facts.newestCritical())
                .hasSizeLessThanOrEqualTo(5)
                .allMatch(line -> line.severity() == Severity.CRITICAL && !line.over())
                .isSortedAccordingTo((one, other) -> other.since().compareTo(one.since()));
    }

    private static StormIncident line(int number, String service, String host) {
        return new StormIncident(
                new IncidentNumber(number),
                Severity.CRITICAL,
                labels("Down", service, host),
                START.plusSeconds(number),
                false);
    }

    private static StormIncident named(int number, String name, String host) {
        return new StormIncident(
                new IncidentNumber(number), Severity.WARNING, labels(name, "", host), START, false);
    }

    private static Labels labels(String name, String service, String host) {
        return Labels.of(
                Map.of(Labels.ALERT_NAME, name, Labels.SERVICE, service, Labels.HOST, host));
    }
}
