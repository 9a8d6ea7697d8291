package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import pikett.alerts.incident.MessageKind;

/// What each chat was last told of each incident and of each storm, by the state in which it was when it
/// was said: the card shows it as it is.
final class Announcements {
    private final Map<String, String> incidents = new LinkedHashMap<>();
    private final Map<String, Storm> storms = new LinkedHashMap<>();

    /// @param onlyThere numbers of the incidents that went on and had no card of their own
    private record Storm(String chat, String onlyThere) {}

    void hear(HeardOutbox.Heard heard) {
        String chat = heard.to().address();
        String card = chat + " " + heard.subject().value();
        if (MessageKind.STORM.is(heard.content())) {
            storms.put(card, new Storm(chat, heard.incidentState()));
        }
        if (MessageKind.INCIDENT.is(heard.content())) {
            String state = heard.incidentState();
            if (!incidents.containsKey(card)) {
                assertThat(state).as("%s begins with its end", card).isNotEqualTo("RESOLVED");
            }
            incidents.put(card, state);
        }
    }

    void assertEnded() {
        assertThat(incidents).isNotEmpty();
        assertThat(incidents).allSatisfy((_, state) -> assertThat(state).isEqualTo("RESOLVED"));
        storms.forEach(this::assertEnded);
    }

    /// What the card last showed as going on got a card of its own afterwards.
    private void assertEnded(String card, Storm storm) {
        for (String number : storm.onlyThere().split(",")) {
            if (!number.isEmpty()) {
                assertThat(incidents).as(card).containsKey(storm.chat() + " incident:" + number);
            }
        }
    }
}
