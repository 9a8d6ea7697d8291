package pikett.playground.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import pikett.playground.botapi.json.Json;
import pikett.playground.telegram.Changes;
import pikett.playground.telegram.message.Person;

/// What changes, as server-sent events, until the page hangs up or the server closes: `cloud` for
/// each change that the person sees, `world` when the world has changed, `reload` when too much was
/// missed. Each event of the cloud carries its number, so that a page can go on where it was.
final class ChangeStream {
    /// How often the world is looked at, and the longest silence: a page that is gone is noticed then.
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final Stage stage;
    private final CloudJson json;
    private final CountDownLatch closing;
    private long seen;
    private String lastWorld = "";

    ChangeStream(Stage stage, Person viewer, long after, CountDownLatch closing) {
        this.stage = stage;
        this.json = new CloudJson(stage, viewer);
        this.seen = after;
        this.closing = closing;
    }

    /// Writes until the other side is gone.
    ///
    /// @throws IOException when it is
    void pour(OutputStream out) throws IOException {
        while (closing.getCount() > 0) {
            Changes changes = stage.cloud().changesAfter(seen, BEAT);
            StringBuilder events = new StringBuilder();
            if (changes.complete()) {
                changes.entries().forEach(entry -> append(events, entry));
            } else {
                event(events, "reload", null, Json.object());
                seen = stage.cloud().lastChange();
            }
            appendWorld(events);
            // A comment when there is nothing, so that the silence of a broken line is noticed.
            out.write(
                    (events.isEmpty() ? ":\n\n" : events.toString())
                            .getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }

    private void append(StringBuilder events, Changes.Entry entry) {
        seen = entry.number();
        json.change(entry.change()).ifPresent(node -> event(events, "cloud", entry.number(), node));
    }

    private void appendWorld(StringBuilder events) {
        stage.world()
                .map(world -> WorldJson.of(world.state()))
                .filter(node -> !node.toString().equals(lastWorld))
                .ifPresent(node -> {
                    lastWorld = node.toString();
                    event(events, "world", null, node);
                });
    }

    private static void event(
            StringBuilder events, String name, @Nullable Long number, ObjectNode data) {
        if (number != null) {
            events.append("id: ").append(number).append('\n');
        }
        events.append("event: ").append(name).append('\n');
        events.append("data: ").append(data).append("\n\n");
    }
}
