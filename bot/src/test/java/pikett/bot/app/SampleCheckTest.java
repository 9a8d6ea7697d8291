package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import pikett.adapters.redaction.Redactor;
import pikett.config.PikettConfig;
import pikett.config.Secret;

/// What `pikett check --sample` says of a payload.
final class SampleCheckTest {
    private static final PikettConfig CONFIG =
            WrittenConfig.withChats(
                    """
                    inbound:
                      sources:
                        deploys: { type: json, bearer: the-secret-of-deploys, title: /title, severity: /level, fingerprint: [/id], max-size: 1KiB }
                        am: { type: alertmanager, bearer: the-secret-of-alertmanager }
                    """);

    @TempDir private Path folder;
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    private boolean understood(String source, String payload) throws IOException {
        Path file = Files.writeString(folder.resolve("payload.json"), payload);
        return check().understood(source, file);
    }

    private SampleCheck check() {
        Redactor redactor = Redactor.of(List.of(new Secret("the-secret-of-deploys")));
        return new SampleCheck(
                new ConfigOption.Usable(CONFIG, redactor, ""),
                new PrintStream(said, true, StandardCharsets.UTF_8),
                () -> Instant.parse("2026-11-21T15:00:00Z"));
    }

    private String said() {
        return said.toString(StandardCharsets.UTF_8);
    }

    @Test
    void itShowsWhatWouldCome() throws IOException {
        assertThat(
                        understood(
                                "deploys",
                                "{\"title\": \"Deploy\\u001b[31m failed\", \"level\": \"sev1\", \"id\": 42}"))
                .isTrue();

        assertThat(said())
                .contains("firing, warning")
                .contains("labels   alertname=deploys, id=42")
                .contains("since    it is first heard of")
                .contains("sev1 is no severity we know")
                .doesNotContain("\u001b");
    }

    @Test
    void itShowsWhatIsNotListedAndNotThatAllIs() throws IOException {
        understood("am", "{\"alerts\": [], \"truncatedAlerts\": 3}");
        assertThat(said()).contains("AlertsNotListed", "unlisted 3");
        said.reset();
        assertThat(understood("am", "{\"alerts\": []}")).isTrue();
        assertThat(said()).isEmpty();
    }

    @Test
    void itShowsTheGoodOnesBesideTheBad() throws IOException {
        String good = "{\"status\": \"firing\", \"labels\": {\"alertname\": \"A\"}}";
        assertThat(understood("am", "{\"alerts\": [{}, " + good + "]}")).isFalse();
        assertThat(said()).contains("labels   alertname=A", "/alerts/0/labels is empty");
    }

    @Test
    void itSaysWhatIsWrong() throws IOException {
        assertThat(understood("deploys", "{\"title\": \"t\"}")).isFalse();
        assertThat(said()).contains("/id is missing or empty");
        assertThat(understood("deploys", "x".repeat(1_025))).isFalse();
        assertThat(said()).contains("longer than the 1024 bytes");
        assertThat(understood("nobody", "{}")).isFalse();
        assertThat(said()).contains("there is no source nobody", "deploys", "am");
        assertThat(check().understood("am", folder.resolve("none"))).isFalse();
        assertThat(said()).contains("cannot be read");
    }
}
