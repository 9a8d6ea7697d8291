package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import pikett.playground.Playground;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;

/// The program, and a person who asks it.
final class BenchedBot implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /// Only a host that has answered has a load.
    private static final String ANSWERED = "· load ";

    private static final Pattern FIRST_POLL =
            Pattern.compile("\"time\":\"([^\"]+)\".*\"message\":\"polling state=POLLING ");

    private final SshFarm farm;
    private final Playground playground;
    private final Seat anna;
    private final BotProcess bot;

    BenchedBot(SshFarm farm, Playground playground) throws IOException {
        this.farm = farm;
        this.playground = playground;
        Person person = playground.cast().anna();
        this.anna = playground.cloud().seat(person.id(), ChatId.of(person.id()));
        this.bot = new BotProcess(farm.folder, yaml(person));
    }

    /// How one /status went.
    ///
    /// @param first until the chat shows the part of one host
    /// @param last until it shows the parts of all
    record Status(Duration first, Duration last, Duration cpu) {}

    /// Asks, and waits until every host has answered in the chat.
    Status status() throws IOException {
        Duration before = bot.cpu();
        long start = System.nanoTime();
        int asked = anna.say("/status").id();
        awaitAnswer(message -> message.id() > asked && answered(message) > 0);
        Duration first = Duration.ofNanos(System.nanoTime() - start);
        awaitAnswer(message -> message.id() > asked && answered(message) == farm.addresses.size());
        Duration last = Duration.ofNanos(System.nanoTime() - start);
        return new Status(first, last, bot.cpu().minus(before));
    }

    /// Asks something that needs no host; the time since the process was started.
    Duration firstAnswer() {
        anna.say("/whoami");
        awaitAnswer(message -> message.text().contains("111222333"));
        return Duration.between(bot.begun, Instant.now());
    }

    /// From the start of the process to the first poll that Telegram answered, as the log has it.
    Duration firstPoll() throws IOException {
        Matcher matcher = FIRST_POLL.matcher(Files.readString(bot.log));
        if (!matcher.find()) {
            throw new IllegalStateException("no poll in " + bot.log);
        }
        return Duration.between(bot.begun, Instant.parse(matcher.group(1)));
    }

    long residentMegabytes() throws IOException {
        return bot.residentMegabytes();
    }

    private static int answered(Message message) {
        return message.text().split(Pattern.quote(ANSWERED), -1).length - 1;
    }

    private Message awaitAnswer(Predicate<Message> test) {
        return playground
                .cloud()
                .awaitMessage(
                        message ->
                                message.key().chat().equals(anna.chat().id())
                                        && message.isFrom(playground.cloud().bot().id())
                                        && test.test(message),
                        PATIENCE);
    }

    private String yaml(Person person) {
        String user = System.getProperty("user.name");
        String hosts =
                farm.addresses.stream()
                        .map(address ->
                                "  h%s: { ssh: '%s@%s:%d', key-file: %s, known-hosts: %s }"
                                        .formatted(
                                                address.substring(address.lastIndexOf('.') + 1),
                                                user,
                                                address,
                                                farm.port,
                                                farm.folder.resolve("client_key"),
                                                farm.folder.resolve("known_hosts")))
                        .collect(Collectors.joining("\n"));
        return """
        telegram:
          token: '%s'
          api-url: %s
          chats: { ops: { id: -1001234567890 } }
        people: { anna: { telegram: %d, role: admin, language: en } }
        hosts:
        %s
        # Fifty hosts on one machine have its load fifty times: what is measured is no storm.
        host-checks: { critical-when: [unreachable], warning-when: ['load > 1000 per cpu'] }
        services: { none: { host: h1, commands: { status: ['true'], restart: ['true'], logs: ['true'] } } }
        storage: { url: 'jdbc:sqlite:%s' }
        inbound: { listen: 127.0.0.1:0 }
        """
                .formatted(
                        playground.api().token(),
                        playground.api().address(),
                        person.id().value(),
                        hosts,
                        farm.folder.resolve("pikett.db"));
    }

    @Override
    public void close() {
        bot.close();
    }
}
