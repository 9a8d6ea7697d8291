package pikett.bot.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import pikett.alerts.alert.Alert;
import pikett.alerts.alert.Report;
import pikett.alerts.alert.Status;
import pikett.alerts.inbound.Account;
import pikett.alerts.label.Labels;
import pikett.alerts.reading.Value;
import pikett.alerts.rule.Because;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.evidence.FoldedLine;
import pikett.bot.evidence.ProcessFacts;
import pikett.bot.language.Phrases;
import pikett.config.Language;
import pikett.config.Severity;

/// Each of an incident's alerts can be told from the others, and nothing is said twice.
final class EvidenceTextTest {
    private static final String SECRET = "hunter2-hunter2";

    @Test
    void seriesOfOneCheckAreToldApart() {
        String shown =
                shown(
                        text -> text,
                        series("tenant", "acme", Status.FIRING),
                        series("tenant", "zeta", Status.FIRING));
        assertThat(shown.lines())
                .containsExactly(
                        "• realtime fails",
                        "value 7 > 5 · tenant=acme",
                        "• realtime fails",
                        "value 7 > 5 · tenant=zeta");
    }

    @Test
    void aLabelThatRepeatsTheTitleIsLeftOut() {
        Labels labels =
                Labels.of(
                        Map.of(
                                Labels.ALERT_NAME,
                                "demo",
                                "title",
                                "The coffee is out",
                                "floor",
                                "2"));
        Alert alert = alert(labels, Status.FIRING, Account.titled("The coffee is out").facts());
        assertThat(shown(text -> text, alert).lines()).containsExactly("floor=2");
    }

    @Test
    void whatIsOverIsToldApartToo() {
        Alert over =
                series("tenant", "acme", Status.FIRING)
                        .merge(series("tenant", "acme", Status.RESOLVED));
        assertThat(shown(text -> text, over).lines())
                .containsExactly("was: value 7 > 5 · tenant=acme");
    }

    @Test
    void noSecretOfALabelIsShownNotEvenHalfOfOne() {
        String shown =
                shown(
                        text -> text.replace(SECRET, "•••"),
                        series("dsn", "x".repeat(48) + SECRET, Status.FIRING));
        assertThat(shown).contains("dsn=xxx").doesNotContain("hunter");
    }

    @Test
    void aLineOfTheLogStandsOnceOnACard() {
        ProcessFacts seen =
                new ProcessFacts(
                        Map.of(),
                        Map.of(),
                        List.of(
                                new FoldedLine("TypeError: x", 16, true),
                                new FoldedLine("SyntaxError: y", 2, true)));
        Labels api = Labels.of(Map.of(Labels.SERVICE, "api", Labels.HOST, "prod-1"));
        String shown =
                shown(
                        text -> text,
                        alert(
                                api.with(Labels.ALERT_NAME, "ServiceDown"),
                                Status.FIRING,
                                seen.facts()),
                        alert(
                                api.with(Labels.ALERT_NAME, "HealthFailing"),
                                Status.FIRING,
                                seen.facts()));
        assertThat(shown.lines().filter(line -> line.contains("Error")))
                .containsExactly("×16  TypeError: x", "×2  SyntaxError: y");
    }

    private static Alert series(String label, String value, Status status) {
        Labels labels =
                Labels.of(
                        Map.of(
                                Labels.ALERT_NAME,
                                "CheckFailing",
                                Labels.CHECK,
                                "realtime",
                                label,
                                value));
        Because because =
                new Because(
                        List.of(
                                new Because.Told(
                                        "value",
                                        new Value.Quantity(7),
                                        Because.Unit.PLAIN,
                                        Optional.of("> 5"))));
        return alert(labels, status, because.facts());
    }

    private static Alert alert(Labels labels, Status status, pikett.alerts.alert.Facts facts) {
        return Alert.of(
                new Report(
                        "check", labels, status, Severity.CRITICAL, Facts.NOW, Facts.NOW, facts));
    }

    private static String shown(UnaryOperator<String> redaction, Alert... alerts) {
        RichTextBuilder text = new RichTextBuilder();
        new EvidenceText(
                        text,
                        new Room(Phrases.in(Language.EN), ZoneOffset.UTC, Facts.NOW),
                        redaction)
                .append(List.of(alerts));
        return text.build().text();
    }
}
