package pikett.config.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import pikett.config.CheckConfig;
import pikett.config.CheckConfig.Target;
import pikett.config.CheckTiming;
import pikett.config.CheckTiming.Rhythm;
import pikett.config.Conditions;
import pikett.config.PikettConfig;
import pikett.config.ServiceConfig;
import pikett.config.condition.Condition;
import pikett.config.condition.ConditionText;

/// What `good-checks.yaml` says.
class CheckFilesTest {
    private PikettConfig config;

    @BeforeEach
    void load() throws IOException {
        ConfigResult result = Fixtures.read(Fixtures.FOLDER.resolve("good-checks.yaml"));
        assertThat(result).isInstanceOf(ConfigResult.Loaded.class);
        config = ((ConfigResult.Loaded) result).config();
    }

    @Test
    void whatACheckDoesNotSayOfItsTimingHoldsForAll() {
        CheckTiming usual =
                new CheckTiming(
                        new Rhythm.Every(Duration.ofSeconds(45)),
                        Duration.ZERO,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(7));

        assertThat(config.checks().usual()).isEqualTo(usual);
        assertThat(check("page").timing()).isEqualTo(usual);
        assertThat(check("log").timing().rhythm())
                .isEqualTo(new Rhythm.Every(Duration.ofSeconds(10)));
        assertThat(check("nightly").timing())
                .isEqualTo(
                        new CheckTiming(
                                new Rhythm.Cron("0 30 6 ? * MON-FRI", ZoneId.of("Europe/Berlin")),
                                Duration.ZERO,
                                Duration.ofMinutes(5),
                                Duration.ofMinutes(1)));
        assertThat(check("in-utc").timing().rhythm())
                .isEqualTo(new Rhythm.Cron("0 0 * * * ?", ZoneOffset.UTC));
    }

    @Test
    void everyKindSaysWhatIsLookedAtAndThroughWhichHost() {
        assertThat(check("page").target())
                .isEqualTo(new Target.Web(URI.create("https://example.org/")));
        assertThat(check("page").host()).isEmpty();
        assertThat(check("port").target()).isEqualTo(new Target.Port("2001:db8::7", 22));
        assertThat(check("port").host()).isEqualTo(Optional.of("usual"));
        assertThat(check("nightly").target())
                .isEqualTo(new Target.Program(List.of("/opt/report", "--age")));
        assertThat(check("log").target()).isEqualTo(new Target.Log("api"));
        assertThat(check("rate").target())
                .isEqualTo(
                        new Target.Query(
                                URI.create("http://127.0.0.1:9090"), "sum(rate(x[5m])) by (job)"));
        assertThat(check("metric").target())
                .isEqualTo(new Target.Metrics(URI.create("http://127.0.0.1:3009/metrics")));
    }

    @Test
    void aHostReplacesOnlyTheListsThatItWrites() {
        Map<String, Conditions> hosts = config.checks().hosts();

        assertThat(hosts.keySet()).containsExactly("usual", "small", "quiet");
        assertThat(texts(host("usual").critical())).containsExactly("unreachable", "memory > 99%");
        assertThat(texts(host("usual").warning()))
                .containsExactly("disk('/') > 85%", "memory > 90%", "load > 2.0 per cpu");
        assertThat(texts(host("small").critical())).containsExactly("unreachable", "memory > 99%");
        assertThat(texts(host("small").warning())).containsExactly("disk('/data') > 70%");
        assertThat(host("quiet")).isEqualTo(Conditions.NONE);
    }

    /// A page that does not answer has no status; whoever asks for one wants to hear of that too.
    @Test
    void noAnswerIsAsBadAsTheWorstThatIsSaid() {
        assertThat(texts(check("page").when().critical()))
                .containsExactly("failed", "status != 200");
        assertThat(texts(check("port").when().warning())).containsExactly("failed", "latency > 1s");
        assertThat(check("port").when().critical()).isEmpty();
        assertThat(texts(health("web").warning())).containsExactly("failed", "status != 200");
        assertThat(health("web").critical()).isEmpty();
    }

    @Test
    void whatIsSaidOfNoAnswerIsKept() {
        assertThat(check("slow").when().critical()).isEmpty();
        assertThat(texts(check("slow").when().warning())).containsExactly("failed or latency > 5s");
        assertThat(health("silent")).isEqualTo(Conditions.NONE);
        assertThat(texts(check("rate").when().critical()))
                .containsExactly("value > 95%", "count < 2");
        assertThat(texts(check("log").when().warning())).hasSize(1);
    }

    @Test
    void aConditionKeepsItsParentheses() {
        assertThat(texts(check("nightly").when().critical()))
                .containsExactly("failed", "(exit != 0 or age(stdout) > 26h) and not latency < 1s");
    }

    @Test
    void aQueueIsAskedOnlyForWhatItsKindKnows() {
        assertThat(texts(queue("jobs").critical())).containsExactly("workers == 0 and oldest > 1m");
        assertThat(texts(queue("jobs").warning()))
                .containsExactly("waiting > 100", "oldest > 10m", "failed > 20 in 10m");
        assertThat(texts(queue("lines").warning())).containsExactly("waiting > 100");
        assertThat(queue("lines").critical()).isEmpty();
        assertThat(texts(queue("events").warning())).containsExactly("active > 5 in 1h");
    }

    private CheckConfig check(String name) {
        return Optional.ofNullable(config.checks().written().get(name)).orElseThrow();
    }

    private Conditions host(String name) {
        return Optional.ofNullable(config.checks().hosts().get(name)).orElseThrow();
    }

    private Conditions health(String service) {
        return Optional.ofNullable(config.services().get(service))
                .flatMap(ServiceConfig::health)
                .orElseThrow()
                .when();
    }

    private Conditions queue(String name) {
        return Optional.ofNullable(config.queues().get(name)).orElseThrow().when();
    }

    private static List<String> texts(List<Condition> conditions) {
        return conditions.stream().map(ConditionText::of).toList();
    }
}
