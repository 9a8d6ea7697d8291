package pikett.bot.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/// `/health/live` and `/health/ready`.
///
/// Live: the process answers. Ready: everything it needs is well; otherwise 503, and which part is not.
public final class HealthPages {
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final List<Vital> vitals;

    public HealthPages(List<Vital> vitals) {
        this.vitals = List.copyOf(vitals);
    }

    public Page live() {
        return new Page(200, JSON, "{\"status\":\"live\"}\n");
    }

    public Page ready() {
        ObjectNode answer = MAPPER.createObjectNode();
        ObjectNode parts = MAPPER.createObjectNode();
        boolean ready = true;
        for (Vital vital : vitals) {
            Vital.State state = vital.state().get();
            parts.put(vital.name(), state.word());
            ready &= state.well() || !vital.needed();
        }
        answer.put("status", ready ? "ready" : "not ready").set("parts", parts);
        return new Page(ready ? 200 : 503, JSON, answer + "\n");
    }
}
