package pikett.alerts.inbound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pikett.alerts.alert.Report;
import pikett.config.SourceConfig.Mapping;
import pikett.config.SourceConfig.Payload;
import pikett.config.SourceConfig.ResolvedWhen;

/// F57: whatever the bytes are, a decoder gives statements that can be kept, or a sentence.
final class DecoderFuzzTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:00:00Z");
    private static final int ROUNDS = 20_000;
    private static final String WHOLE =
            """
            {"groupKey": "k", "truncatedAlerts": 1, "groupLabels": {"service": "api"}, "title": "t",
             "state": "ok", "id": 7, "alerts": [{"status": "firing", "labels": {"alertname": "Aä€😀",
             "severity": "page"}, "annotations": {"summary": "s\\u0000\\ud83d", "runbook_url": "//w/x"},
             "startsAt": "2026-11-21T14:50:00.123Z", "endsAt": "0001-01-01T00:00:00Z",
             "generatorURL": "http://p/g", "values": {"A": 1e308, "B": -0, "C": [true, null]}}]}
            """;
    private static final List<Decoder> DECODERS =
            List.of(
                    new Decoder("am", new Payload.Alertmanager(), UnaryOperator.identity()),
                    new Decoder("grafana", new Payload.Grafana(), UnaryOperator.identity()),
                    new Decoder(
                            "json",
                            new Payload.Json(
                                    new Mapping(
                                            "/title",
                                            Optional.of("/alerts/0/labels/severity"),
                                            Optional.of(new ResolvedWhen("/state", true, "ok")),
                                            List.of("/id"),
                                            Optional.of("/alerts/0/annotations/summary"),
                                            Map.of("service", "/groupLabels/service"),
                                            Optional.of("/alerts/0/generatorURL"),
                                            Optional.of("/alerts/0/startsAt"))),
                            UnaryOperator.identity()));

    private static final byte[] PIECES =
            "{}[]\",:\\u0d8-+.eE9 \n\u0000tfn".getBytes(StandardCharsets.ISO_8859_1);

    @Test
    void changed_bytes_never_make_it_throw() {
        Random random = new Random(20261121);
        byte[] whole = WHOLE.getBytes(StandardCharsets.UTF_8);
        int understood = 0;
        for (int round = 0; round < ROUNDS; round++) {
            byte[] changed = changed(whole, random);
            for (Decoder decoder : DECODERS) {
                understood += judged(decoder.decode(changed, NOW));
            }
        }
        assertThat(understood).as("some of it still means something").isGreaterThan(ROUNDS / 10);
    }

    private static byte[] changed(byte[] whole, Random random) {
        byte[] changed =
                random.nextInt(20) == 0
                        ? Arrays.copyOf(whole, random.nextInt(whole.length))
                        : whole.clone();
        for (int times = random.nextInt(4); times > 0 && changed.length > 0; times--) {
            changed[random.nextInt(changed.length)] =
                    random.nextBoolean()
                            ? (byte) random.nextInt()
                            : PIECES[random.nextInt(PIECES.length)];
        }
        return changed;
    }

    private static int judged(Decoded decoded) {
        return switch (decoded) {
            case Decoded.Understood understood -> {
                for (Statement statement : understood.statements()) {
                    Report report = statement.report(statement.startsAt().orElse(NOW));
                    assertThat(report.startsAt()).isBetween(Instant.EPOCH, NOW);
                    assertThat(report.labels().asMap().toString()).doesNotContain("\u0000");
                    assertThat(Account.of(report.facts())).isEqualTo(statement.account());
                }
                yield 1;
            }
            case Decoded.Refused refused -> {
                assertThat(refused.why()).isNotBlank().hasSizeLessThan(500);
                yield 0;
            }
        };
    }
}
