package pikett.bot.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pikett.playground.Playground;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.Person;

/// Groups with the bot in them, and a Pikett and an Alertmanager that tell each of the alerts which have its
/// name in their label `chat`.
final class ManyChats {
    private static final String BEARER = "the-secret-of-the-bench";

    private final Playground playground;
    private final List<ChatId> ids;

    ManyChats(Playground playground, int count) {
        this.playground = playground;
        this.ids = IntStream.range(0, count).mapToObj(this::group).toList();
    }

    private ChatId group(int number) {
        Person anna = playground.cast().anna();
        Chat group = playground.cloud().rooms().createSupergroup("Team " + number, anna);
        playground.cloud().rooms().addBot(group.id(), anna);
        return group.id();
    }

    List<ChatId> ids() {
        return ids;
    }

    static String name(int number) {
        return "c" + number;
    }

    /// A program that runs, and where it takes alerts.
    record Running(String name, PostedTo posts, MeasuredProcess process) implements AutoCloseable {
        static Running of(String name, MeasuredProcess process, int port, Optional<String> bearer)
                throws InterruptedException {
            PostedTo posts = PostedTo.port(port, bearer);
            try {
                posts.awaitUp();
            } catch (IllegalStateException notUp) {
                process.close();
                throw notUp;
            }
            return new Running(name, posts, process);
        }

        @Override
        public void close() {
            process.close();
        }
    }

    Running pikett(Path folder) throws IOException, InterruptedException {
        int port = PostedTo.freePort();
        String chats = all("    %2$s: { id: %1$d }"::formatted);
        String routes = all("    - { when: ['chat=\"%2$s\"'], to: [%2$s] }"::formatted);
        String yaml =
                """
                telegram:
                  token: '%s'
                  api-url: %s
                  chats:
                %s
                people: { anna: { telegram: %d, role: admin, language: en } }
                notify:
                  group-by: [service]
                  routes:
                %s
                storage: { url: 'jdbc:sqlite:%s' }
                inbound:
                  listen: 127.0.0.1:%d
                  sources: { am: { type: alertmanager, bearer: %s, at-most: 100000 in 1m } }
                """
                        .formatted(
                                playground.api().token(),
                                playground.api().address(),
                                chats,
                                playground.cast().anna().id().value(),
                                routes,
                                folder.resolve("pikett.db"),
                                port,
                                BEARER);
        return Running.of("Pikett", new BotProcess(folder, yaml), port, Optional.of(BEARER));
    }

    /// Debian's, which waits for nothing either before it tells of a group.
    Running alertmanager(Path folder) throws IOException, InterruptedException {
        int port = PostedTo.freePort();
        String routes = all("    - { matchers: ['chat=\"%2$s\"'], receiver: %2$s }"::formatted);
        String receivers =
                all(
                        "  - { name: %2$s, telegram_configs: [ { api_url: '%3$s', bot_token: '%4$s', chat_id: %1$d } ] }"
                                ::formatted);
        String yaml =
                """
                route:
                  receiver: %s
                  group_by: [service]
                  group_wait: 0s
                  routes:
                %s
                receivers:
                %s
                """
                        .formatted(name(0), routes, receivers);
        Path config = Files.writeString(folder.resolve("alertmanager.yml"), yaml);
        MeasuredProcess process =
                new MeasuredProcess(
                        folder.resolve("alertmanager.log"),
                        "prometheus-alertmanager",
                        "--config.file=" + config,
                        "--storage.path=" + folder.resolve("alertmanager"),
                        "--web.listen-address=127.0.0.1:" + port,
                        "--cluster.listen-address=");
        return Running.of("Alertmanager", process, port, Optional.empty());
    }

    /// A line for each chat, from its id, its name, and the address and token of the Bot API.
    private String all(Line line) {
        IntFunction<String> one =
                number ->
                        line.of(
                                ids.get(number).value(),
                                name(number),
                                playground.api().address(),
                                playground.api().token());
        return IntStream.range(0, ids.size()).mapToObj(one).collect(Collectors.joining("\n"));
    }

    private interface Line {
        String of(Object... parts);
    }
}
