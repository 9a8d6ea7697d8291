package pikett.playground.page;

import java.util.List;
import pikett.playground.telegram.Cloud;
import pikett.playground.telegram.Rooms;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Person;

/// Who one can be on the page, and the groups that they share with the bot. The numbers are those of
/// the example configuration, and never change.
public record Cast(Person anna, Person arsen, Person lena, Person stranger, Chat ops, Chat feed) {
    /// Brings everybody into an empty cloud: each has opened the chat with the bot, the first three
    /// are in both groups, and so is the bot.
    public static Cast assemble(Cloud cloud) {
        Rooms rooms = cloud.rooms();
        Cast cast =
                new Cast(
                        person(rooms, 111_222_333, "Anna", "anna", "de"),
                        person(rooms, 601_999, "Arsen", "arsen", "ru"),
                        person(rooms, 444_555_666, "Lena", "lena", "en"),
                        person(rooms, 777_000_777, "Max", "passer_by", "en"),
                        group(-1_001_234_567_890L, "ops"),
                        group(-1_009_876_543_210L, "feed"));
        cast.people().forEach(rooms::openPrivate);
        for (Chat group : cast.groups()) {
            rooms.create(group, cast.anna());
            rooms.join(group.id(), cast.arsen());
            rooms.join(group.id(), cast.lena());
            rooms.addBot(group.id(), cast.anna());
        }
        return cast;
    }

    private static Person person(
            Rooms rooms, long id, String name, String username, String language) {
        Person person = Person.human(id, name).withUsername(username).withLanguage(language);
        return rooms.addPerson(person);
    }

    private static Chat group(long id, String title) {
        return Chat.of(new ChatId(id), ChatKind.SUPERGROUP, title);
    }

    /// Everybody, in the order of the page.
    public List<Person> people() {
        return List.of(anna, arsen, lena, stranger);
    }

    /// Both groups.
    public List<Chat> groups() {
        return List.of(ops, feed);
    }

    /// What a configuration says they are, as one word for the page.
    String part(Person person) {
        if (person.equals(anna)) {
            return "admin";
        }
        if (person.equals(arsen)) {
            return "operator";
        }
        return person.equals(lena) ? "viewer" : "stranger";
    }
}
