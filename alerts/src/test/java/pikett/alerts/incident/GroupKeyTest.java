package pikett.alerts.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import pikett.alerts.label.Labels;

/// Which alerts are one incident.
final class GroupKeyTest {
    private static final List<String> BY = List.of("service", "host");

    private static GroupKey key(Map<String, String> labels) {
        return GroupKey.of(Labels.of(labels), BY);
    }

    @Test
    void what_shares_the_labels_is_one_whatever_else_it_has() {
        GroupKey down = key(Map.of("alertname", "Down", "service", "api", "host", "a"));
        GroupKey slow = key(Map.of("alertname", "Slow", "service", "api", "host", "a", "x", "y"));

        assertThat(down).isEqualTo(slow);
        assertThat(down.labels().asMap()).isEqualTo(Map.of("service", "api", "host", "a"));
        assertThat(down).isNotEqualTo(key(Map.of("alertname", "Down", "service", "api")));
    }

    @Test
    void what_has_none_of_them_is_not_thrown_together() {
        GroupKey backup = key(Map.of("alertname", "Late", "heartbeat", "backup", "x", "y"));

        assertThat(backup.labels().asMap())
                .isEqualTo(Map.of("alertname", "Late", "heartbeat", "backup"));
        assertThat(backup).isNotEqualTo(key(Map.of("alertname", "Late", "heartbeat", "other")));
        assertThat(backup).isNotEqualTo(key(Map.of("alertname", "Late", "check", "backup")));
    }

    @Test
    void its_text_tells_one_from_another() {
        GroupKey api = key(Map.of("service", "api"));

        assertThat(api.text()).hasSize(32).isEqualTo(key(Map.of("service", "api")).text());
        assertThat(api.text()).isNotEqualTo(key(Map.of("service", "web")).text());
    }
}
