package pikett.alerts.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.alerts.alert.Alert;
import pikett.alerts.label.Matcher;
import pikett.alerts.label.Matchers;
import pikett.alerts.mute.Inhibition;
import pikett.alerts.outbox.Rate;
import pikett.config.Secret;
import pikett.config.Severity;

/// What fires, read once for many batches.
final class FiringTest extends PipelineContract {
    @TempDir Path folder;

    @Override
    Secret emptyDatabase() {
        return new Secret("jdbc:sqlite:" + folder.resolve("pikett.db"));
    }

    @Test
    void it_is_read_only_where_it_matters_and_again_only_when_alerts_were_saved() {
        Round round =
                new Round(
                        outbox,
                        () -> rules.build(),
                        _ -> new Rate(20, Duration.ofMinutes(1)),
                        clock);
        pipeline = new Pipeline(store, round);
        Firing firing = new Firing(round);
        fires(service("api"), Severity.CRITICAL);
        assertThat(store.read(firing::alerts)).as("nothing hides anything").isEmpty();
        rules.inhibitions.add(
                new Inhibition(
                        Matchers.of(Matcher.equal("alertname", "HostUnreachable")),
                        Matchers.ANY,
                        List.of("host")));
        fires(service("web"), Severity.WARNING);
        List<Alert> first = store.read(firing::alerts);
        assertThat(first).hasSize(2);
        assertThat(store.read(firing::alerts)).isSameAs(first);
        fires(service("redis"), Severity.CRITICAL);
        assertThat(store.read(firing::alerts)).hasSize(3);
        ends(service("api"));
        assertThat(store.read(firing::alerts)).hasSize(2);
    }
}
