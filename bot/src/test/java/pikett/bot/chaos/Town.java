package pikett.bot.chaos;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import pikett.playground.Playground;
import pikett.playground.PlaygroundSettings;
import pikett.playground.telegram.Rooms;
import pikett.playground.telegram.message.Chat;

/// What stands while the bot comes and goes: Telegram with its people and groups, and a folder with the
/// programs that the bot may run.
final class Town implements AutoCloseable {
    /// Alerts are spread over so many groups, or they would come too fast for Telegram and become a storm.
    static final int LANES = 8;

    static final String BEARER = "chaos-bearer-not-a-secret";

    final Playground playground =
            Playground.start(PlaygroundSettings.onPort(0).withoutWorld(), InstantSource.system());
    private final List<Chat> lanes;
    final Path folder;
    final int port;

    /// @param databaseUrl of the bot's database
    Town(Path folder, String databaseUrl) throws IOException {
        this.folder = folder;
        this.lanes = IntStream.range(0, LANES).mapToObj(this::newLane).toList();
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            this.port = free.getLocalPort();
        }
        Files.writeString(
                folder.resolve("act.sh"),
                """
                echo "$1" >> '%s'
                echo half
                sleep 0.3
                echo done
                """
                        .formatted(starts()));
        Files.writeString(folder.resolve("pikett.yaml"), yaml(databaseUrl));
    }

    /// Where an errand is seen.
    Chat lane(int number) {
        return lanes.get(number % LANES);
    }

    private Chat newLane(int number) {
        Rooms rooms = playground.cloud().rooms();
        Chat lane = rooms.createSupergroup("Lane " + number, playground.cast().anna());
        rooms.join(lane.id(), playground.cast().arsen());
        rooms.addBot(lane.id(), playground.cast().anna());
        return lane;
    }

    /// One line for each time that a program was started, with what it was given.
    Path starts() {
        return folder.resolve("starts");
    }

    private String yaml(String databaseUrl) {
        String chats =
                IntStream.range(0, LANES)
                        .mapToObj(
                                n -> "lane-%d: { id: %d }".formatted(n, lanes.get(n).id().value()))
                        .collect(Collectors.joining(", "));
        String routes =
                IntStream.range(0, LANES)
                        .mapToObj(
                                n -> "    - { when: [lane=\"%d\"], to: [lane-%d] }".formatted(n, n))
                        .collect(Collectors.joining("\n"));
        return """
        telegram:
          token: '%s'
          api-url: %s
          chats: { ops: { id: %d }, %s }
        people:
          anna: { telegram: %d, role: admin, language: en }
          arsen: { telegram: %d, role: admin, language: en }
        hosts: { here: { local: true } }
        services:
          long: { host: here, commands: { status: ['true'], restart: ['true'], logs: [seq, '1000', '3000'] } }
        check-defaults: { every: 1h }
        runbooks:
          once:
            title: { en: Once }
            role: operator
            confirm: true
            parameters: { id: { pattern: '[0-9]{1,9}', example: '1' } }
            steps: [{ run: [sh, %s, '{id}'], on: here, timeout: 20s }]
          together:
            title: { en: Together }
            role: operator
            confirm: true
            approve-by: 2
            parameters: { id: { pattern: '[0-9]{1,9}', example: '1' } }
            steps: [{ run: [sh, %s, '{id}'], on: here, timeout: 20s }]
        notify:
          group-by: [alertname]
          group-wait: 1s
          routes:
        %s
            - { default: true, to: [ops] }
        storage: { url: '%s' }
        inbound:
          listen: 127.0.0.1:%d
          sources: { chaos: { type: alertmanager, bearer: %s, at-most: 100000 in 1m } }
        """
                .formatted(
                        playground.api().token(),
                        playground.api().address(),
                        playground.cast().ops().id().value(),
                        chats,
                        playground.cast().anna().id().value(),
                        playground.cast().arsen().id().value(),
                        folder.resolve("act.sh"),
                        folder.resolve("act.sh"),
                        routes,
                        databaseUrl,
                        port,
                        BEARER);
    }

    @Override
    public void close() {
        playground.close();
    }
}
