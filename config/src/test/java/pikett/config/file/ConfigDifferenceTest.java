package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import pikett.config.Surroundings;

/// What a person reads of two configurations.
final class ConfigDifferenceTest {
    private static final String BEFORE =
            """
            telegram:
              token: '1:a'
              chats: { ops: { id: -1 } }
            people: { anna: { telegram: 7, role: admin } }
            hosts: { here: { local: true } }
            services:
              api: { host: here, pm2: api }
            queues:
              messages: { host: here, redis: 'redis://:canary@127.0.0.1:6379/0', bullmq: messages, critical-when: [waiting > 500, oldest > 15m] }
            """;

    @Test
    void what_came_went_or_is_different_is_named() {
        String after =
                BEFORE.replace("waiting > 500", "waiting > 400")
                                .replace(
                                        "api: { host: here, pm2: api }",
                                        "worker: { host: here, pm2: worker }")
                                .replace("id: -1", "id: -1, topic: 12")
                        + "storage: { retention: { readings: 10d } }\n";

        assertThat(between(BEFORE, after).changes())
                .extracting(ConfigDifferenceTest::line)
                .containsExactlyInAnyOrder(
                        "CHANGED telegram.chats ops: topic  -> 12",
                        "REMOVED services api:",
                        "ADDED services worker:",
                        "CHANGED queues messages: critical-when waiting > 500 -> waiting > 400",
                        "CHANGED storage : retention.readings 30d -> 10d");
    }

    @Test
    void the_same_in_other_words_is_no_difference() {
        assertThat(
                        between(
                                        BEFORE,
                                        "# a remark\n"
                                                + BEFORE
                                                + "check-defaults: { every: 30s }\n")
                                .isEmpty())
                .isTrue();
    }

    @Test
    void of_a_secret_it_is_told_that_it_changed_and_not_what_it_is() {
        ConfigDifference difference =
                between(BEFORE, BEFORE.replace("canary", "canary2").replace("1:a", "1:b"));

        assertThat(difference.secrets()).isTrue();
        assertThat(difference.changes()).isEmpty();
        assertThat(difference.toString()).doesNotContain("canary");
    }

    private static String line(ConfigDifference.Change change) {
        StringBuilder line =
                new StringBuilder(
                        "%s %s %s:"
                                .formatted(change.how(), change.place(), change.name().orElse("")));
        change.details()
                .forEach(detail ->
                        line.append(
                                " %s %s -> %s"
                                        .formatted(
                                                detail.key(),
                                                detail.before().orElse(""),
                                                detail.after().orElse(""))));
        return line.toString();
    }

    private static ConfigDifference between(String before, String after) {
        return ConfigDifference.between(loaded(before), loaded(after));
    }

    private static ConfigResult.Loaded loaded(String text) {
        ConfigResult result =
                new ConfigReader(new Nowhere())
                        .read("test.yaml", text.getBytes(StandardCharsets.UTF_8));
        assertThat(result).isInstanceOf(ConfigResult.Loaded.class);
        return (ConfigResult.Loaded) result;
    }

    /// No variables and no files.
    private static final class Nowhere implements Surroundings {
        @Override
        public Optional<String> environment(String name) {
            return Optional.empty();
        }

        @Override
        public SecretFile file(Path path) {
            return new SecretFile.Missing();
        }
    }
}
