package pikett.bot.view;

import static pikett.bot.language.Arg.arg;

import java.util.List;
import java.util.Optional;
import pikett.bot.access.Person;
import pikett.bot.card.Button;
import pikett.bot.card.Button.Act;
import pikett.bot.card.Button.Tone;
import pikett.bot.card.Card;
import pikett.bot.card.RichTextBuilder;
import pikett.bot.language.Phrases;
import pikett.bot.telegram.Incoming;

/// The ids that the configuration asks for, as the bot sees them.
public final class WhoamiCard {
    private WhoamiCard() {}

    /// Who the person is, and where this is.
    ///
    /// @param role its name in the person's language
    public static Card of(Phrases phrases, Person person, String role, Incoming.Place place) {
        String id = Long.toString(person.config().telegram());
        String chat = Long.toString(place.chat());
        RichTextBuilder text =
                new RichTextBuilder()
                        .sayBold(
                                phrases,
                                WhoamiPhrase.TITLE,
                                arg("name", person.name()),
                                arg("role", role))
                        .line();
        text.say(phrases, WhoamiPhrase.PERSON_ID).plain(" ").code(id).line();
        text.say(phrases, WhoamiPhrase.CHAT_ID).plain(" ").code(chat).line();
        place.topic()
                .ifPresent(topic ->
                        text.say(phrases, WhoamiPhrase.TOPIC_ID)
                                .plain(" ")
                                .code(Integer.toString(topic))
                                .line());
        if (!person.config().services().isEmpty()) {
            text.say(phrases, WhoamiPhrase.MAY_ACT_ON)
                    .plain(" ")
                    .code(String.join(", ", person.config().services()));
        }
        Button copy = new Button(phrases.text(WhoamiPhrase.COPY), Tone.NEUTRAL, new Act.Copy(chat));
        return new Card(text.build(), List.of(List.of(copy)), Optional.empty());
    }
}
