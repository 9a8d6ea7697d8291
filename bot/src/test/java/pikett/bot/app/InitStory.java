package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.bot.ownership.Ownership;
import pikett.bot.setup.Setup;
import pikett.bot.setup.SetupEndedException;
import pikett.bot.setup.Wishes;
import pikett.config.file.ConfigReader;
import pikett.config.file.ConfigResult;
import pikett.config.file.ThisProcess;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.Draft;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// `pikett init`, from nothing to a Pikett that answers.
@Timeout(180)
final class InitStory {
    private static final Pattern NUMBER = Pattern.compile("🔑 ([0-9]{4})");

    @TempDir private Path folder;
    private final ScriptedTerminal terminal = new ScriptedTerminal();
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private Playground playground;
    private FarHost host;

    @BeforeEach
    void open() throws Exception {
        playground =
                Playground.start(
                        PlaygroundSettings.onPort(0).withoutWorld(), InstantSource.system());
        host = new FarHost(folder, folder);
    }

    @AfterEach
    void close() throws IOException {
        host.close();
        playground.close();
    }

    @Test
    void a_conversation_on_two_screens_ends_with_a_pikett_that_answers() throws IOException {
        Chat group = playground.cast().ops();
        alone(playground.cast().stranger()).say("hello, I am Anna");
        inOps(playground.cast().anna()).say(Draft.of("/start@pikett_bot").as(group));
        alone(playground.cast().anna()).say("/start");
        terminal.hidden("not a token")
                .hidden("123456:" + "A".repeat(35))
                .hidden(playground.api().token())
                .on("Is that you?", "n")
                .on("Is that you?", "0000")
                .on("Is that you?", () -> numberOnThePhoneOf(playground.cast().anna()))
                .on("Language, en, de or ru [de]", "french")
                .on("Language", "")
                .on("A name for you in the configuration [anna]", "no good!")
                .on("A name for you", "")
                .on("Shall alerts go to a group", "")
                .on("Shall alerts go there?", "")
                .on("A name for the group in the configuration [ops]", "")
                .on("Another group?", "")
                .on("A host to look at", "root;rm@here")
                .on("A host to look at", host.target())
                .on("the same, to the last letter?", "y")
                .on("The private key to log in with", "/nowhere/id")
                .on("The private key", host.loginKey().toString())
                .on("A name for it in the configuration [host-1]", "prod-1")
                .on("A host to look at", "")
                .on("Write this to", "");

        assertThat(made(wishes())).as(everything()).isZero();

        assertThat(terminal.left()).isZero();
        assertThat(terminal.seen())
                .contains("the token has not the form")
                .contains("it does not know this token")
                .contains("Max (@passer_by), number 777000777, has written")
                .contains("Anna (@anna), number 111222333, has written")
                .contains("heard of it from you")
                .contains(host.fingerprint())
                .contains("ssh-keygen -lf /etc/ssh/ssh_host_ecdsa_key.pub");
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("pikett.yaml is good.")
                .contains("✔ telegram: @pikett_bot")
                .contains("✔ host prod-1: answers");
        assertThat(everything()).doesNotContain(playground.api().token());
        assertThat(written("pikett.yaml")).doesNotContain(playground.api().token());
        assertThat(folder).isDirectoryNotContaining("glob:**/.pikett-init-*");
        for (String file : List.of("pikett.yaml", "telegram-token", "known_hosts")) {
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(folder.resolve(file))))
                    .as(file)
                    .isEqualTo("rw-------");
        }
        assertThat(said(playground.cast().stranger())).noneMatch(text -> text.contains("Admin"));
        answers();
    }

    /// The /start of the conversation is not answered once more: it was for the terminal.
    private void answers() throws IOException {
        ConfigResult.Loaded loaded =
                (ConfigResult.Loaded)
                        new ConfigReader(new ThisProcess()).read(folder.resolve("pikett.yaml"));
        int before = said(playground.cast().anna()).size();
        try (App _ = App.start(loaded, () -> loaded, Ground.real())) {
            alone(playground.cast().anna()).say("/whoami");
            playground
                    .cloud()
                    .awaitMessage(
                            message ->
                                    message.key()
                                                    .chat()
                                                    .equals(
                                                            ChatId.of(
                                                                    playground.cast().anna().id()))
                                            && message.text().contains("111222333")
                                            && fromBot(message),
                            Scene.PATIENCE);
            assertThat(said(playground.cast().anna())).hasSize(before + 1);
        }
    }

    @Test
    void whoever_leaves_in_the_middle_leaves_nothing_behind() throws IOException {
        alone(playground.cast().anna()).say("/start");
        terminal.hidden(playground.api().token())
                .on("Is that you?", () -> numberOnThePhoneOf(playground.cast().anna()))
                .on("Language", "")
                .on("A name for you", "")
                .on("Shall alerts go to a group", "n")
                .on("A host to look at", host.target())
                .on("the same, to the last letter?", "n")
                .on("A host to look at", "here")
                .on("A name for it in the configuration [here]", "")
                .on("A host to look at", "");

        assertThat(made(wishes())).isEqualTo(Pikett.FAILED);

        assertThat(terminal.seen()).contains("a key that nobody vouches for is not trusted");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("left at: Write this to");
        assertThat(folder)
                .isDirectoryNotContaining(
                        "glob:**/{pikett.yaml,telegram-token,known_hosts,.pikett*}");
        assertThat(host.logins()).isZero();
    }

    @Test
    void somebody_else_who_uses_the_bot_is_named() throws Exception {
        playground.cloud().bot();
        webhook("https://old.example.org/secret-path");
        terminal.hidden(playground.api().token()).on("Take the webhook away?", "n");

        assertThat(made(wishes())).isEqualTo(Pikett.FAILED);

        assertThat(terminal.seen())
                .contains("Telegram gives everything to old.example.org")
                .doesNotContain("secret-path");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("make another bot");
    }

    @Test
    void a_script_says_everything_and_is_asked_nothing() throws IOException {
        Path token = secret("my-token", playground.api().token());

        assertThat(made(unattended(token, Optional.of(host.fingerprint()))))
                .as(everything())
                .isZero();

        assertThat(written("pikett.yaml"))
                .contains("${file:%s}".formatted(token))
                .contains("arsen: { telegram: 601999, role: admin, language: ru }");
        assertThat(folder).isDirectoryNotContaining("glob:**/telegram-token");
        String before = written("pikett.yaml");
        assertThat(made(unattended(token, Optional.of(host.fingerprint()))))
                .isEqualTo(Pikett.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is there already");
        assertThat(written("pikett.yaml")).isEqualTo(before);
    }

    @Test
    void a_host_key_that_nobody_compared_is_not_trusted() throws IOException {
        Path token = secret("my-token", playground.api().token());

        assertThat(made(unattended(token, Optional.empty()))).isEqualTo(Pikett.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("give --host-key " + host.fingerprint());
        assertThat(made(unattended(token, Optional.of("SHA256:" + "A".repeat(43)))))
                .isEqualTo(Pikett.FAILED);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("it has not the key SHA256:AAA");
        assertThat(folder).isDirectoryNotContaining("glob:**/{pikett.yaml,known_hosts}");
        assertThat(host.logins()).isZero();
    }

    @Test
    void another_token_in_the_folder_is_told_of_before_anything_else_is_asked() throws IOException {
        secret("telegram-token", "123456:" + "B".repeat(35));
        terminal.hidden(playground.api().token());

        assertThat(made(wishes())).isEqualTo(Pikett.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("telegram-token is there already, with another token")
                .contains("--token-file " + folder.resolve("telegram-token"), "--force");
        assertThat(terminal.left()).isZero();
        assertThat(written("telegram-token")).contains("BBB");
    }

    @Test
    void a_configuration_that_is_there_is_told_of_before_anything_is_asked() throws IOException {
        Files.writeString(folder.resolve("pikett.yaml"), "mine");

        assertThat(made(wishes())).isEqualTo(Pikett.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("pikett.yaml is there already; name another with --output FILE");
        assertThat(terminal.seen()).isEmpty();
        assertThat(written("pikett.yaml")).isEqualTo("mine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"telegram-token", "pikett.yaml"})
    void what_appears_during_the_conversation_is_not_overwritten(String name) throws IOException {
        alone(playground.cast().anna()).say("/start");
        terminal.hidden(playground.api().token())
                .on("Is that you?", () -> numberOnThePhoneOf(playground.cast().anna()))
                .on("Language", "")
                .on("A name for you", "")
                .on("Shall alerts go to a group", "n")
                .on("A host to look at", "")
                .on("Write this to", () -> appeared(name));

        assertThat(made(wishes())).isEqualTo(Pikett.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains(name + " is there already; nothing was written");
        assertThat(written(name)).isEqualTo("mine");
        assertThat(folder.resolve(name.equals("pikett.yaml") ? "telegram-token" : "pikett.yaml"))
                .doesNotExist();
    }

    @Test
    void a_token_that_telegram_does_not_know_ends_a_script() throws IOException {
        Path token = secret("my-token", "123456:" + "A".repeat(35));

        assertThat(made(unattended(token, Optional.of(host.fingerprint()))))
                .isEqualTo(Pikett.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("pikett init: Telegram: it does not know this token")
                .contains("copy the token of @BotFather again")
                .doesNotContain("A".repeat(35));
        assertThat(folder).isDirectoryNotContaining("glob:**/{pikett.yaml,known_hosts}");
    }

    @Test
    void whoever_cannot_say_the_number_is_no_admin() throws IOException {
        Person stranger = playground.cast().stranger();
        alone(stranger).say("/start");
        alone(playground.cast().anna()).say("/start");
        terminal.hidden(playground.api().token())
                .on("Is that you?", "0000")
                .on("Is that you?", "yes")
                .on("Is that you?", "");

        assertThat(made(wishes())).isEqualTo(Pikett.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("left at: Is that you?");
        assertThat(terminal.seen())
                .contains("Not taken.")
                .contains("Anna (@anna), number 111222333, has written")
                .doesNotContainPattern("(?<![0-9])" + numberOnThePhoneOf(stranger) + "(?![0-9])");
        assertThat(said(stranger)).hasSize(1);
    }

    @Test
    void each_phone_is_shown_a_number_of_its_own() throws IOException {
        List<Person> people =
                List.of(
                        playground.cast().stranger(),
                        playground.cast().arsen(),
                        playground.cast().lena(),
                        playground.cast().anna());
        people.forEach(person -> alone(person).say("/start"));
        terminal.hidden(playground.api().token())
                .on("Is that you?", "n")
                .on("Is that you?", "n")
                .on("Is that you?", "n");

        assertThat(made(wishes())).isEqualTo(Pikett.FAILED);

        // Two of them may be the same by chance.
        assertThat(people.stream().map(this::numberOnThePhoneOf).distinct()).hasSizeGreaterThan(1);
    }

    @Test
    void known_hosts_that_leads_elsewhere_is_not_followed() throws IOException {
        Path elsewhere = Files.writeString(folder.resolve("elsewhere"), "");
        Files.createSymbolicLink(folder.resolve("known_hosts"), elsewhere);

        assertThat(made(wishes())).isEqualTo(Pikett.FAILED);

        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("known_hosts is a symbolic link; put a file in its place");
    }

    @Test
    void root_is_sent_away_from_a_folder_of_somebody_else() {
        Setup.Outside real = InitGround.real(wishes());
        Setup.Outside asRoot =
                new Setup.Outside(
                        real.keys(),
                        real.surroundings(),
                        real.clock(),
                        real.explanation(),
                        _ -> new Ownership("root", "pikett", false));

        assertThatThrownBy(() -> new Setup(terminal, wishes(), asRoot).run())
                .isInstanceOf(SetupEndedException.class)
                .hasMessage(
                        "%s belongs to pikett; run it as its owner: sudo -u pikett pikett init"
                                .formatted(folder));
    }

    @Test
    void whom_the_folder_belongs_to_is_read_off_the_folder() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxrwxrwx"));

        assertThat(InitGround.real(wishes()).owners().of(folder))
                .isEqualTo(
                        new Ownership(
                                System.getProperty("user.name"),
                                Files.getOwner(folder).getName(),
                                true));
    }

    private Wishes wishes() {
        return new Wishes(
                folder.resolve("pikett.yaml"),
                false,
                false,
                new Wishes.Account(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(URI.create(playground.api().address().toString())),
                        Optional.empty()),
                Map.of(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("jdbc:sqlite:" + folder.resolve("pikett.db")));
    }

    private Wishes unattended(Path token, Optional<String> hostKey) {
        Wishes wishes = wishes();
        return new Wishes(
                wishes.output(),
                false,
                true,
                new Wishes.Account(
                        Optional.of(token),
                        Optional.empty(),
                        wishes.account().apiUrl(),
                        Optional.empty()),
                Map.of("arsen", 601_999L),
                Map.of("ops", -1_001_234_567_890L),
                Map.of("prod-1", host.target()),
                hostKey,
                Optional.of(host.loginKey()),
                Optional.of(pikett.config.Language.RU),
                wishes.storage());
    }

    /// An answer, and what somebody did just before it.
    private String appeared(String name) {
        try {
            Files.writeString(folder.resolve(name), "mine");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return "";
    }

    private Path secret(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private int made(Wishes wishes) throws IOException {
        return InitVerb.made(
                wishes,
                terminal,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    private String everything() {
        return terminal.seen()
                + out.toString(StandardCharsets.UTF_8)
                + err.toString(StandardCharsets.UTF_8);
    }

    private String written(String file) throws IOException {
        return Files.readString(folder.resolve(file));
    }

    private void webhook(String url) throws IOException, InterruptedException {
        java.net.http.HttpClient.newHttpClient()
                .send(
                        java.net.http.HttpRequest.newBuilder(
                                        URI.create(
                                                "%s/bot%s/setWebhook?url=%s"
                                                        .formatted(
                                                                playground.api().address(),
                                                                playground.api().token(),
                                                                url)))
                                .build(),
                        java.net.http.HttpResponse.BodyHandlers.discarding());
    }

    private String numberOnThePhoneOf(Person person) {
        Message message =
                playground
                        .cloud()
                        .awaitMessage(
                                each ->
                                        each.key().chat().equals(ChatId.of(person.id()))
                                                && each.text().startsWith("🔑"),
                                Scene.PATIENCE);
        Matcher number = NUMBER.matcher(message.text());
        assertThat(number.find()).isTrue();
        return number.group(1);
    }

    private List<String> said(Person person) {
        return playground.cloud().messages(ChatId.of(person.id())).stream()
                .filter(this::fromBot)
                .map(Message::text)
                .toList();
    }

    private boolean fromBot(Message message) {
        return message.isFrom(playground.cloud().bot().id());
    }

    private Seat alone(Person person) {
        return playground.cloud().seat(person.id(), ChatId.of(person.id()));
    }

    private Seat inOps(Person person) {
        return playground.cloud().seat(person.id(), playground.cast().ops().id());
    }
}
