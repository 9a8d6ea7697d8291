package pikett.bot.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.host.Host;
import pikett.adapters.host.Output;
import pikett.adapters.host.ShellResult;
import pikett.adapters.reason.Reason;
import pikett.adapters.store.StoreUnavailableException;
import pikett.adapters.store.Stores;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.bot.access.Person;
import pikett.bot.audit.AuditLog;
import pikett.bot.audit.AuditTrail;
import pikett.bot.runbook.FakeService.Look;
import pikett.config.Language;
import pikett.config.PersonConfig;
import pikett.config.Role;
import pikett.config.Secret;

/// On SQLite; [PostgresRunDeskTest] asks the same of the other database.
class RunDeskTest {
    private static final Destination OPS = new Destination("telegram", "-100");
    private static final Person ANNA = person("anna", 1, Role.ADMIN);
    private static final Person BORIS = person("boris", 4, Role.ADMIN);
    private static final Person ARSEN = person("arsen", 2, Role.OPERATOR);
    private static final Person LENA = person("lena", 3, Role.VIEWER);

    @TempDir Path folder;

    private final Map<String, PersonConfig> people =
            new ConcurrentHashMap<>(
                    Stream.of(ANNA, BORIS, ARSEN, LENA)
                            .collect(Collectors.toMap(Person::name, Person::config)));
    private final ManualTime time = new ManualTime();
    private final FakeService service = new FakeService(time, _ -> Look.up(), "");
    private final ShownCards cards = new ShownCards();
    private final AtomicInteger ids = new AtomicInteger();
    private final ConcurrentLinkedQueue<List<String>> commands = new ConcurrentLinkedQueue<>();
    private ShellAnswer shell = _ -> done(0);
    private final ConcurrentLinkedQueue<String> witnessed = new ConcurrentLinkedQueue<>();
    private DoubtfulStore store;
    private RunFloor floor;
    private RunDesk desk;

    /// What the host does with a command.
    private interface ShellAnswer {
        ShellResult to(List<String> command);
    }

    Secret emptyDatabase() throws Exception {
        return new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"));
    }

    @BeforeEach
    void open() throws Exception {
        store = new DoubtfulStore(Stores.open(emptyDatabase()));
        startUp();
    }

    @AfterEach
    void close() {
        time.end();
        store.close();
    }

    private void startUp() {
        Host host =
                new Host(
                        "prod-1",
                        command -> {
                            commands.add(command.arguments());
                            return shell.to(command.arguments());
                        },
                        (_, _, _) -> {
                            throw new java.io.IOException("nothing is dialled here");
                        });
        RunEnvironment environment =
                new RunEnvironment(Map.of("prod-1", host), service, time, time);
        AuditLog audit = new AuditLog(time, text -> text);
        floor =
                new RunFloor(
                        store,
                        audit,
                        cards,
                        () -> environment,
                        this::id,
                        (_, _, _, seen) -> witnessed.add(seen));
        desk =
                new RunDesk(
                        store,
                        cards,
                        new Planner(TestPlans.config()),
                        new Permission(
                                () -> people,
                                (person, plan) -> person.config().role().atLeast(plan.leastRole())),
                        floor,
                        this::id);
    }

    private String id() {
        return "id" + ids.incrementAndGet();
    }

    @Test
    void a_restart_is_confirmed_run_verified_and_told() {
        assertThat(desk.ask(TestPlans.restart(), ANNA, origin("answer:1")))
                .isEqualTo(new Asked.Offered());
        assertThat(service.restarts).hasValue(0);

        assertThat(desk.press(yes(), presser(ANNA, "answer:1"))).isEqualTo(new Pressed.Started());

        awaitEnd("answer:1", "✅ api was restarted");
        assertThat(service.restarts).hasValue(1);
        assertThat(cards.last("answer:1"))
                .contains("by anna")
                .contains("healthy after")
                .contains("no restart since");
        await().untilAsserted(() ->
                assertThat(new AuditTrail(store).verify())
                        .isEqualTo(new AuditTrail.Verdict.Intact(2)));
    }

    @Test
    void fifty_presses_at_once_start_one_run() throws Exception {
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));

        List<Pressed> told = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Pressed>> presses =
                    IntStream.range(0, 50)
                            .mapToObj(_ ->
                                    threads.submit(
                                            () -> desk.press(yes(), presser(ANNA, "answer:1"))))
                            .toList();
            for (Future<Pressed> press : presses) {
                told.add(press.get());
            }
        }

        awaitEnd("answer:1", "✅");
        assertThat(told.stream().filter(new Pressed.Started()::equals)).hasSize(1);
        assertThat(service.restarts).hasValue(1);
    }

    @Test
    void a_button_still_works_and_works_once_after_a_restart_of_pikett() {
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));
        Ticket yes = yes();
        startUp();

        assertThat(desk.press(yes, presser(ANNA, "answer:1"))).isEqualTo(new Pressed.Started());
        awaitEnd("answer:1", "✅");
        startUp();

        assertThat(desk.press(yes, presser(ANNA, "answer:1")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.TAKEN));
        assertThat(service.restarts).hasValue(1);
    }

    @Test
    void a_button_from_yesterday_runs_nothing() {
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));
        time.advance(Duration.ofDays(1));

        assertThat(desk.press(yes(), presser(ANNA, "answer:1")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.EXPIRED));
        assertThat(service.restarts).hasValue(0);
        assertThat(cards.last("answer:1")).contains("The time is over. Nothing was run.");
    }

    @Test
    void a_button_is_good_for_a_minute_and_for_ten_where_others_must_agree() {
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));
        time.advance(Duration.ofMinutes(1));
        assertThat(desk.press(yes(), presser(ANNA, "answer:1")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.EXPIRED));

        desk.ask(TestPlans.restart(), ANNA, origin("answer:2"));
        time.advance(Duration.ofSeconds(59));
        assertThat(desk.press(yes(), presser(ANNA, "answer:2"))).isEqualTo(new Pressed.Started());
        awaitEnd("answer:2", "✅");

        desk.ask(TestPlans.dangerous(), ANNA, origin("answer:3"));
        time.advance(Duration.ofMinutes(10));
        assertThat(desk.press(yes(), presser(BORIS, "answer:3")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.EXPIRED));
    }

    @Test
    void what_was_not_committed_is_not_run() {
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));
        Ticket yes = yes();
        store.refuseCommits(1);
        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> desk.press(yes, presser(ANNA, "answer:1"))))
                .isInstanceOf(StoreUnavailableException.class);

        // The same button still works, and what it starts is the only run that there was.
        assertThat(desk.press(yes, presser(ANNA, "answer:1"))).isEqualTo(new Pressed.Started());
        awaitEnd("answer:1", "✅");
        assertThat(service.restarts).hasValue(1);
        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(2));
    }

    @Test
    void an_end_is_told_once_and_not_before_it_is_durable() {
        shell = _ -> blockUntilInterrupted();
        desk.ask(TestPlans.slow(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));
        await().until(() -> !commands.isEmpty());

        store.refuseCommits(4);
        desk.press(cards.ticket(Ticket.Press.STOP), presser(ANNA, "answer:1"));

        await().until(() -> !witnessed.isEmpty());
        assertThat(store.refusalsLeft()).isZero();
        floor.close(Duration.ofSeconds(5));
        assertThat(witnessed).hasSize(1);
        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(2));
    }

    @Test
    void a_viewer_is_refused_before_and_after_the_offer() {
        assertThat(desk.ask(TestPlans.restart(), LENA, origin("answer:1")))
                .isEqualTo(new Asked.NotPermitted());
        desk.ask(TestPlans.restart(), ANNA, origin("answer:2"));

        assertThat(desk.press(yes(), presser(LENA, "answer:2")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.NOT_PERMITTED));
        assertThat(service.restarts).hasValue(0);
    }

    @Test
    void the_second_person_is_told_who_restarts_the_same_service_and_since_when() {
        shell = _ -> blockUntilInterrupted();
        desk.ask(TestPlans.slow(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));
        await().until(() -> !commands.isEmpty());

        assertThat(desk.ask(TestPlans.slow(), ARSEN, origin("answer:2")))
                .isEqualTo(new Asked.Busy("anna", time.instant()));

        desk.press(cards.ticket(Ticket.Press.STOP), presser(ANNA, "answer:1"));
        awaitEnd("answer:1", "was stopped");
        assertThat(cards.last("answer:1")).contains("Stopped by anna");
        assertThat(desk.ask(TestPlans.slow(), ARSEN, origin("answer:3")))
                .isEqualTo(new Asked.Offered());
    }

    @Test
    void a_run_that_fails_inside_pikett_is_unknown_and_holds_nothing_back() {
        shell =
                _ -> {
                    throw new IllegalStateException("a bug");
                };
        desk.ask(TestPlans.slow(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));

        awaitEnd("answer:1", "outcome unknown");
        await().until(() ->
                desk.ask(TestPlans.slow(), ARSEN, origin("answer:2")).equals(new Asked.Offered()));
    }

    @Test
    void a_dangerous_runbook_waits_for_another_person() {
        desk.ask(TestPlans.dangerous(), ANNA, origin("answer:1"));
        Ticket yes = yes();

        assertThat(desk.press(yes, presser(ANNA, "answer:1")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.NEEDS_ANOTHER_PERSON));
        assertThat(commands).isEmpty();
        assertThat(desk.press(yes, presser(BORIS, "answer:1"))).isEqualTo(new Pressed.Started());
        awaitEnd("answer:1", "✅");
        assertThat(cards.last("answer:1")).contains("by anna, agreed by boris");
        assertThat(commands).containsExactly(List.of("backup"), List.of("redis-cli", "DEL", "x"));
    }

    @Test
    void a_step_that_fails_ends_the_run_with_its_last_lines() {
        shell =
                command ->
                        command.equals(List.of("backup"))
                                ? new ShellResult.Done(
                                        3,
                                        new Output("", "disk is full\n", 0),
                                        Duration.ofSeconds(1))
                                : done(0);
        desk.ask(TestPlans.dangerous(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(BORIS, "answer:1"));

        awaitEnd("answer:1", "🔴");
        assertThat(cards.last("answer:1")).contains("exit 3").contains("disk is full");
        assertThat(commands).containsExactly(List.of("backup"));
    }

    @Test
    void a_run_that_was_cut_off_is_unknown_and_never_repeated() {
        shell = _ -> blockUntilInterrupted();
        desk.ask(TestPlans.slow(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));
        await().until(() -> !commands.isEmpty());

        startUp();
        floor.settleInterrupted();

        assertThat(cards.last("answer:1"))
                .contains("outcome unknown")
                .contains("Pikett does not repeat it");
        // A run that was begun again by itself would have been on its way before the next one.
        shell = _ -> done(0);
        desk.ask(TestPlans.slow(), ANNA, origin("answer:2"));
        desk.press(yes(), presser(ANNA, "answer:2"));
        awaitEnd("answer:2", "✅");
        assertThat(commands).hasSize(2);
    }

    @Test
    void a_lost_connection_makes_the_run_unknown() {
        shell = _ -> new ShellResult.Unknown(Reason.told("connection lost"), Output.EMPTY);
        desk.ask(TestPlans.slow(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));

        awaitEnd("answer:1", "outcome unknown");
        assertThat(commands).hasSize(1);
    }

    @Test
    void an_end_that_cannot_be_told_in_full_is_durable_all_the_same() {
        cards.failOn(text -> text.contains("healthy after"));
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));

        awaitEnd("answer:1", "✅ api was restarted");
        assertThat(cards.last("answer:1")).doesNotContain("healthy after");
        assertThat(new AuditTrail(store).verify()).isEqualTo(new AuditTrail.Verdict.Intact(2));
        assertThat(desk.ask(TestPlans.restart(), ANNA, origin("answer:2")))
                .isEqualTo(new Asked.Offered());
    }

    @Test
    void an_end_that_cannot_be_written_is_tried_again_until_it_is() {
        shell = _ -> blockUntilInterrupted();
        desk.ask(TestPlans.slow(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));
        await().until(() -> !commands.isEmpty());
        store.write(handle -> handle.execute("ALTER TABLE audit RENAME TO lost"));
        desk.press(cards.ticket(Ticket.Press.STOP), presser(ANNA, "answer:1"));

        Instant before = time.instant();
        await().until(() -> time.instant().isAfter(before.plusSeconds(3)));
        store.write(handle -> handle.execute("ALTER TABLE lost RENAME TO audit"));

        awaitEnd("answer:1", "was stopped");
        assertThat(desk.ask(TestPlans.slow(), ANNA, origin("answer:2")))
                .isEqualTo(new Asked.Offered());
    }

    @Test
    void a_failure_inside_that_is_no_exception_ends_the_run_as_unknown() {
        shell =
                _ -> {
                    throw new StackOverflowError();
                };
        desk.ask(TestPlans.slow(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));

        awaitEnd("answer:1", "outcome unknown");
    }

    @Test
    void a_restart_is_told_in_one_message_and_a_runbook_is_announced() {
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));
        desk.press(yes(), presser(ANNA, "answer:1"));
        awaitEnd("answer:1", "✅ api was restarted");
        assertThat(cards.announced()).isEmpty();

        desk.ask(TestPlans.slow(), ANNA, origin("answer:2"));
        desk.press(yes(), presser(ANNA, "answer:2"));
        // The announcement is written after the card, in one transaction with it.
        await().untilAsserted(() ->
                assertThat(cards.announced()).singleElement().asString().contains("Slow is done"));
    }

    @Test
    void no_audit_no_run() {
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));
        Ticket yes = yes();
        store.write(handle -> handle.execute("DROP TABLE audit"));

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> desk.press(yes, presser(ANNA, "answer:1"))))
                .isNotNull();
        assertThat(service.restarts).hasValue(0);
    }

    private void awaitEnd(String subject, String words) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(cards.last(subject)).contains(words));
    }

    private Ticket yes() {
        return cards.ticket(Ticket.Press.YES);
    }

    private static ShellResult done(int exit) {
        return new ShellResult.Done(exit, Output.EMPTY, Duration.ofMillis(5));
    }

    private static ShellResult blockUntilInterrupted() {
        try {
            new java.util.concurrent.CountDownLatch(1).await();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        return new ShellResult.TimedOut(Duration.ofSeconds(1), Output.EMPTY);
    }

    /// Between a wish and the last agreement to it people go, and their names are given to others.
    @Test
    void who_is_taken_out_takes_what_he_agreed_to_along() {
        desk.ask(TestPlans.dangerous(), ANNA, origin("answer:1"));
        people.remove("anna");

        assertThat(desk.press(yes(), presser(BORIS, "answer:1")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.PLAN_CHANGED));
        assertThat(commands).isEmpty();
    }

    @Test
    void whoever_has_the_name_of_another_by_now_is_somebody_else() {
        desk.ask(TestPlans.restart(), ANNA, origin("answer:1"));
        Person other = person("anna", 9, Role.ADMIN);
        people.put("anna", other.config());

        assertThat(desk.press(yes(), presser(other, "answer:1")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.PLAN_CHANGED));
        assertThat(desk.press(yes(), presser(ANNA, "answer:1")))
                .isEqualTo(new Pressed.Refused(OfferRule.Refusal.NOT_PERMITTED));
        assertThat(desk.ask(TestPlans.restart(), ANNA, origin("answer:2")))
                .isEqualTo(new Asked.NotPermitted());
        assertThat(service.restarts).hasValue(0);
    }

    private static Origin origin(String subject) {
        return new Origin(OPS, new Subject(subject), Language.EN, java.time.ZoneOffset.UTC, "c1");
    }

    private static Presser presser(Person person, String subject) {
        return new Presser(person, OPS, new Subject(subject));
    }

    private static Person person(String name, long id, Role role) {
        return new Person(name, new PersonConfig(id, role, java.util.Optional.empty(), List.of()));
    }
}
