package pikett.alerts.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import pikett.alerts.alert.Report;
import pikett.alerts.label.Labels;
import pikett.config.SourceConfig.Mapping;
import pikett.config.SourceConfig.Payload;
import pikett.config.SourceConfig.ResolvedWhen;

/// F57: whatever the bytes are, a decoder gives statements that can be kept, or a sentence.
final class PayloadFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);
    private static final int LONGEST_VALUE = 1_100;
    private static final int LONGEST_SAID = 2_000;
    private static final Payload MAPPED =
            new Payload.Json(
                    new Mapping(
                            "/title",
                            Optional.of("/alerts/0/labels/severity"),
                            Optional.of(new ResolvedWhen("/state", true, "ok")),
                            List.of("/id"),
                            Optional.of("/alerts/0/annotations/summary"),
                            Map.of("service", "/groupLabels/service"),
                            Optional.of("/alerts/0/generatorURL"),
                            Optional.of("/alerts/0/startsAt")));

    @FuzzTest
    void alertmanager(byte[] body) {
        judge(new Payload.Alertmanager(), body);
    }

    @FuzzTest
    void grafana(byte[] body) {
        judge(new Payload.Grafana(), body);
    }

    @FuzzTest
    void json(byte[] body) {
        judge(MAPPED, body);
    }

    @FuzzTest
    void script(byte[] body) {
        judge(new Payload.Pikett(), body);
    }

    @FuzzTest
    void posted(byte[] body) {
        judge(decoder(new Payload.Alertmanager()).decodePosted(body, NOW));
    }

    @FuzzTest
    void silence(byte[] body) {
        switch (PostedSilence.read(body, NOW, CLOCKS_DIFFER, UnaryOperator.identity())) {
            case PostedSilence.Read.Understood(PostedSilence silence) -> {
                assertThat(silence.matchers().match(Labels.NONE)).isFalse();
                assertThat(silence.until()).isBetween(NOW, NOW.plus(Duration.ofDays(31)));
                storable(silence.author() + silence.comment());
            }
            case PostedSilence.Read.Refused refused -> sentence(refused.why());
        }
        FilterText.read(new String(body, StandardCharsets.UTF_8))
                .ifPresent(matcher -> assertThat(matcher.name()).isNotBlank());
    }

    private static Decoder decoder(Payload payload) {
        return new Decoder("source", payload, UnaryOperator.identity());
    }

    private static void judge(Payload payload, byte[] body) {
        judge(decoder(payload).decode(body, NOW));
    }

    private static void judge(Decoded decoded) {
        switch (decoded) {
            case Decoded.Understood understood -> {
                assertThat(understood.statements()).allSatisfy(PayloadFuzzTest::canBeKept);
                assertThat(understood.strangeSeverities())
                        .allSatisfy(word -> assertThat(word).hasSizeLessThanOrEqualTo(40));
            }
            case Decoded.Refused refused -> sentence(refused.why());
        }
    }

    private static void sentence(String why) {
        assertThat(why).isNotBlank().hasSizeLessThan(1_500);
        storable(why);
    }

    private static void canBeKept(Statement statement) {
        Report report = statement.report(statement.startsAt().orElse(NOW));
        assertThat(report.startsAt()).isBetween(Instant.EPOCH, NOW);
        assertThat(report.seenAt()).isBetween(report.startsAt(), NOW);
        Map<String, String> labels = report.labels().asMap();
        assertThat(labels).hasSizeBetween(1, LabelLimits.MOST);
        labels.forEach(PayloadFuzzTest::fits);
        assertThat(Account.of(report.facts())).isEqualTo(statement.account());
        storable(report.facts().json());
        statement.account().title().ifPresent(PayloadFuzzTest::said);
        statement.account().summary().ifPresent(PayloadFuzzTest::said);
        statement.account().description().ifPresent(PayloadFuzzTest::said);
    }

    private static void fits(String name, String value) {
        storable(name);
        storable(value);
        assertThat(value).hasSizeLessThan(LONGEST_VALUE);
    }

    private static void said(String text) {
        storable(text);
        assertThat(text).hasSizeLessThanOrEqualTo(LONGEST_SAID);
    }

    /// No database keeps a null character, and half a character is no text.
    private static void storable(String text) {
        assertThat(text).doesNotContain("\u0000");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
    }
}
