package pikett.alerts.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.label.Labels;
import pikett.alerts.outbox.HandClock;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.Secret;
import pikett.config.Severity;

/// What is reported of what was seen, also across starts and when we are blind.
abstract class CheckDeskStories {
    private static final Labels API = Labels.of(Map.of(Labels.ALERT_NAME, "api"));
    private static final Levels DOWN = new Levels(Truth.HOLDS, Truth.HOLDS);

    private final HandClock clock = new HandClock();
    private final List<Report> reported = new ArrayList<>();
    private final Check one = host("one");
    private final Check two = host("two");
    private final Check api = check("api", new Place.Behind("one"), Duration.ofSeconds(60));
    private boolean pipelineFails;
    private boolean databaseIsAway;
    private Store store;
    private CheckDesk desk;

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = Stores.open(emptyDatabase());
        start(one, two, api);
    }

    @AfterEach
    final void close() {
        store.close();
    }

    @Test
    void what_holds_for_its_time_is_reported_and_when_it_is_gone_its_end() {
        looks(api, DOWN);
        assertThat(heard()).isEmpty();
        passes(60);
        looks(api, DOWN);
        assertThat(heard()).containsExactly("FIRING CRITICAL api");
        passes(30);
        looks(api, Levels.CLEAR);
        assertThat(heard()).containsExactly("RESOLVED CRITICAL api");
        passes(30);
        looks(api, Levels.CLEAR);
        assertThat(heard()).isEmpty();
    }

    @Test
    void while_it_waits_whether_it_is_over_what_was_bad_stays_told() {
        Check queue =
                check(
                        "queue",
                        new Place.Here(),
                        new Patience(Duration.ZERO, Duration.ofSeconds(60)));
        start(queue);
        looks(queue, DOWN);
        assertThat(heard()).containsExactly("FIRING CRITICAL queue");
        looks(queue, Levels.CLEAR);
        passes(30);
        looks(queue, Levels.CLEAR);
        assertThat(heard()).isEmpty();
        passes(30);
        looks(queue, Levels.CLEAR);
        assertThat(heard()).containsExactly("RESOLVED CRITICAL queue");
    }

    @Test
    void a_start_forgets_neither_since_when_it_holds_nor_what_fires() {
        looks(api, DOWN);
        passes(59);
        start(one, two, api);
        passes(1);
        looks(api, DOWN);
        assertThat(heard()).containsExactly("FIRING CRITICAL api");
        Instant since = clock.instant();
        start(one, two, api);
        passes(60);
        looks(api, Levels.CLEAR);
        assertThat(reported.getFirst().startsAt()).isEqualTo(since);
        assertThat(heard()).containsExactly("RESOLVED CRITICAL api");
    }

    @Test
    void after_a_start_what_held_and_is_not_known_upholds_and_nothing_else_does() {
        Set<String> held = Set.of("body == 'bad'");
        reads(new Finding(API, DOWN, Facts.NONE, held, Map.of()));
        passes(60);
        reads(new Finding(API, DOWN, Facts.NONE, held, Map.of()));
        assertThat(heard()).containsExactly("FIRING CRITICAL api");
        start(one, two, api);
        reads(unknown("body == 'bad'"));
        start(one, two, api);
        reads(unknown("body == 'bad'"));
        assertThat(heard()).isEmpty();
        reads(unknown("body.status == 'down'"));
        assertThat(heard()).containsExactly("RESOLVED CRITICAL api");
    }

    private static Finding unknown(String condition) {
        return new Finding(
                API, Levels.CLEAR, Facts.NONE, Set.of(), Map.of(condition, Severity.CRITICAL));
    }

    private void reads(Finding finding) {
        desk.saw(api, Looks.reached(clock.instant(), List.of(finding)));
        settle();
    }

    @Test
    void what_fires_for_a_check_that_is_no_more_ends() {
        firing();
        start(one, two);
        settle();
        assertThat(heard()).containsExactly("RESOLVED CRITICAL api");
        start(one, two);
        settle();
        assertThat(heard()).isEmpty();
    }

    @Test
    void a_series_that_is_no_longer_there_does_not_hold() {
        firing();
        desk.saw(api, Looks.reached(clock.instant(), List.of()));
        settle();
        assertThat(heard()).containsExactly("RESOLVED CRITICAL api");
    }

    @Test
    void what_is_not_reached_tells_nothing_of_its_series() {
        firing();
        desk.saw(api, Looks.unreached(clock.instant(), List.of()));
        settle();
        assertThat(heard()).isEmpty();
        assertThat(desk.states("api")).hasSize(1);
    }

    @Test
    void what_cannot_be_read_changes_nothing() {
        firing();
        desk.saw(api, Sighting.unread(clock.instant(), Duration.ZERO, Unread.TOOK_TOO_LONG));
        settle();
        assertThat(heard()).isEmpty();
        assertThat(desk.states("api")).hasSize(1);
        assertThat(desk.last("api").orElseThrow().unread()).contains(Unread.TOOK_TOO_LONG);
    }

    @Test
    void what_could_not_be_kept_is_reported_again() {
        looks(api, DOWN);
        passes(60);
        pipelineFails = true;
        assertThatThrownBy(() -> looks(api, DOWN)).hasMessage("disk full");
        pipelineFails = false;
        looks(api, DOWN);
        assertThat(heard()).containsExactly("FIRING CRITICAL api");
    }

    @Test
    void behind_a_host_that_is_gone_nothing_is_raised_and_nothing_ends() {
        firing();
        reaches(two, true);
        passes(1);
        reaches(one, false);
        assertThat(heard()).isEmpty();
        passes(1);
        reaches(two, true);
        reaches(one, false);
        assertThat(heard()).containsExactly("FIRING CRITICAL one");
        looks(api, Levels.CLEAR);
        assertThat(heard()).isEmpty();
        reaches(one, true);
        assertThat(heard()).containsExactly("RESOLVED CRITICAL one");
        looks(api, Levels.CLEAR);
        assertThat(heard()).containsExactly("RESOLVED CRITICAL api");
    }

    @Test
    void the_others_are_asked_once_and_then_who_was_not_reached_once_more() {
        Check three = host("three");
        start(one, two, three, api);
        reaches(three, true);
        passes(10);
        desk.saw(one, unreached(one));
        assertThat(settle()).containsExactlyInAnyOrder("two", "three");
        assertThat(settle()).isEmpty();
        desk.saw(two, unreached(two));
        assertThat(settle()).isEmpty();
        assertThat(heard()).isEmpty();
        passes(1);
        desk.saw(three, Looks.reached(clock.instant(), List.of(finding("three", Levels.CLEAR))));
        assertThat(settle()).containsExactlyInAnyOrder("one", "two");
        assertThat(settle()).isEmpty();
        reaches(one, false);
        assertThat(heard()).containsExactly("FIRING CRITICAL one");
    }

    @Test
    void what_was_seen_too_early_is_looked_at_once_more() {
        start(one);
        reaches(one, false);
        assertThat(heard()).isEmpty();
        passes(5);
        assertThat(settle()).containsExactly("one");
        reaches(one, false);
        assertThat(heard()).containsExactly("FIRING CRITICAL one");
    }

    @Test
    void when_nothing_is_reached_one_alert_says_from_when_to_when() {
        reaches(one, true);
        reaches(two, true);
        passes(10);
        Instant lost = clock.instant();
        desk.saw(one, unreached(one));
        assertThat(settle()).contains("two");
        desk.saw(two, unreached(two));
        settle();
        assertThat(reported.getFirst().startsAt()).isEqualTo(lost);
        assertThat(heard()).containsExactly("FIRING CRITICAL PikettBlind");
        passes(30);
        reaches(one, false);
        assertThat(heard()).containsExactly("FIRING CRITICAL PikettBlind");
        passes(30);
        reaches(one, true);
        assertThat(heard()).containsExactly("RESOLVED CRITICAL PikettBlind");
        reaches(two, true);
        assertThat(heard()).isEmpty();
    }

    @Test
    void an_end_that_the_clock_puts_before_the_beginning_ends_it() {
        reaches(two, true);
        reaches(one, false);
        Alert fired = Alert.of(reported.getFirst());
        heard();
        passes(-30);
        reaches(one, true);
        Alert over = Alert.of(reported.getFirst());
        assertThat(heard()).containsExactly("RESOLVED CRITICAL one");
        assertThat(fired.merge(over).firing()).isFalse();
        assertThat(over.merge(fired)).isEqualTo(fired.merge(over));
    }

    @Test
    void what_begins_after_the_clock_was_put_back_is_new_also_after_a_start() {
        reaches(two, true);
        reaches(one, false);
        passes(60);
        reported.clear();
        reaches(one, true);
        Alert over = Alert.of(reported.getFirst());
        passes(-3600);
        start(one, two, api);
        reported.clear();
        reaches(two, true);
        reaches(one, false);
        Alert again = Alert.of(reported.getFirst());
        assertThat(heard()).containsExactly("FIRING CRITICAL one");
        assertThat(over.merge(again).firing()).isTrue();
    }

    @Test
    void what_was_over_long_ago_is_forgotten() {
        firing();
        looks(api, Levels.CLEAR);
        passes(6 * 24 * 60 * 60);
        settle();
        assertThat(new CheckStates(store).all()).isNotEmpty();
        passes(2 * 24 * 60 * 60);
        settle();
        assertThat(new CheckStates(store).all()).isEmpty();
        assertThat(desk.states("api")).isEmpty();
    }

    @Test
    void what_was_seen_while_the_database_was_away_is_settled_when_it_is_back() {
        reaches(two, true);
        databaseIsAway = true;
        assertThatThrownBy(() -> reaches(one, false)).hasMessage("away");
        passes(1);
        assertThatThrownBy(this::settle).hasMessage("away");
        databaseIsAway = false;
        settle();
        assertThat(heard()).containsExactly("FIRING CRITICAL one");
        settle();
        assertThat(heard()).isEmpty();
    }

    @Test
    void each_reading_is_handed_on_until_it_is_kept() {
        List<CheckDesk.Read> kept = new ArrayList<>();
        desk.saw(api, Looks.reached(clock.instant(), List.of()));
        passes(1);
        desk.saw(api, Looks.reached(clock.instant(), List.of()));
        settle();
        assertThatThrownBy(() -> desk.handOn(this::notKept)).hasMessage("away");
        passes(1);
        desk.saw(api, Looks.reached(clock.instant(), List.of()));
        settle();
        desk.handOn(kept::addAll);
        assertThat(kept)
                .extracting(read -> Duration.between(read.reading().at(), clock.instant()))
                .containsExactly(Duration.ofSeconds(2), Duration.ofSeconds(1), Duration.ZERO);
        desk.handOn(kept::addAll);
        assertThat(kept).hasSize(3);
    }

    @Test
    void only_so_many_readings_wait_for_the_database() {
        for (int look = 0; look < CheckDesk.MOST + 5; look++) {
            desk.saw(api, Looks.reached(clock.instant(), List.of()));
        }
        settle();
        assertThatThrownBy(() -> desk.handOn(this::notKept)).hasMessage("away");
        settle();
        List<CheckDesk.Read> kept = new ArrayList<>();
        desk.handOn(kept::addAll);
        assertThat(kept).hasSize(CheckDesk.MOST);
    }

    private static StoreUnavailableException away() {
        return new StoreUnavailableException("away", new SQLException("no database"));
    }

    private void notKept(List<CheckDesk.Read> news) {
        assertThat(news).isNotEmpty();
        throw away();
    }

    private void firing() {
        looks(api, DOWN);
        passes(60);
        looks(api, DOWN);
        passes(60);
        heard();
    }

    private void start(Check... checks) {
        desk =
                new CheckDesk(
                        new CheckStates(store),
                        (_, reports) -> {
                            if (databaseIsAway) {
                                throw away();
                            }
                            if (pipelineFails) {
                                throw new IllegalStateException("disk full");
                            }
                            reported.addAll(reports);
                        });
        desk.plan(List.of(checks));
    }

    private void passes(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    private void looks(Check check, Levels levels) {
        desk.saw(check, Looks.reached(clock.instant(), List.of(finding(check.id(), levels))));
        settle();
    }

    private void reaches(Check host, boolean reached) {
        desk.saw(
                host,
                reached
                        ? Looks.reached(clock.instant(), List.of(finding(host.id(), Levels.CLEAR)))
                        : unreached(host));
        settle();
    }

    private Sighting unreached(Check host) {
        return Looks.unreached(clock.instant(), List.of(finding(host.id(), DOWN)));
    }

    private Set<String> settle() {
        return desk.settle(clock.instant());
    }

    private List<String> heard() {
        List<String> heard =
                reported.stream()
                        .map(report ->
                                report.status()
                                        + " "
                                        + report.severity()
                                        + " "
                                        + report.labels().get(Labels.ALERT_NAME))
                        .toList();
        reported.clear();
        return heard;
    }

    private static Finding finding(String name, Levels levels) {
        return new Finding(Labels.of(Map.of(Labels.ALERT_NAME, name)), levels, Facts.NONE);
    }

    private static Check host(String name) {
        return check(name, new Place.AtHost(name), Duration.ZERO);
    }

    private static Check check(String id, Place place, Duration raise) {
        return check(id, place, new Patience(raise, Duration.ZERO));
    }

    private static Check check(String id, Place place, Patience patience) {
        return new Check(
                id,
                place,
                new Rhythm.Every(Duration.ofSeconds(30)),
                Duration.ofSeconds(10),
                patience,
                _ -> {
                    throw new IllegalStateException("nobody looks in these stories");
                });
    }
}
