package pikett.bot.runbook;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Optional;
import pikett.bot.card.Button;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;

/// An offer as people see it: what would be done, who must say yes, until when.
final class OfferCard {
    private OfferCard() {}

    static Card open(Offer offer) {
        Phrases phrases = phrases(offer);
        RichTextBuilder text = head(offer, phrases);
        String until = phrases.figures().clock(offer.expiresAt(), offer.origin().zone());
        if (offer.plan().agreements() == 1) {
            text.say(
                    phrases,
                    RunPhrase.FOR_PERSON,
                    arg("person", offer.requester()),
                    arg("time", until));
        } else {
            text.say(phrases, RunPhrase.AGREED, arg("people", String.join(", ", offer.agreed())))
                    .line()
                    .count(phrases, RunPhrase.AGREED_MISSING, offer.missing(), arg("time", until));
        }
        return new Card(text.build(), List.of(buttons(offer, phrases)), Optional.empty());
    }

    static Card cancelled(Offer offer, String person) {
        Phrases phrases = phrases(offer);
        return closed(
                head(offer, phrases).say(phrases, RunPhrase.CANCELLED_BY, arg("person", person)));
    }

    /// It can no longer be said yes to.
    static Card over(Offer offer, RunPhrase why) {
        Phrases phrases = phrases(offer);
        return closed(head(offer, phrases).say(phrases, why));
    }

    private static Card closed(RichTextBuilder text) {
        return new Card(text.build(), List.of(), Optional.empty());
    }

    private static Phrases phrases(Offer offer) {
        return Phrases.in(offer.origin().language());
    }

    private static RichTextBuilder head(Offer offer, Phrases phrases) {
        Plan plan = offer.plan();
        RichTextBuilder text =
                new RichTextBuilder()
                        .sayBold(
                                phrases,
                                plan.kind() == Plan.Kind.RESTART
                                        ? RunPhrase.ASK_RESTART
                                        : RunPhrase.ASK_RUNBOOK,
                                arg("name", plan.title(phrases.language())))
                        .line();
        int number = 0;
        for (PlannedStep step : plan.sequence()) {
            number++;
            text.plain(number + ". ");
            PlanText.step(text, step, phrases);
            text.line();
        }
        return text;
    }

    private static List<Button> buttons(Offer offer, Phrases phrases) {
        boolean alone = offer.plan().agreements() == 1;
        RunPhrase yes =
                switch (offer.plan().kind()) {
                    case RESTART -> RunPhrase.BUTTON_RESTART;
                    case RUNBOOK -> alone ? RunPhrase.BUTTON_RUN : RunPhrase.BUTTON_AGREE;
                };
        return List.of(
                button(offer, phrases, yes, Button.Tone.DANGER, Ticket.Press.YES),
                button(
                        offer,
                        phrases,
                        alone ? RunPhrase.BUTTON_CANCEL : RunPhrase.BUTTON_REJECT,
                        Button.Tone.NEUTRAL,
                        Ticket.Press.NO));
    }

    private static Button button(
            Offer offer, Phrases phrases, RunPhrase label, Button.Tone tone, Ticket.Press press) {
        return new Button(
                phrases.text(label),
                tone,
                new Button.Act.Redeem(new Ticket(offer.nonce(), press).nonce()));
    }
}
