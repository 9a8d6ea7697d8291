package pikett.bot.real;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import pikett.playground.botapi.BotApiServer;
import pikett.playground.botapi.BotApiSettings;
import pikett.playground.page.Cast;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.message.Bot;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// A chat cloud with its people, and a Pikett of its own that runs for them.
final class Site implements AutoCloseable {
    private static final String TOKEN = "7000000009:" + Canary.TOKEN.value();
    private static final Bot BOT = Bot.named(7_000_000_009L, "Pikett", "pikett_real_bot");

    private final Cloud cloud = new Cloud(InstantSource.system(), BOT);
    private final Cast cast = Cast.assemble(cloud);
    private final BotApiServer api = BotApiServer.start(cloud, BotApiSettings.of(TOKEN));
    private final Path config;
    private final Path keeps;
    private final SiteTerms terms;
    private Started program;

    /// @param folder takes configuration, database and log
    /// @param targets the sections `hosts` to `runbooks`
    Site(Path folder, String targets) throws IOException {
        this(folder, targets, SiteTerms.PLAIN);
    }

    /// @param port where it listens; 0 lets the system choose
    /// @param inbound what `inbound` has beside the address
    Site(Path folder, String targets, int port, String inbound) throws IOException {
        this(folder, targets, SiteTerms.PLAIN.listening(port, inbound));
    }

    Site(Path folder, String targets, SiteTerms terms) throws IOException {
        this.terms = terms;
        this.keeps = Files.createDirectories(folder.resolve("kept"));
        this.config = folder.resolve("pikett.yaml");
        Files.writeString(config, head() + targets + tail());
        this.program = start();
    }

    private String head() {
        return """
        telegram:
          token: '%s'
          api-url: %s
          %s
          chats:
            ops: { id: %d }
        people:
          anna: { telegram: %d, role: admin, language: en }
          arsen: { telegram: %d, role: operator, language: en }
          lena: { telegram: %d, role: viewer, language: en }
        """
                .formatted(
                        TOKEN,
                        api.address(),
                        terms.telegram(),
                        cast.ops().id().value(),
                        cast.anna().id().value(),
                        cast.arsen().id().value(),
                        cast.lena().id().value());
    }

    private String tail() {
        return """
        storage: { url: '%s' }
        inbound: { listen: '127.0.0.1:%d'%s }
        """
                .formatted(
                        terms.storage().orElse("jdbc:sqlite:" + database()),
                        terms.port(),
                        terms.inbound().isEmpty() ? "" : ", " + terms.inbound());
    }

    private Started start() throws IOException {
        return PikettProgram.start(
                keeps.resolve("log"),
                terms.environment(),
                "state=POLLING",
                "run",
                "--config",
                config.toString());
    }

    /// `kill -9`.
    void kill() {
        program.killAlone();
    }

    /// As systemd does it.
    ///
    /// @return the exit code
    int stop() {
        return program.end();
    }

    void startAgain() throws IOException {
        program = start();
    }

    long pid() {
        return program.pid();
    }

    /// Telegram's side of the line.
    BotApiServer api() {
        return api;
    }

    Cast cast() {
        return cast;
    }

    Cloud cloud() {
        return cloud;
    }

    Path config() {
        return config;
    }

    Path database() {
        return keeps.resolve("pikett.db");
    }

    /// Where everything lies that Pikett writes: its database and its log.
    Path keeps() {
        return keeps;
    }

    /// The person's phone, in their private chat with the bot.
    Phone phone(Person person) {
        return new Phone(cloud, cloud.seat(person.id(), ChatId.of(person.id())));
    }

    /// The person's phone, in the group.
    Phone inGroup(Person person) {
        return new Phone(cloud, cloud.seat(person, cast.ops()));
    }

    /// Every version of every message and file that anybody was ever shown.
    List<String> everythingShown() {
        List<String> all = new ArrayList<>();
        List<ChatId> chats = new ArrayList<>(List.of(cast.ops().id(), cast.feed().id()));
        cast.people().forEach(person -> chats.add(ChatId.of(person.id())));
        for (ChatId chat : chats) {
            for (Message message : cloud.messages(chat)) {
                cloud.history(message.key())
                        .ifPresent(history ->
                                history.versions().forEach(v -> all.add(shown(v.message()))));
            }
        }
        return all;
    }

    private static String shown(Message message) {
        return message.text()
                + message.keyboard()
                + message.file()
                        .map(file -> new String(file.bytes(), StandardCharsets.UTF_8))
                        .orElse("");
    }

    @Override
    public void close() {
        program.close();
        api.close();
    }
}
