package pikett.alerts.rule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pikett.adapters.reason.Reason;
import pikett.alerts.alert.Facts;
import pikett.alerts.check.Finding;
import pikett.alerts.check.Levels;
import pikett.alerts.check.Sighting;
import pikett.alerts.check.Truth;
import pikett.alerts.check.Unread;
import pikett.alerts.label.Labels;
import pikett.alerts.probe.Probe;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.Conditions;
import pikett.config.Severity;
import pikett.config.condition.Condition;
import pikett.config.condition.Name;
import pikett.config.condition.Parse;
import pikett.config.offer.ConditionTypes;
import pikett.config.offer.ProbeKind;

final class RuleEyeTest {
    private static final Instant NOW = Instant.parse("2026-11-21T03:00:00Z");
    private static final Labels QUEUE =
            Labels.of(Map.of(Labels.ALERT_NAME, "QueueDeep", "queue", "messages"));
    private static final Past NOTHING_BEFORE = (_, _) -> (_, _) -> OptionalDouble.empty();

    @Test
    void the_worst_that_holds_is_told_with_its_values() {
        Rule deep = rule(List.of("waiting > 1000"), List.of("waiting > 100", "active > 5"));

        Finding warned = only(look(deep, known(Map.of("waiting", 162.0, "active", 9.0))));
        Finding critical = only(look(deep, known(Map.of("waiting", 1620.0, "active", 9.0))));

        assertThat(warned.levels()).isEqualTo(new Levels(Truth.HOLDS, Truth.NOT));
        assertThat(told(warned)).containsExactly("waiting 162.0 > 100", "active 9.0 > 5");
        assertThat(critical.levels()).isEqualTo(new Levels(Truth.HOLDS, Truth.HOLDS));
        assertThat(told(critical)).containsExactly("waiting 1620.0 > 1000");
    }

    @Test
    void a_missing_value_is_unknown_and_what_is_well_has_no_facts() {
        Rule deep = rule(List.of("waiting > 1000"), List.of());

        Finding missing = only(look(deep, known(Map.of())));
        Finding well = only(look(deep, known(Map.of("waiting", 3.0))));

        assertThat(missing.levels()).isEqualTo(Levels.UNKNOWN);
        assertThat(well.levels()).isEqualTo(Levels.CLEAR);
        assertThat(well.facts()).isEqualTo(Facts.NONE);
    }

    @Test
    void each_part_is_an_alert_of_its_own_and_the_whole_is_one() {
        Rule value = rule(ProbeKind.PROMETHEUS, List.of("value > 5"), List.of());
        Rule few = rule(ProbeKind.PROMETHEUS, List.of("count < 3"), List.of());
        Reading.Known reading =
                new Reading.Known(
                        NOW,
                        Duration.ZERO,
                        values(Map.of("count", 2.0)),
                        List.of(part("api", 9.0), part("worker", 1.0)));

        Sighting seen = look(List.of(value, few), reading, NOTHING_BEFORE);

        assertThat(seen.findings())
                .extracting(Finding::labels, each -> each.levels().critical())
                .containsExactly(
                        tuple(QUEUE.with("job", "api"), Truth.HOLDS),
                        tuple(QUEUE.with("job", "worker"), Truth.NOT),
                        tuple(QUEUE, Truth.HOLDS));
    }

    @Test
    void a_query_that_finds_nothing_any_more_says_nothing_is_wrong_any_more() {
        Rule value = rule(ProbeKind.PROMETHEUS, List.of("value > 5"), List.of());
        Rule few = rule(ProbeKind.PROMETHEUS, List.of("count < 3"), List.of());

        Sighting nothing = look(List.of(value, few), known(Map.of("count", 0.0)), NOTHING_BEFORE);
        Sighting unknown = look(List.of(value), known(Map.of()), NOTHING_BEFORE);

        assertThat(only(nothing).levels().critical()).isEqualTo(Truth.HOLDS);
        assertThat(only(unknown).levels()).isEqualTo(Levels.UNKNOWN);
    }

    @Test
    void the_labels_of_a_part_never_replace_those_of_the_rule() {
        Rule value = rule(ProbeKind.PROMETHEUS, List.of("value > 5"), List.of());
        Labels hostile = Labels.of(Map.of(Labels.ALERT_NAME, "ServiceDown", "queue", "other"));
        Reading.Known reading =
                new Reading.Known(
                        NOW,
                        Duration.ZERO,
                        values(Map.of()),
                        List.of(new Part(hostile, values(Map.of("value", 9.0)))));

        Sighting seen = look(List.of(value), reading, NOTHING_BEFORE);

        assertThat(only(seen).labels()).isEqualTo(QUEUE);
    }

    @Test
    void what_came_in_a_window_is_asked_of_the_past_of_that_part() {
        Rule failing = rule(List.of("failed > 20 in 10m"), List.of());
        Past past =
                (reading, part) ->
                        (name, window) ->
                                part.isEmpty()
                                                && reading.at().equals(NOW)
                                                && name.equals(Name.of("failed"))
                                                && window.equals(Duration.ofMinutes(10))
                                        ? OptionalDouble.of(21)
                                        : OptionalDouble.empty();

        Finding found = only(look(List.of(failing), known(Map.of("failed", 900.0)), past));

        assertThat(told(found)).containsExactly("failed 21.0 > 20 in 10m");
    }

    @Test
    void what_could_not_be_read_brings_no_findings_but_its_reason() {
        Reason reason = Reason.told("the disk is on fire");
        RuleEye eye =
                new RuleEye(
                        _ -> new Reading.Unknown(NOW, reason),
                        List.of(rule(List.of("waiting > 1"), List.of())),
                        NOTHING_BEFORE,
                        Evidence.VALUES,
                        Duration.ofSeconds(10),
                        InstantSource.fixed(NOW));

        Sighting seen = eye.look(NOW);

        assertThat(seen.unread()).contains(Unread.UNREADABLE);
        assertThat(seen.reached()).isEmpty();
        assertThat(seen.findings()).isEmpty();
        assertThat(seen.reading()).contains(new Reading.Unknown(NOW, reason));
    }

    @Test
    void what_says_that_it_was_not_reached_tells_so_of_the_far_side() {
        Rule gone = rule(ProbeKind.HOST, List.of("unreachable"), List.of());
        Reading.Known away =
                new Reading.Known(
                        NOW,
                        Duration.ZERO,
                        new Values(Map.of(Name.of("unreachable"), new Value.Flag(true))));
        Reading.Known there =
                new Reading.Known(
                        NOW,
                        Duration.ZERO,
                        new Values(Map.of(Name.of("unreachable"), new Value.Flag(false))));

        assertThat(look(gone, away).reached()).contains(false);
        assertThat(only(look(gone, away)).levels().critical()).isEqualTo(Truth.HOLDS);
        assertThat(look(gone, there).reached()).contains(true);
        assertThat(only(look(gone, there)).levels()).isEqualTo(Levels.CLEAR);
    }

    /// An endpoint that answers with nothing but OK has no status in its body, at no time.
    @Test
    void what_was_never_known_does_not_hold_the_end_back() {
        Rule health =
                rule(
                        ProbeKind.HEALTH,
                        List.of("failed", "status >= 300", "body.status == 'unhealthy'"),
                        List.of("body.status == 'degraded'"));

        List<Levels> levels =
                levels(
                        health,
                        web(Map.of("failed", new Value.Flag(true))),
                        web(answered(new Value.Text("OK"))));

        assertThat(levels).containsExactly(new Levels(Truth.HOLDS, Truth.HOLDS), Levels.CLEAR);
    }

    @Test
    void what_held_is_unknown_until_it_is_known_again() {
        Rule health = rule(ProbeKind.HEALTH, List.of("status >= 300", "body == 'bad'"), List.of());
        Reading.Known bad = web(answered(new Value.Text("bad")));
        Reading.Known tooLong =
                web(Map.of("failed", new Value.Flag(false), "status", new Value.Quantity(200)));
        Reading.Known good = web(answered(new Value.Text("good")));

        assertThat(levels(health, bad, tooLong, tooLong, good, tooLong))
                .containsExactly(
                        new Levels(Truth.HOLDS, Truth.HOLDS),
                        Levels.UNKNOWN,
                        Levels.UNKNOWN,
                        Levels.CLEAR,
                        Levels.CLEAR);
    }

    @Test
    void each_part_says_for_itself_what_holds_and_what_is_not_known() {
        Rule value = rule(ProbeKind.PROMETHEUS, List.of("value > 5"), List.of("value > 3 in 10m"));
        Reading.Known reading =
                new Reading.Known(
                        NOW,
                        Duration.ZERO,
                        values(Map.of()),
                        List.of(part("api", 1.0), part("worker", 1.0)));
        Past past =
                (_, part) ->
                        (_, _) ->
                                part.equals(Labels.of(Map.of("job", "api")))
                                        ? OptionalDouble.of(4)
                                        : OptionalDouble.empty();

        assertThat(look(List.of(value), reading, past).findings())
                .extracting(Finding::holding, Finding::unknown)
                .containsExactly(
                        tuple(Set.of("value > 3 in 10m"), Map.of()),
                        tuple(Set.of(), Map.of("value > 3 in 10m", Severity.WARNING)));
    }

    @Test
    void the_probe_gets_its_own_time_and_never_more_than_the_look() {
        List<Instant> deadlines = new ArrayList<>();
        RuleEye eye =
                new RuleEye(
                        deadline -> {
                            deadlines.add(deadline);
                            return known(Map.of());
                        },
                        List.of(),
                        NOTHING_BEFORE,
                        Evidence.VALUES,
                        Duration.ofSeconds(10),
                        InstantSource.fixed(NOW));

        eye.look(NOW.plusSeconds(12));
        eye.look(NOW.plusSeconds(3));

        assertThat(deadlines).containsExactly(NOW.plusSeconds(10), NOW.plusSeconds(3));
    }

    /// What is made of one reading after the other.
    private static List<Levels> levels(Rule rule, Reading.Known... readings) {
        List<Levels> levels = new ArrayList<>();
        Set<String> held = Set.of();
        for (Reading.Known reading : readings) {
            Finding finding = only(look(rule, reading));
            levels.add(finding.levels(held));
            held = finding.heldAfter(held);
        }
        return levels;
    }

    private static Map<String, Value> answered(Value body) {
        return Map.of(
                "failed", new Value.Flag(false), "status", new Value.Quantity(200), "body", body);
    }

    private static Reading.Known web(Map<String, Value> found) {
        Map<Name, Value> values = new HashMap<>();
        found.forEach((name, value) -> values.put(Name.of(name), value));
        return new Reading.Known(NOW, Duration.ZERO, new Values(values));
    }

    private static RuleEye eye(Probe probe, List<Rule> rules, Past past) {
        return new RuleEye(
                probe,
                rules,
                past,
                Evidence.VALUES,
                Duration.ofSeconds(10),
                InstantSource.fixed(NOW));
    }

    private static Sighting look(Rule rule, Reading.Known reading) {
        return look(List.of(rule), reading, NOTHING_BEFORE);
    }

    private static Sighting look(List<Rule> rules, Reading.Known reading, Past past) {
        return eye(_ -> reading, rules, past).look(NOW);
    }

    private static Finding only(Sighting sighting) {
        assertThat(sighting.findings()).hasSize(1);
        return sighting.findings().getFirst();
    }

    private static List<String> told(Finding finding) {
        return Because.of(finding.facts()).values().stream()
                .map(told ->
                        told.name()
                                + (told.value() instanceof Value.Quantity(double number)
                                        ? " " + number
                                        : "")
                                + told.limit().map(limit -> " " + limit).orElse(""))
                .toList();
    }

    private static Part part(String job, double value) {
        return new Part(Labels.of(Map.of("job", job)), values(Map.of("value", value)));
    }

    private static Reading.Known known(Map<String, Double> numbers) {
        return new Reading.Known(NOW, Duration.ZERO, values(numbers));
    }

    private static Values values(Map<String, Double> numbers) {
        Map<Name, Value> values = new HashMap<>();
        numbers.forEach((name, number) -> values.put(Name.of(name), new Value.Quantity(number)));
        return new Values(values);
    }

    private static Rule rule(List<String> critical, List<String> warning) {
        return rule(ProbeKind.QUEUE, critical, warning);
    }

    private static Rule rule(ProbeKind kind, List<String> critical, List<String> warning) {
        return new Rule(
                QUEUE,
                new Conditions(
                        critical.stream().map(text -> read(text, kind)).toList(),
                        warning.stream().map(text -> read(text, kind)).toList()));
    }

    private static Condition read(String text, ProbeKind kind) {
        return switch (ConditionTypes.read(text, kind)) {
            case Parse.Understood(Condition condition) -> condition;
            case Parse.Mistake mistaken -> throw new AssertionError(mistaken);
        };
    }
}
