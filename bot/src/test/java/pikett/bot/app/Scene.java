package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import pikett.adapters.local.LocalShell;
import pikett.adapters.store.Store;
import pikett.adapters.store.Stores;
import pikett.alerts.incident.IncidentNumber;
import pikett.alerts.incident.Incidents;
import pikett.alerts.outbox.DeliveryState;
import pikett.alerts.outbox.OutboxOverview;
import pikett.bot.audit.AuditTrail;
import pikett.config.Secret;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// The whole bot in this process, on a playground, with hosts whose programs are scripts in a folder.
final class Scene implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(30);

    /// This machine alone, with all that people can do to it.
    static final String HERE =
            """
            hosts: { here: { local: true } }
            services:
              api: { host: here, pm2: api, restart: { healthy-within: 20s } }
              worker: { host: here, pm2: worker }
            runbooks:
              slow:
                title: { en: Something slow }
                role: operator
                confirm: true
                steps: [{ run: [slow-program], on: here, timeout: 60s }]
              company:
                title: { en: Restore one company }
                role: operator
                confirm: true
                parameters: { id: { pattern: '[0-9]{1,9}', example: '962302' } }
                steps: [{ run: [recovery, '{id}'], on: here, timeout: 10s }]
              now:
                title: { en: At once }
                role: operator
                confirm: false
                steps: [{ run: [recovery, now], on: here, timeout: 10s }]
              drop:
                title: { en: Drop the queue }
                role: operator
                confirm: true
                approve-by: 2
                steps: [{ restart: [api] }]
            """;

    private static final String FILE = "pikett.db";

    final MovableClock clock = new MovableClock();
    final Playground playground;

    /// A group that is no supergroup yet.
    final Chat small;

    final FakePrograms programs;

    /// Between the bot and Telegram.
    final Gate gate;

    private final Path folder;
    private String targets;
    private UnaryOperator<String> last = text -> text;
    private final String sources;
    private final Map<String, String> environment;
    private final String database;
    private App app;

    Scene(Path folder) throws IOException {
        this(folder, HERE);
    }

    /// @param targets the sections of the configuration that say what is watched, and what can be done
    Scene(Path folder, String targets) throws IOException {
        this(folder, targets, "");
    }

    /// @param sources who may bring alerts, in one line of YAML
    Scene(Path folder, String targets, String sources) throws IOException {
        this(folder, targets, sources, Map.of());
    }

    /// @param environment what the process is given
    Scene(Path folder, String targets, String sources, Map<String, String> environment)
            throws IOException {
        this(folder, targets, sources, environment, sqlite(folder));
    }

    /// @param database that is used in place of one in the folder
    Scene(
            Path folder,
            String targets,
            String sources,
            Map<String, String> environment,
            String database)
            throws IOException {
        this.environment = Map.copyOf(environment);
        this.database = database;
        this.folder = folder;
        this.targets = targets;
        this.sources = sources;
        this.programs = new FakePrograms(programs(folder));
        this.playground = Playground.start(PlaygroundSettings.onPort(0).withoutWorld(), clock);
        this.gate = new Gate(playground.api().address());
        this.small = playground.cloud().rooms().createGroup("Small", anna());
        playground.cloud().rooms().addBot(small.id(), anna());
        this.app = startApp();
    }

    /// Where the programs of a scene lie: what its hosts have first in their path.
    static Path programs(Path folder) {
        return folder.resolve("bin");
    }

    private App startApp() throws IOException {
        Path file = write();
        ConfigSource source = () -> new ConfigReader(new ThisProcess()).read(file);
        return switch (source.read()) {
            case ConfigResult.Loaded loaded -> {
                Ground real = Ground.real(new LocalShell(List.of(programs(folder)), Map.of()));
                yield App.start(
                        loaded, source, new Ground(clock, real.local(), real.pause(), environment));
            }
            case ConfigResult.Invalid invalid ->
                    throw new IllegalStateException(invalid.problems().toString());
        };
    }

    private Path write() throws IOException {
        return Files.writeString(folder.resolve("pikett.yaml"), last.apply(yaml()));
    }

    /// Writes another configuration, which nobody has read yet.
    void rewrite(String otherTargets) throws IOException {
        rewrite(otherTargets, text -> text);
    }

    /// @param more what else is different in it
    void rewrite(String otherTargets, UnaryOperator<String> more) throws IOException {
        targets = otherTargets;
        last = more;
        write();
    }

    /// Ends the bot in order, does something, and starts it again on the same database.
    void whileDown(Runnable deed) throws IOException {
        app.close();
        deed.run();
        app = startApp();
    }

    /// The audit, a JSON object a line.
    String audit() throws IOException {
        StringBuilder rows = new StringBuilder();
        try (Store store = Stores.open(new Secret(database))) {
            new AuditTrail(store).export(rows);
        }
        return rows.toString();
    }

    /// The database of a scene that was given no other, for a test that takes it away.
    Path database() {
        return folder.resolve(FILE);
    }

    /// Whether it is settled for now how the card of the first incident fares: it was refused, or given up.
    boolean firstCardWaits() {
        try (Store store = Stores.open(new Secret(database))) {
            return new OutboxOverview(store)
                    .about(new IncidentNumber(1).card()).stream()
                            .map(card -> card.standing())
                            .anyMatch(standing ->
                                    standing.state() == DeliveryState.DEAD
                                            || standing.reason()
                                                    .orElse("")
                                                    .startsWith("ConnectException"));
        }
    }

    /// How many incidents go on, whoever was told.
    int openIncidents() {
        try (Store store = Stores.open(new Secret(database))) {
            return new Incidents(store).countOpen();
        }
    }

    private static String sqlite(Path folder) {
        return "jdbc:sqlite:" + folder.resolve(FILE);
    }

    App app() {
        return app;
    }

    Person anna() {
        return playground.cast().anna();
    }

    Person arsen() {
        return playground.cast().arsen();
    }

    Person lena() {
        return playground.cast().lena();
    }

    Person stranger() {
        return playground.cast().stranger();
    }

    /// In the private chat with the bot.
    Seat alone(Person person) {
        return playground.cloud().seat(person.id(), ChatId.of(person.id()));
    }

    /// In the group of those on call.
    Seat inOps(Person person) {
        Chat ops = playground.cast().ops();
        return playground.cloud().seat(person.id(), ops.id());
    }

    /// The newest message of the bot in the chat that reads as it should.
    Message sees(Seat seat, String... words) {
        return sees(seat, message -> List.of(words).stream().allMatch(message.text()::contains));
    }

    Message sees(Seat seat, Predicate<Message> test) {
        return playground
                .cloud()
                .awaitMessage(
                        message ->
                                message.key().chat().equals(seat.chat().id())
                                        && fromBot(message)
                                        && test.test(message),
                        PATIENCE);
    }

    /// What the bot has said there.
    List<Message> said(Seat seat) {
        return playground.cloud().messages(seat.chat().id()).stream()
                .filter(this::fromBot)
                .toList();
    }

    private boolean fromBot(Message message) {
        return message.isFrom(playground.cloud().bot().id());
    }

    /// Presses and gives the line that the person sees.
    String presses(Seat seat, Message message, String button) {
        Press press = seat.press(message, button);
        Optional<String> toast = press.answer(PATIENCE).map(answer -> answer.text());
        assertThat(toast).as("an answer to the press").isPresent();
        return toast.get();
    }

    private String yaml() {
        return """
        telegram:
          token: '%s'
          api-url: %s
          chats: { ops: { id: %d }, small: { id: %d } }
        people:
          anna: { telegram: %d, role: admin, language: en }
          arsen: { telegram: %d, role: operator, language: en, services: [api] }
          lena: { telegram: %d, role: viewer, language: de }
        %s
        check-defaults: { every: 1s, keep-firing-for: 0s }
        host-checks: { critical-when: [unreachable], warning-when: [] }
        storage: { url: '%s' }
        inbound: { listen: 127.0.0.1:0, sources: { %s } }
        """
                .formatted(
                        playground.api().token(),
                        gate.address(),
                        playground.cast().ops().id().value(),
                        small.id().value(),
                        anna().id().value(),
                        arsen().id().value(),
                        lena().id().value(),
                        targets,
                        database,
                        sources);
    }

    @Override
    public void close() {
        app.close();
        gate.close();
        playground.close();
    }
}
