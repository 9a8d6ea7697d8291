package pikett.playground.page;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import pikett.playground.botapi.json.Json;
import pikett.playground.world.QueueState;
import pikett.playground.world.ServiceState;
import pikett.playground.world.WorldState;

/// The world in the form in which the page reads it.
final class WorldJson {
    private WorldJson() {}

    static ObjectNode of(WorldState world) {
        ObjectNode node =
                Json.object()
                        .put("flooding", world.flooding())
                        .put("restartHeals", world.restartHeals());
        node.set("services", Json.array(world.services(), WorldJson::service));
        QueueState jobs = world.queue();
        node.set(
                "queue",
                Json.object()
                        .put("waiting", jobs.waiting())
                        .put("active", jobs.active())
                        .put("delayed", jobs.delayed())
                        .put("failed", jobs.failed())
                        .put("completed", jobs.completed()));
        return node;
    }

    private static ObjectNode service(ServiceState service) {
        ObjectNode node =
                Json.object()
                        .put("name", service.name())
                        .put("mode", service.mode().name().toLowerCase(Locale.ROOT))
                        .put("status", service.status().text())
                        .put("pid", service.pid())
                        .put("restarts", service.restarts())
                        .put("upSince", service.upSince().toEpochMilli())
                        .put("memoryBytes", service.memoryBytes())
                        .put("health", service.health().toString());
        service.lastExit().ifPresent(code -> node.put("lastExit", code));
        return node;
    }
}
