package pikett.bot.reload;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;
import pikett.config.Problem;
import pikett.config.file.ConfigDifference;
import pikett.config.file.ConfigDifference.Change;
import pikett.config.file.ConfigDifference.Detail;

/// Shows what came of loading the configuration anew. Pure.
final class ReloadCard {
    private static final Map<String, ReloadPhrase> KINDS =
            Map.ofEntries(
                    Map.entry("people", ReloadPhrase.PERSON),
                    Map.entry("hosts", ReloadPhrase.HOST),
                    Map.entry("services", ReloadPhrase.SERVICE),
                    Map.entry("queues", ReloadPhrase.QUEUE),
                    Map.entry("checks", ReloadPhrase.CHECK),
                    Map.entry("heartbeats", ReloadPhrase.HEARTBEAT),
                    Map.entry("runbooks", ReloadPhrase.RUNBOOK),
                    Map.entry("digests", ReloadPhrase.DIGEST),
                    Map.entry("telegram.chats", ReloadPhrase.CHAT),
                    Map.entry("inbound.sources", ReloadPhrase.SOURCE),
                    Map.entry("notify.channels", ReloadPhrase.CHANNEL),
                    Map.entry("notify.mute-windows", ReloadPhrase.MUTE_WINDOW));

    private final Phrases phrases;
    private final RichTextBuilder text = new RichTextBuilder();

    private ReloadCard(Phrases phrases) {
        this.phrases = phrases;
    }

    /// @param bySignal whether nobody of the chat asked for it
    static Card of(Phrases phrases, ReloadOutcome outcome, boolean bySignal) {
        ReloadCard card = new ReloadCard(phrases);
        card.show(outcome);
        if (bySignal) {
            card.text.line().say(phrases, ReloadPhrase.BY_SIGNAL);
        }
        return new Card(card.text.build(), List.of(), Optional.empty());
    }

    private void show(ReloadOutcome outcome) {
        switch (outcome) {
            case ReloadOutcome.Followed(ConfigDifference difference) -> {
                text.sayBold(phrases, ReloadPhrase.FOLLOWED);
                difference.changes().forEach(this::show);
                if (difference.secrets()) {
                    text.line().plain("~ ").say(phrases, ReloadPhrase.SECRETS);
                }
            }
            case ReloadOutcome.Same _ -> text.say(phrases, ReloadPhrase.SAME);
            case ReloadOutcome.Mistaken(List<Problem> problems) -> {
                text.count(phrases, ReloadPhrase.MISTAKEN, problems.size());
                problems.forEach(problem -> text.line().code(problem.toString()));
                stays();
            }
            case ReloadOutcome.NeedsRestart(List<String> keys) -> {
                text.say(phrases, ReloadPhrase.NEEDS_RESTART, arg("keys", String.join(", ", keys)));
                stays();
            }
            case ReloadOutcome.Failed _ -> {
                text.say(phrases, ReloadPhrase.FAILED);
                stays();
            }
        }
    }

    private void stays() {
        text.line().say(phrases, ReloadPhrase.STAYS);
    }

    private void show(Change change) {
        text.line()
                .plain(
                        switch (change.how()) {
                            case ADDED -> "+ ";
                            case REMOVED -> "− ";
                            case CHANGED -> "~ ";
                        });
        ReloadPhrase kind = KINDS.get(change.place());
        if (kind == null) {
            text.code(change.place());
        } else {
            text.say(phrases, kind);
        }
        change.name().ifPresent(name -> text.plain(" ").bold(name));
        String separator = ": ";
        for (Detail detail : change.details()) {
            text.plain(separator).value(detail.key()).plain(" ");
            text.code(detail.before().orElse("–")).plain(" → ").code(detail.after().orElse("–"));
            separator = "; ";
        }
    }
}
