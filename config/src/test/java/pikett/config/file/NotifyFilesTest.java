package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import pikett.config.ChannelConfig;
import pikett.config.DigestConfig;
import pikett.config.DigestConfig.OnlyWhen;
import pikett.config.InhibitionConfig;
import pikett.config.MuteWindowConfig;
import pikett.config.NotifyConfig;
import pikett.config.PikettConfig;
import pikett.config.RouteConfig;
import pikett.config.Severity;
import pikett.config.match.Comparison;
import pikett.config.match.LabelMatch;

/// `notify`, `digests` and `storage.retention` as they are written in whole files.
final class NotifyFilesTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void the_example_says_what_its_comments_say() throws IOException {
        NotifyConfig notify = load(Path.of("pikett.example.yaml")).notifications();

        assertThat(notify.routes())
                .containsExactly(
                        new RouteConfig.When(
                                List.of(match("severity", Comparison.EQUALS, "critical")),
                                List.of("ops", "feed"),
                                Optional.empty(),
                                false),
                        new RouteConfig.When(
                                List.of(match("service", Comparison.MATCHES, "ai-admin-.*")),
                                List.of("feed"),
                                Optional.of("night"),
                                false),
                        new RouteConfig.Otherwise(List.of("feed"), Optional.empty()));
        assertThat(notify.muteWindows())
                .containsExactly(
                        Map.entry(
                                "night",
                                new MuteWindowConfig(
                                        BERLIN,
                                        LocalTime.of(22, 0),
                                        LocalTime.of(7, 0),
                                        EnumSet.allOf(DayOfWeek.class),
                                        Optional.of(Severity.CRITICAL))));
        assertThat(notify.inhibitions())
                .containsExactly(
                        new InhibitionConfig(
                                List.of(match("alertname", Comparison.EQUALS, "HostUnreachable")),
                                List.of(match("host", Comparison.MATCHES, ".+")),
                                List.of("host")));
    }

    @Test
    void the_digests_of_the_example_come_in_order() throws IOException {
        assertThat(load(Path.of("pikett.example.yaml")).digests())
                .containsExactly(
                        Map.entry(
                                "morning",
                                new DigestConfig(
                                        "0 0 8 * * ?",
                                        BERLIN,
                                        List.of("ops"),
                                        OnlyWhen.ALWAYS,
                                        Duration.ofDays(1))),
                        Map.entry(
                                "weekly",
                                new DigestConfig(
                                        "0 0 9 ? * MON",
                                        BERLIN,
                                        List.of("ops"),
                                        OnlyWhen.ALWAYS,
                                        Duration.ofDays(7))));
    }

    @Test
    void without_a_word_the_usual_holds() throws IOException {
        PikettConfig config = load(Path.of("minimal.yaml"));

        assertThat(config.notifications())
                .isEqualTo(
                        new NotifyConfig(
                                List.of("service", "queue", "host"),
                                Duration.ofSeconds(5),
                                Duration.ofHours(2),
                                List.of(),
                                Map.of(),
                                List.of(),
                                Map.of(),
                                Optional.empty()));
        assertThat(config.digests()).isEmpty();
        assertThat(config.storage().retention().readings()).isEqualTo(Duration.ofDays(30));
        assertThat(config.storage().retention().incidents()).isEqualTo(Duration.ofDays(400));
    }

    @Test
    void everything_may_be_said_otherwise() throws IOException {
        PikettConfig config = load(Fixtures.FOLDER.resolve("good-notify-people.yaml"));
        NotifyConfig notify = config.notifications();

        assertThat(notify.groupBy()).containsExactly("alertname", "queue");
        assertThat(notify.groupWait()).isZero();
        assertThat(notify.repeatAfter()).isEqualTo(Duration.ofDays(7));
        assertThat(notify.routes())
                .startsWith(
                        new RouteConfig.When(
                                List.of(
                                        match("severity", Comparison.DIFFERS, "info"),
                                        match("service", Comparison.MATCHES_NOT, "a,b|c\\.d")),
                                List.of("arsen"),
                                Optional.empty(),
                                true));
        assertThat(notify.muteWindows().values())
                .extracting(MuteWindowConfig::days, MuteWindowConfig::below)
                .containsExactly(
                        tuple(
                                Set.of(
                                        DayOfWeek.SATURDAY,
                                        DayOfWeek.SUNDAY,
                                        DayOfWeek.MONDAY,
                                        DayOfWeek.WEDNESDAY),
                                Optional.empty()));
        assertThat(config.digests().get("yearly"))
                .isEqualTo(
                        new DigestConfig(
                                "0 30 8 1 1 ? 2030",
                                ZoneId.of("UTC"),
                                List.of("arsen"),
                                OnlyWhen.ALWAYS,
                                Duration.ofDays(1)));
    }

    @Test
    void mail_has_a_sender_though_the_file_names_none() throws IOException {
        Map<String, ChannelConfig> channels =
                load(Fixtures.FOLDER.resolve("good-channels.yaml")).notifications().channels();
        assertThat(channels.values())
                .filteredOn(ChannelConfig.Mail.class::isInstance)
                .extracting(channel -> ((ChannelConfig.Mail) channel).from())
                .containsExactly(
                        "pikett@[127.0.0.1]",
                        "pikett@[IPv6:::1]",
                        "pikett@mail.example.org",
                        "anna@example.org");
    }

    private static LabelMatch match(String name, Comparison comparison, String value) {
        return new LabelMatch(name, comparison, value);
    }

    private static PikettConfig load(Path file) throws IOException {
        ConfigResult result = Fixtures.read(file);
        assertThat(result).isInstanceOf(ConfigResult.Loaded.class);
        return ((ConfigResult.Loaded) result).config();
    }
}
