package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import pikett.alerts.incident.Post;

/// What each chat was last told of each incident, by the state in which the incident was when it was
/// said: the card shows it as it is.
final class Announcements {
    private final Map<String, String> last = new LinkedHashMap<>();

    void hear(HeardOutbox.Heard heard) {
        if (heard.content().kind().equals(Post.CARD)) {
            String card = heard.to().address() + " " + heard.subject().value();
            String state = heard.incidentState();
            if (!last.containsKey(card)) {
                assertThat(state).as("%s begins with its end", card).isNotEqualTo("RESOLVED");
            }
            last.put(card, state);
        }
    }

    void assertEnded() {
        assertThat(last).isNotEmpty();
        assertThat(last).allSatisfy((_, state) -> assertThat(state).isEqualTo("RESOLVED"));
    }
}
