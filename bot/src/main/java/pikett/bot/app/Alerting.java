package pikett.bot.app;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.adapters.store.Store;
import pikett.adapters.store.StoreUnavailableException;
import pikett.alerts.check.Check;
import pikett.alerts.check.CheckDesk;
import pikett.alerts.digest.DigestDesk;
import pikett.alerts.digest.DigestPost;
import pikett.alerts.digest.Editions;
import pikett.alerts.history.KeptReadings;
import pikett.alerts.incident.Incident;
import pikett.alerts.incident.Incidents;
import pikett.alerts.incident.MessageKind;
import pikett.alerts.incident.Telling;
import pikett.alerts.outbox.Content;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.OutboxOverview;
import pikett.alerts.outbox.SqlOutbox;
import pikett.alerts.outbox.Urgency;
import pikett.alerts.pipeline.AlertBoard;
import pikett.alerts.pipeline.IncidentDesk;
import pikett.alerts.pipeline.Pipeline;
import pikett.alerts.pipeline.Retention;
import pikett.alerts.pipeline.Round;
import pikett.alerts.pipeline.Silences;
import pikett.alerts.pipeline.SourceDesk;
import pikett.alerts.pipeline.Storms;
import pikett.alerts.pipeline.Timers;
import pikett.alerts.rule.Past;
import pikett.alerts.scheduler.CatchUp;
import pikett.alerts.scheduler.CheckEngine;
import pikett.alerts.scheduler.CheckView;
import pikett.alerts.scheduler.Chore;
import pikett.alerts.scheduler.EveryTimes;
import pikett.alerts.scheduler.Housekeeping;
import pikett.bot.audit.AuditLog;
import pikett.bot.audit.AuditedActs;
import pikett.bot.channel.CardNotices;
import pikett.bot.channel.NoticeSource;
import pikett.bot.command.ActAudit;
import pikett.bot.command.IncidentWays;
import pikett.bot.command.QueuePast;
import pikett.bot.delivery.CardSource;
import pikett.bot.delivery.DigestCards;
import pikett.bot.delivery.IncidentCards;
import pikett.bot.runbook.PastRuns;
import pikett.bot.runbook.Plan;
import pikett.bot.trace.Traces;
import pikett.bot.view.IncidentFacts;
import pikett.bot.view.Room;
import pikett.config.PikettConfig;
import pikett.config.StorageConfig;

/// What is looked at, and what becomes of it, put together.
final class Alerting {
    private static final Logger LOG = LoggerFactory.getLogger(Alerting.class);
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration LAPSED = Duration.ofSeconds(10);
    private static final Duration WITNESSED = Duration.ofSeconds(2);

    /// As long, a message that was sent can be found again and edited.
    private static final Duration DELIVERIES_KEPT = Duration.ofDays(30);

    private final Ways ways;
    private final KeptReadings readings;
    private final Incidents incidents;
    private final OutboxOverview overview;
    private final IncidentDesk desk;
    private final Silences silences;
    private final Storms storms;
    private final DigestDesk digests;
    private final Timers timers;
    private final Retention retention;
    private final SourceDesk sources;
    private final AlertBoard board;
    private final CheckEngine engine;
    private volatile Instant lastTimers;

    /// What it stands on.
    ///
    /// @param today the configuration of this moment
    record Ways(
            Store store,
            SqlOutbox outbox,
            Supplier<PikettConfig> today,
            AuditLog audit,
            UnaryOperator<String> redaction,
            InstantSource clock,
            Traces traces) {}

    Alerting(Ways ways) {
        this.ways = ways;
        this.lastTimers = ways.clock().instant();
        Round round =
                new Round(
                        ways.traces().outbox(ways.outbox()),
                        new AlertRules(ways.today()),
                        ChannelWiring::perMinute,
                        ways.clock());
        this.readings = new KeptReadings(ways.store());
        this.incidents = new Incidents(ways.store());
        this.desk = new IncidentDesk(ways.store(), round);
        this.silences = new Silences(ways.store(), round);
        this.storms = new Storms(ways.store(), round);
        this.overview = new OutboxOverview(ways.store());
        this.digests = new DigestDesk(ways.store(), silences, overview);
        this.timers = new Timers(ways.store(), round);
        this.retention = new Retention(ways.store(), round);
        Pipeline pipeline = new Pipeline(ways.store(), round);
        this.sources = new SourceDesk(ways.store(), round, pipeline);
        this.board = new AlertBoard(ways.store(), round);
        this.engine =
                new CheckEngine(
                        ways.store(),
                        ways.clock(),
                        ways.traces().reports(pipeline::accept),
                        this::keep,
                        CheckEngine.Settings.USUAL);
    }

    /// Begins to look.
    void start() {
        engine.start();
    }

    /// From now on this is looked at. Fails before it changes anything.
    ///
    /// @param reachesTelegram whether Telegram is reached; empty when that is not known. Where it is, one
    ///     dead host is that host's trouble and not our own blindness
    /// @param more chores of others
    void plan(List<Check> checks, List<Chore> more, Supplier<Optional<Boolean>> reachesTelegram) {
        InstantSource clock = ways.clock();
        Chore time =
                new Chore(
                        "timers",
                        EveryTimes.of(SECOND, "timers"),
                        CatchUp.AT_START,
                        Duration.ofMinutes(1),
                        new Chore.Work.Repeatable(() -> {
                            timers.due(clock.instant());
                            lastTimers = clock.instant();
                        }));
        Chore witness =
                new Chore(
                        "witness",
                        EveryTimes.of(WITNESSED, "witness"),
                        CatchUp.AT_START,
                        SECOND,
                        new Chore.Work.Repeatable(() ->
                                reachesTelegram
                                        .get()
                                        .ifPresent(
                                                reached -> engine.witnessed("telegram", reached))));
        List<Chore> chores = new ArrayList<>(scheduledDigests());
        chores.addAll(more);
        chores.add(time);
        chores.add(witness);
        chores.add(silence());
        chores.add(lapse());
        chores.add(housekeeping().chore(ZoneOffset.UTC));
        engine.plan(checks.stream().map(ways.traces()::check).toList(), chores);
    }

    /// Marks what sources from elsewhere do not speak of any more.
    private Chore silence() {
        return new Chore(
                "silent sources",
                EveryTimes.of(MINUTE, "silent sources"),
                CatchUp.AT_START,
                MINUTE,
                new Chore.Work.Repeatable(() -> sources.markSilent(patience())));
    }

    /// Ends what sources from elsewhere do not repeat.
    private Chore lapse() {
        return new Chore(
                "lapsed alerts",
                EveryTimes.of(LAPSED, "lapsed alerts"),
                CatchUp.AT_START,
                MINUTE,
                new Chore.Work.Repeatable(sources::endLapsed));
    }

    private Map<String, Duration> patience() {
        return ways.today().get().inbound().sources().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue().staleAfter()));
    }

    /// Takes in what sources from elsewhere say.
    SourceDesk sources() {
        return sources;
    }

    /// What fires.
    AlertBoard board() {
        return board;
    }

    Silences silences() {
        return silences;
    }

    AuditedActs audited() {
        return new AuditedActs(ways.store(), ways.audit());
    }

    /// What is known of the earlier readings of a check.
    Past past(String check) {
        return readings.past(check);
    }

    private void keep(List<CheckDesk.Read> read) {
        readings.add(
                read.stream()
                        .map(each -> new KeptReadings.OfCheck(each.check(), each.reading()))
                        .toList());
    }

    private List<Chore> scheduledDigests() {
        return new DigestWiring(
                        ways.today().get().digests(),
                        new AlertRules(ways.today()).get().chats(),
                        new Editions(digests, ways.outbox(), ways.clock()))
                .chores();
    }

    /// What forgets, once a day, what was kept for long enough.
    Housekeeping housekeeping() {
        StorageConfig.Retention keep = ways.today().get().storage().retention();
        return new Housekeeping(
                ways.store(),
                List.of(
                        new Housekeeping.Shelf("incidents", keep.incidents(), retention::forget),
                        new Housekeeping.Shelf("readings", keep.readings(), readings::forget),
                        new Housekeeping.Shelf(
                                "deliveries", DELIVERIES_KEPT, ways.outbox()::forget)),
                ways.clock());
    }

    void stop(Duration atMost) throws InterruptedException {
        if (!engine.stop(atMost)) {
            LOG.warn("what was seen last was not settled in time");
        }
    }

    IncidentWays ways() {
        return new IncidentWays(
                incidents, desk, silences, new ActAudit(ways.store(), ways.audit()), ways.clock());
    }

    /// What became of the messages.
    OutboxOverview overview() {
        return overview;
    }

    QueuePast queuePast() {
        return new KeptQueuePast(readings);
    }

    /// The same as the cards, for where there are none.
    NoticeSource notices(Readers readers) {
        return new CardNotices(
                cards(readers),
                new CardNotices.Sources(incidents, storms),
                readers::room,
                incident -> ChannelWiring.link(overview, incident),
                ways.redaction());
    }

    CardSource cards(Readers readers) {
        Function<Destination, Room> rooms = readers::room;
        CardSource live =
                new IncidentCards(
                        new IncidentCards.Sources(incidents, silences, storms),
                        new KeptSurroundings(
                                ways.today(),
                                queuePast(),
                                new HostPast(ways.today(), incidents, new PastRuns(ways.store())),
                                new OtherWays(overview)),
                        rooms,
                        ways.redaction());
        CardSource digest = new DigestCards(digests, rooms, ways.redaction());
        return (content, to) ->
                (content.kind().equals(DigestPost.KIND) ? digest : live).card(content, to);
    }

    DigestDesk digests() {
        return digests;
    }

    Storms storms() {
        return storms;
    }

    /// Has a check look at once.
    void lookNow(String check) {
        engine.lookNow(check);
    }

    List<CheckView> checks() {
        return engine.view();
    }

    /// When checks and timers last went round without trouble.
    Instant lastRound() {
        Instant checks = engine.lastRound();
        Instant settled = lastTimers;
        return settled.isBefore(checks) ? settled : checks;
    }

    int open() {
        return incidents.countOpen();
    }

    /// Notes what a run did on every incident of one of its services that was not over when it began,
    /// and has the cards say so.
    void acted(Plan plan, String requester, Instant startedAt, String seen) {
        try {
            for (Incident incident : incidents.history(startedAt)) {
                incidents
                        .remembered(incident.number(), ways.clock().instant())
                        .map(IncidentFacts::of)
                        .filter(facts -> concerns(plan, facts))
                        .ifPresent(facts -> acted(facts.story(), requester, seen));
            }
        } catch (StoreUnavailableException e) {
            // The run has told of its end; only its line on the card is missing.
            LOG.warn("what was done is not on the card plan={}", plan.name(), e);
        }
    }

    private static boolean concerns(Plan plan, IncidentFacts facts) {
        return facts.services().stream().anyMatch(plan.services()::contains);
    }

    private void acted(Incidents.Story story, String requester, String seen) {
        Incident incident = story.incident();
        desk.acted(incident.number(), requester, ways.redaction().apply(seen));
        Content card =
                MessageKind.INCIDENT.content("{\"n\":%d}".formatted(incident.number().value()));
        ways.store()
                .write(transaction ->
                        story.tellings().stream()
                                .filter(Telling::told)
                                .map(telling ->
                                        ways.outbox()
                                                .post(
                                                        transaction,
                                                        telling.to(),
                                                        incident.number().card(),
                                                        card,
                                                        Urgency.ANSWER,
                                                        true))
                                .toList());
    }
}
