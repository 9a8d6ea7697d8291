package pikett.alerts.digest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.digest.Outlook.Expiring;
import pikett.alerts.digest.Outlook.Growing;
import pikett.alerts.digest.Outlook.Restarted;
import pikett.alerts.history.KeptReadings;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Part;
import pikett.alerts.reading.Reading;
import pikett.alerts.reading.Value;
import pikett.alerts.reading.Values;
import pikett.config.Secret;
import pikett.config.condition.Name;

/// From what was read to what becomes worse, on every database.
abstract class OutlookTests {
    private static final Instant NINE = Instant.parse("2026-11-21T09:00:00Z");
    private static final Period DAY = Period.upTo(NINE, Duration.ofDays(1));
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration HOUR = Duration.ofHours(1);

    private final Outlooks outlooks = new Outlooks();
    private Store store;
    private KeptReadings kept;

    /// The URL of a database without tables.
    abstract Secret emptyDatabase() throws Exception;

    @BeforeEach
    final void open() throws Exception {
        store = Stores.open(emptyDatabase());
        kept = new KeptReadings(store);
    }

    @AfterEach
    final void close() {
        store.close();
    }

    @Test
    void certificates_that_run_out_within_thirty_days_are_told_the_first_first() {
        read("health:late", "certificate", MINUTE, days(30) + 61);
        read("health:api", "certificate", MINUTE, days(30));
        read("health:worker", "certificate", MINUTE.multipliedBy(2), days(3));
        read("health:over", "certificate", MINUTE, 0);
        assertThat(of(DAY).certificates())
                .containsExactly(
                        new Expiring("over", NINE.minus(MINUTE)),
                        new Expiring("worker", NINE.minusSeconds(120).plus(Duration.ofDays(3))),
                        new Expiring("api", NINE.minusSeconds(60).plus(Duration.ofDays(30))));
    }

    @Test
    void a_certificate_that_is_seldom_looked_at_is_found_and_one_that_is_gone_is_not() {
        read("health:often", "certificate", MINUTE, days(9));
        read("page:daily", "certificate", HOUR.multipliedBy(23), days(8));
        read("page:gone", "certificate", HOUR.multipliedBy(25), days(7));
        assertThat(of(DAY).certificates())
                .extracting(Expiring::check)
                .containsExactly("daily", "often");
    }

    @Test
    void the_last_reading_counts_and_none_after_the_period() {
        read("health:api", "certificate", HOUR, days(3));
        read("health:api", "certificate", MINUTE.multipliedBy(5), days(29));
        read("health:api", "certificate", HOUR.negated(), days(2));
        assertThat(of(DAY).certificates())
                .containsExactly(
                        new Expiring("api", NINE.minusSeconds(300).plus(Duration.ofDays(29))));
    }

    @Test
    void queues_are_told_in_which_much_more_waits_than_when_the_period_began() {
        queue("messages", 20, 162);
        queue("mails", 0, 900);
        queue("calm", 162, 171);
        queue("busy", 1000, 1400);
        queue("falling", 162, 20);
        queue("shallow", 0, 9);
        read("queue:young", "waiting", MINUTE, 500);
        read("queue:unread", "waiting", HOUR.multipliedBy(24), 1);
        read("queue:unread", "waiting", HOUR.multipliedBy(2), 500);
        assertThat(of(DAY).queues())
                .containsExactly(new Growing("mails", 0, 900), new Growing("messages", 20, 162));
    }

    @Test
    void services_are_told_that_restarted_twice_as_often_as_in_as_long_before() {
        restarts("loops", 5, 5, 6, 30);
        restarts("usual", 0, 10, 20, 39);
        restarts("seldom", 7, 7, 7, 9);
        restarts("well", 283, 283, 283, 283);
        restarts("anew", 50, 50, 50, 4);
        assertThat(of(DAY).restarts())
                .containsExactly(new Restarted("loops", 24, 1), new Restarted("anew", 4, 0));
    }

    @Test
    void restarts_while_nobody_looked_belong_to_no_period() {
        read("service:api", "restarts", HOUR.multipliedBy(39).plusMinutes(30), 1);
        read("service:api", "restarts", MINUTE, 99);
        assertThat(of(DAY).restarts()).isEmpty();
    }

    @Test
    void numbers_of_parts_and_of_other_names_are_not_meant() {
        Values waiting = new Values(Map.of(Name.of("waiting"), new Value.Quantity(900)));
        Part part = new Part(Labels.of(Map.of("job", "a")), waiting);
        for (Duration ago : List.of(HOUR.multipliedBy(24), Duration.ZERO)) {
            add("metrics:page", ago, Map.of("requests", 5.0), List.of(part));
        }
        assertThat(of(DAY)).isEqualTo(Outlook.NONE);
    }

    private void queue(String name, double then, double now) {
        read("queue:" + name, "waiting", HOUR.multipliedBy(24).plus(MINUTE), then);
        read("queue:" + name, "waiting", HOUR.multipliedBy(12), 5000);
        read("queue:" + name, "waiting", MINUTE, now);
    }

    /// Two days ago, a day and a half ago, a day ago, and now.
    private void restarts(String service, double... numbers) {
        List<Integer> hoursAgo = List.of(48, 36, 24, 0);
        for (int index = 0; index < numbers.length; index++) {
            read(
                    "service:" + service,
                    "restarts",
                    HOUR.multipliedBy(hoursAgo.get(index)),
                    numbers[index]);
        }
    }

    private static double days(int days) {
        return Duration.ofDays(days).toSeconds();
    }

    private void read(String check, String name, Duration ago, double number) {
        add(check, ago, Map.of(name, number), List.of());
    }

    private void add(String check, Duration ago, Map<String, Double> numbers, List<Part> parts) {
        Map<Name, Value> values = new HashMap<>();
        numbers.forEach((name, number) -> values.put(Name.of(name), new Value.Quantity(number)));
        Reading.Known reading =
                new Reading.Known(NINE.minus(ago), Duration.ZERO, new Values(values), parts);
        kept.add(List.of(new KeptReadings.OfCheck(check, reading)));
    }

    private Outlook of(Period period) {
        return store.read(transaction -> outlooks.of(transaction, period));
    }
}
