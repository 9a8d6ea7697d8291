package pikett.bot.setup;

import java.util.Map;
import java.util.Optional;
import pikett.bot.telegram.Greeting;

/// Which groups alerts go to.
final class ChatStep {
    private final Questions questions;
    private final Wishes wishes;
    private final Rehearsal rehearsal;

    ChatStep(Questions questions, Wishes wishes, Rehearsal rehearsal) {
        this.questions = questions;
        this.wishes = wishes;
        this.rehearsal = rehearsal;
    }

    FirstConfig named(FirstConfig config) {
        FirstConfig result = config;
        for (Map.Entry<String, Long> chat : wishes.chats().entrySet()) {
            result =
                    result.withChat(
                            chat.getKey(),
                            new FirstConfig.Group(chat.getValue(), Optional.empty()));
        }
        return result;
    }

    FirstConfig meet(FirstConfig config, Meeting meeting, String bot) throws SetupEndedException {
        FirstConfig result = config;
        boolean more =
                questions.confirm("Shall alerts go to a group, so that a team sees them?", true);
        while (more) {
            questions.say(
                    "Add @%s to the group, and write /start@%s there. Not as an anonymous admin."
                            .formatted(bot, bot));
            Greeting.Group group = meeting.group();
            if (isYours(group, result)) {
                result = named(result, group);
            }
            more = questions.confirm("Another group?", result.chats().isEmpty());
        }
        return result;
    }

    private boolean isYours(Greeting.Group group, FirstConfig config) throws SetupEndedException {
        boolean byAdmin = config.admins().containsValue(group.byPerson());
        questions.say(
                "The group \"%s\", number %d%s: heard of it from %s%s."
                        .formatted(
                                group.title(),
                                group.id(),
                                group.topic().map(", topic %d"::formatted).orElse(""),
                                byAdmin ? "you" : group.byName() + " " + group.byPerson(),
                                byAdmin ? "" : ", who is not you"));
        return questions.confirm("Shall alerts go there?", byAdmin);
    }

    private FirstConfig named(FirstConfig config, Greeting.Group group) throws SetupEndedException {
        FirstConfig.Group chat = new FirstConfig.Group(group.id(), group.topic());
        String name =
                questions.text(
                        "A name for the group in the configuration",
                        PeopleStep.suggested(group.title(), "ops"),
                        typed ->
                                config.chats().containsKey(typed)
                                        ? Optional.of("there is a group of that name already")
                                        : rehearsal.mistake(config.withChat(typed, chat)));
        return config.withChat(name, chat);
    }
}
