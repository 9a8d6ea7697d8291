package pikett.alerts.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.alert.Facts;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.digest.DigestDesk;
import pikett.alerts.digest.DigestPost;
import pikett.alerts.digest.Edition;
import pikett.alerts.digest.Editions;
import pikett.alerts.digest.Period;
import pikett.alerts.incident.Chat;
import pikett.alerts.label.Labels;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Dependencies;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.HandClock;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.Rate;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.pipeline.NotifyRules;
import pikett.alerts.pipeline.Pipeline;
import pikett.alerts.pipeline.Round;
import pikett.alerts.pipeline.Silences;
import pikett.alerts.route.Route;
import pikett.alerts.route.Routes;
import pikett.config.Secret;
import pikett.config.Severity;

/// Digests that come by themselves: once each, over changes of the clock, absences and crashes.
abstract class EditionStories {
    private static final Destination OPS = new Destination("fake", "ops");
    private static final Destination FEED = new Destination("fake", "feed");

    private final HandClock clock = new HandClock();
    private Store store;
    private SqlOutbox outbox;
    private Editions editions;
    private Pipeline pipeline;
    private CheckEngine engine;

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = Stores.open(emptyDatabase());
        outbox = new SqlOutbox(store, clock);
        Round round =
                new Round(
                        outbox,
                        EditionStories::rules,
                        _ -> new Rate(20, Duration.ofMinutes(1)),
                        clock);
        DigestDesk desk =
                new DigestDesk(store, new Silences(store, round), new OutboxOverview(store));
        editions = new Editions(desk, outbox, clock);
        pipeline = new Pipeline(store, round);
        engine = made();
    }

    @AfterEach
    final void close() {
        store.close();
    }

    @Test
    void once_a_day_also_when_the_clock_changes_in_every_zone() {
        // Both changes of the clock, at hours that are left out or come twice.
        onceADay("Europe/Berlin", 2, "2027-03-27", 3);
        onceADay("Europe/Berlin", 2, "2027-10-30", 3);
        onceADay("Australia/Lord_Howe", 2, "2028-04-01", 3);
        onceADay("America/New_York", 1, "2028-11-04", 3);
        onceADay("America/Santiago", 0, "2029-09-01", 3);
    }

    private void onceADay(String zone, int hour, String first, int days) {
        ZoneId here = ZoneId.of(zone);
        Edition edition =
                new Edition(
                        zone.replace('/', '-') + first,
                        Duration.ofDays(1),
                        here,
                        true,
                        List.of(OPS));
        clock.advance(
                Duration.between(
                        clock.instant(), LocalDate.parse(first).atStartOfDay(here).toInstant()));
        start("0 30 %d * * ?".formatted(hour), edition);
        long before = posted();
        for (int day = 1; day <= days; day++) {
            LocalDateTime end = LocalDate.parse(first).plusDays(day).atStartOfDay();
            Duration step = Duration.ofMinutes(10);
            while (clock.instant().plus(step).isBefore(end.atZone(here).toInstant())) {
                clock.advance(step);
                engine.tick();
                ended(engine);
            }
            assertThat(posted() - before).as("%s, day %d", zone, day).isEqualTo(day);
        }
    }

    @Test
    void one_begins_where_the_one_before_ended() {
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        Instant saturday = LocalDateTime.parse("2026-10-24T08:00").atZone(berlin).toInstant();
        Instant sunday = LocalDateTime.parse("2026-10-25T08:00").atZone(berlin).toInstant();
        assertThat(Period.before(sunday, Duration.ofDays(1), berlin))
                .isEqualTo(new Period(saturday, sunday));
        assertThat(Duration.between(saturday, sunday)).isEqualTo(Duration.ofHours(25));
        assertThat(Period.before(sunday, Duration.ofHours(12), berlin).from())
                .isEqualTo(sunday.minus(Duration.ofHours(12)));
    }

    @Test
    void what_an_absence_made_it_miss_comes_once_and_only_if_it_is_not_too_late() {
        start(daily(true));
        passes(Duration.ofHours(6));
        assertThat(at("2026-11-21T08:00:00Z")).isOne();
        // Five days, to half past eight.
        clock.advance(Duration.ofDays(5).plusMinutes(30));
        for (int starts = 0; starts < 3; starts++) {
            start(daily(true));
            passes(Duration.ofSeconds(10));
        }
        assertThat(posted()).isEqualTo(4);
        assertThat(at("2026-11-26T08:00:00Z")).isOne();
        // Until the evening of the next day.
        clock.advance(Duration.ofDays(1).plusHours(12));
        start(daily(true));
        passes(Duration.ofSeconds(10));
        assertThat(posted()).isEqualTo(4);
        passes(Duration.ofHours(12));
        assertThat(at("2026-11-28T08:00:00Z")).isOne();
        assertThat(posted()).isEqualTo(6);
    }

    @Test
    void a_crash_between_the_post_and_its_end_makes_it_neither_come_twice_nor_be_lost() {
        Edition edition = daily(true);
        engine =
                started(
                        new Chore.Work.InTransaction((transaction, at) -> {
                            editions.post(transaction, edition, at);
                            throw new IllegalStateException("killed");
                        }));
        passes(Duration.ofHours(6));
        assertThat(posted()).isZero();
        start(edition);
        passes(Duration.ofSeconds(10));
        assertThat(at("2026-11-21T08:00:00Z")).isOne();
        start(edition);
        passes(Duration.ofSeconds(10));
        assertThat(posted()).isEqualTo(2);
    }

    @Test
    void two_instances_post_it_once() {
        start(daily(true));
        CheckEngine other = engine;
        start(daily(true));
        clock.advance(Duration.ofHours(6));
        other.tick();
        engine.tick();
        ended(other);
        ended(engine);
        assertThat(posted()).isEqualTo(2);
    }

    @Test
    void one_that_is_for_bad_days_only_stays_away_while_all_is_well() {
        start(daily(false));
        passes(Duration.ofHours(6));
        assertThat(posted()).isZero();
        fires();
        long cards = posted();
        passes(Duration.ofDays(1));
        assertThat(posted() - cards).isEqualTo(2);
        assertThat(at("2026-11-22T08:00:00Z")).isOne();
    }

    @Test
    void it_waits_in_the_outbox_with_its_period_and_no_sound() {
        Period period = Period.upTo(clock.instant(), Duration.ofDays(1));
        Content content =
                new Content(
                        DigestPost.KIND,
                        "{\"from\":%d,\"until\":%d}"
                                .formatted(
                                        period.from().toEpochMilli(),
                                        period.until().toEpochMilli()));
        assertThat(DigestPost.period(content)).isEqualTo(period);
        start(daily(true));
        passes(Duration.ofHours(6));
        String waits =
                store.read(transaction ->
                        transaction
                                .createQuery(
                                        """
                                        SELECT kind || ' ' || payload || ' ' || silent
                                        FROM outbox_deliveries WHERE address = 'ops'
                                        """)
                                .mapTo(String.class)
                                .one());
        assertThat(waits).isEqualTo("digest {\"from\":1795161600000,\"until\":1795248000000} 1");
    }

    private void fires() {
        Labels labels = Labels.of(Map.of(Labels.ALERT_NAME, "ServiceDown", "service", "api"));
        pipeline.accept(
                List.of(
                        new Report(
                                "check",
                                labels,
                                Status.FIRING,
                                Severity.CRITICAL,
                                clock.instant(),
                                clock.instant(),
                                Facts.NONE)));
    }

    private static Edition daily(boolean evenGreen) {
        return new Edition(
                "morning", Duration.ofDays(1), ZoneOffset.UTC, evenGreen, List.of(OPS, FEED));
    }

    private void start(Edition edition) {
        start("0 0 8 * * ?", edition);
    }

    private void start(String cron, Edition edition) {
        engine = made();
        engine.plan(
                List.of(),
                List.of(
                        chore(
                                edition.name(),
                                new CronTimes(cron, edition.zone()),
                                new Chore.Work.InTransaction((transaction, at) ->
                                        editions.post(transaction, edition, at)))));
    }

    private CheckEngine started(Chore.Work work) {
        CheckEngine made = made();
        made.plan(
                List.of(),
                List.of(chore("morning", new CronTimes("0 0 8 * * ?", ZoneOffset.UTC), work)));
        return made;
    }

    private CheckEngine made() {
        return new CheckEngine(store, clock, (_, _) -> {}, _ -> {}, CheckEngine.Settings.USUAL);
    }

    private static Chore chore(String name, FireTimes times, Chore.Work work) {
        return new Chore("digest:" + name, times, CatchUp.ONCE, Duration.ofMinutes(1), work);
    }

    private void passes(Duration time) {
        clock.advance(time);
        engine.tick();
        ended(engine);
    }

    /// Waits until nothing goes on, without a pause when nothing does.
    private static void ended(CheckEngine engine) {
        if (!engine.idle()) {
            await().pollInterval(Duration.ofMillis(5)).until(engine::idle);
        }
    }

    /// How many deliveries there are, of all digests.
    private long posted() {
        return store.read(transaction ->
                transaction
                        .createQuery("SELECT COUNT(*) FROM outbox_deliveries")
                        .mapTo(Long.class)
                        .one());
    }

    /// How many deliveries to one of the chats are about the digest of that time.
    private long at(String time) {
        return store.read(transaction ->
                transaction
                        .createQuery(
                                """
                                SELECT COUNT(*) FROM outbox_deliveries
                                WHERE subject = :subject AND address = 'feed'
                                """)
                        .bind("subject", "digest:morning:" + Instant.parse(time).toEpochMilli())
                        .mapTo(Long.class)
                        .one());
    }

    private static NotifyRules rules() {
        return new NotifyRules(
                List.of("service", "queue", "host"),
                Duration.ofSeconds(5),
                Duration.ofHours(2),
                new Routes(
                        List.of(),
                        new Route(
                                "default", Matchers.ANY, List.of("ops"), Optional.empty(), false)),
                Map.of(),
                List.of(),
                new Dependencies(Map.of()),
                Map.of("ops", new Chat("ops", OPS, Optional.empty())),
                List.of(),
                Map.of(),
                Optional.empty());
    }
}
