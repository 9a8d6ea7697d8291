package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.time.Duration;
import pikett.alerts.alert.Alert;
import pikett.alerts.inbound.Account;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// What a source from elsewhere tells of an alert, on its card.
final class AccountText {
    private static final int LONGEST_LINE = 200;
    private static final int LONGEST_TEXT = 400;

    private AccountText() {}

    static void append(RichTextBuilder text, Room room, Alert alert) {
        Account account = Account.of(alert.latest().facts());
        Phrases phrases = room.phrases();
        account.summary()
                .ifPresent(summary -> text.value(CardLimits.cut(summary, LONGEST_LINE)).line());
        account.description()
                .filter(description -> !account.summary().equals(account.description()))
                .ifPresent(description ->
                        text.plain(CardLimits.cut(description.strip(), LONGEST_TEXT)).line());
        if (account.unlisted() > 0) {
            text.count(phrases, IncidentPhrase.UNLISTED, account.unlisted()).line();
        }
        // Only http and https come this far. An address that is cut would lead elsewhere.
        account.runbook()
                .ifPresent(address ->
                        text.say(phrases, IncidentPhrase.RUNBOOK, arg("address", address)).line());
        account.link().ifPresent(address -> text.value("🔗 " + address).line());
        account.lastHeard()
                .filter(_ -> alert.firing())
                .ifPresent(when ->
                        text.say(
                                        phrases,
                                        IncidentPhrase.SILENT,
                                        arg("source", alert.source()),
                                        arg(
                                                "span",
                                                phrases.figures()
                                                        .duration(
                                                                Duration.between(
                                                                        when, room.now()))))
                                .line());
    }
}
