package pikett.bot.command;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Optional;
import pikett.bot.access.Verdict;
import pikett.bot.card.Card;
import pikett.bot.card.CardLimits;
import pikett.bot.card.RichText;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;
import pikett.config.Role;

/// Says why something is not done: as a line for a toast, or as a card. Pure.
public final class RefusalCard {
    private static final int LONGEST_NAME = 60;

    private RefusalCard() {}

    /// The person lacks the role.
    public static RichText notPermitted(Phrases phrases, Verdict.NotPermitted verdict) {
        Role own = verdict.person().config().role();
        return new RichTextBuilder()
                .say(
                        phrases,
                        DispatchPhrase.NOT_PERMITTED,
                        arg("command", shortened(verdict.command())),
                        arg("needed", phrases.text(DispatchPhrase.of(verdict.needed()))),
                        arg("own", phrases.text(DispatchPhrase.of(own))))
                .build();
    }

    /// The person may not act on this service.
    public static RichText notYourService(Phrases phrases, Verdict.NotYourService verdict) {
        return new RichTextBuilder()
                .say(
                        phrases,
                        DispatchPhrase.NOT_YOUR_SERVICE,
                        arg("service", shortened(verdict.service())))
                .build();
    }

    /// The runbook could touch more than the services of the person.
    public static RichText beyondServices(Phrases phrases, String runbook) {
        return new RichTextBuilder()
                .say(phrases, DispatchPhrase.BEYOND_SERVICES, arg("runbook", shortened(runbook)))
                .build();
    }

    /// A card with nothing but this text.
    public static Card card(RichText text) {
        return new Card(text, List.of(), Optional.empty());
    }

    static RichText expired(Phrases phrases) {
        return new RichTextBuilder().say(phrases, DispatchPhrase.EXPIRED).build();
    }

    static RichText interrupted(Phrases phrases) {
        return new RichTextBuilder().say(phrases, DispatchPhrase.INTERRUPTED).build();
    }

    static RichText unknownButton(Phrases phrases) {
        return new RichTextBuilder().say(phrases, DispatchPhrase.UNKNOWN_BUTTON).build();
    }

    static RichText unknownCommand(Phrases phrases, String command, List<String> suggestions) {
        RichTextBuilder text =
                new RichTextBuilder()
                        .say(
                                phrases,
                                DispatchPhrase.UNKNOWN_COMMAND,
                                arg("command", shortened(command)));
        if (!suggestions.isEmpty()) {
            String names = String.join(", ", suggestions.stream().map(name -> "/" + name).toList());
            text.plain(" ").say(phrases, DispatchPhrase.DID_YOU_MEAN, arg("names", names));
        }
        return text.line().say(phrases, DispatchPhrase.SEE_HELP).build();
    }

    static RichText busy(Phrases phrases, int running) {
        return new RichTextBuilder().count(phrases, DispatchPhrase.BUSY, running).build();
    }

    static RichText innerError(Phrases phrases, String correlation) {
        return new RichTextBuilder()
                .say(phrases, DispatchPhrase.INNER_ERROR, arg("correlation", correlation))
                .build();
    }

    static RichText stranger(Phrases phrases, String name, long id, int others) {
        RichTextBuilder text =
                new RichTextBuilder()
                        .say(
                                phrases,
                                DispatchPhrase.STRANGER,
                                arg("name", shortened(name)),
                                arg("id", Long.toString(id)));
        if (others > 0) {
            text.line().count(phrases, DispatchPhrase.STRANGERS_MORE, others);
        }
        return text.build();
    }

    static RichText groupMoved(Phrases phrases, long id) {
        return new RichTextBuilder()
                .say(phrases, DispatchPhrase.GROUP_MOVED, arg("id", Long.toString(id)))
                .build();
    }

    private static String shortened(String value) {
        return CardLimits.cut(value, LONGEST_NAME);
    }
}
