package pikett.bot.real;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Prometheus itself understands the alerts about Pikett, and each fires when it should.
@Tag("real")
class RealRulesTest {
    private static final Path CONFIG = Path.of("..", "config").toAbsolutePath().normalize();

    @Test
    void prometheus_understands_the_rules() {
        assertThat(
                        Programs.output(
                                "promtool",
                                "check",
                                "rules",
                                CONFIG.resolve("prometheus-rules.yaml").toString()))
                .contains("SUCCESS: 16 rules found");
    }

    @Test
    void each_alert_fires_when_it_should_and_not_when_all_is_well() {
        assertThat(
                        Programs.output(
                                "promtool",
                                "test",
                                "rules",
                                CONFIG.resolve("prometheus-rules.test.yaml").toString()))
                .contains("SUCCESS");
    }
}
