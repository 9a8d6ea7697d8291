package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.playground.telegram.Draft;
import pikett.playground.telegram.Rooms;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Chat;
import pikett.playground.telegram.message.ChatId;
import pikett.playground.telegram.message.ChatKind;
import pikett.playground.telegram.message.Message;
import pikett.playground.telegram.message.Person;
import pikett.playground.telegram.message.UserId;

/// What the bot is told of what people do, and what it is spared.
final class HearingTest {
    private final Desk desk = new Desk();
    private final Rooms rooms = desk.cloud.rooms();
    private final Seat group = desk.cloud.seat(desk.anna, desk.ops);
    private final Seat home = desk.cloud.seat(desk.anna, desk.home);

    @AfterEach
    void close() {
        desk.close();
    }

    private List<String> heard() throws Exception {
        return StreamSupport.stream(desk.updates().spliterator(), false)
                .map(u -> u.path("message").path("text").asText())
                .toList();
    }

    private JsonNode heardMessage() throws Exception {
        return desk.updates().path(0).path("message");
    }

    private Person otherBot() {
        return rooms.addPerson(new Person(new UserId(99), "Helper", "helper_bot", null, true));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/status",
                "/status@pikett_bot",
                "/status@PIKETT_bot now",
                "please @pikett_bot look",
                "and /status@pikett_bot"
            })
    void inAGroupABotWithPrivacyHearsWhatIsMeantForIt(String text) throws Exception {
        group.say(text);
        assertThat(heard()).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hello",
                "see /status",
                "/status@other_bot",
                "@pikett_bot2 look",
                "x@pikett_bot.example"
            })
    void inAGroupABotWithPrivacyHearsNothingElse(String text) throws Exception {
        group.say(text);
        assertThat(heard()).isEmpty();
    }

    @Test
    void aReplyToTheBotIsMeantForIt() throws Exception {
        int card = desk.say(desk.ops, "card").messageId();
        group.say(Draft.of("is that so?").replyingTo(card));
        JsonNode heard = heardMessage();
        assertThat(heard.path("text").asText()).isEqualTo("is that so?");
        assertThat(heard.path("reply_to_message").path("message_id").asInt()).isEqualTo(card);
    }

    @Test
    void withoutPrivacyOrAsAdministratorABotHearsEverything() throws Exception {
        desk.cloud.changeBot(bot -> bot.withPrivacy(false));
        group.say("hello");
        assertThat(heard()).containsExactly("hello");
        desk.cloud.changeBot(bot -> bot.withPrivacy(true));
        rooms.promoteBot(desk.ops.id(), desk.anna);
        desk.updates();
        group.say("hello again");
        assertThat(heard()).containsExactly("hello again");
    }

    @Test
    void otherBotsAreHeardOnlyWhenTheyNameItAndThatIsSwitchedOn() throws Exception {
        Person helper = otherBot();
        rooms.join(desk.ops.id(), helper);
        desk.updates();
        Seat robot = desk.cloud.seat(helper, desk.ops);
        robot.say("/status@pikett_bot");
        assertThat(heard()).isEmpty();
        desk.cloud.changeBot(bot -> bot.withHearingBots(true));
        robot.say("/status@pikett_bot");
        robot.say("/status");
        JsonNode updates = desk.updates();
        assertThat(updates).hasSize(1);
        assertThat(updates.path(0).path("message").path("from").path("is_bot").asBoolean())
                .isTrue();
    }

    @Test
    void anAnonymousAdministratorAndAChannelHideThePerson() throws Exception {
        Chat channel =
                rooms.create(
                        new Chat(
                                new ChatId(-1_009_000_000_009L),
                                ChatKind.CHANNEL,
                                "News",
                                null,
                                false),
                        desk.anna);
        Chat big = rooms.createSupergroup("Big", desk.anna);
        rooms.addBot(big.id(), desk.anna);
        desk.updates();
        Seat seat = desk.cloud.seat(desk.anna, big);
        seat.say(Draft.of("/restart").as(big));
        JsonNode anonymous = heardMessage();
        assertThat(anonymous.path("from").path("id").asLong()).isEqualTo(1_087_968_824L);
        assertThat(anonymous.path("sender_chat").path("id").asLong()).isEqualTo(big.id().value());
        seat.say(Draft.of("/restart").as(channel));
        JsonNode asChannel = heardMessage();
        assertThat(asChannel.path("from").path("id").asLong()).isEqualTo(136_817_688L);
        assertThat(asChannel.path("sender_chat").path("type").asText()).isEqualTo("channel");
    }

    @Test
    void aForwardedMessageShowsWhereItIsFrom() throws Exception {
        Message order = group.say("/restart api");
        desk.updates();
        home.forward(order);
        JsonNode heard = heardMessage();
        assertThat(heard.path("text").asText()).isEqualTo("/restart api");
        assertThat(heard.path("forward_origin").path("type").asText()).isEqualTo("user");
        assertThat(heard.path("forward_origin").path("sender_user").path("id").asLong())
                .isEqualTo(11);
    }

    @Test
    void aMessageWrittenWithAnInlineBotShowsWhich() throws Exception {
        home.say(Draft.of("/restart").via(otherBot()));
        assertThat(heardMessage().path("via_bot").path("username").asText())
                .isEqualTo("helper_bot");
    }

    @Test
    void anEditIsToldAsAnEditEvenIfNothingChanged() throws Exception {
        int id = home.say("/status").id();
        desk.updates();
        home.edit(id, "/restart");
        JsonNode edited = desk.updates().path(0).path("edited_message");
        assertThat(edited.path("text").asText()).isEqualTo("/restart");
        assertThat(edited.has("edit_date")).isTrue();
        home.retouch(id);
        assertThat(desk.updates().path(0).path("edited_message").path("text").asText())
                .isEqualTo("/restart");
        assertThat(desk.cloud.messages(desk.home.id()).getLast().text()).isEqualTo("/restart");
    }

    @Test
    void comingAndGoingIsToldInGroups() throws Exception {
        Person lena = rooms.addPerson("Lena");
        rooms.join(desk.ops.id(), lena);
        assertThat(heardMessage().path("new_chat_members").path(0).path("first_name").asText())
                .isEqualTo("Lena");
        rooms.leave(desk.ops.id(), lena);
        assertThat(heardMessage().path("left_chat_member").path("first_name").asText())
                .isEqualTo("Lena");
        Chat other = rooms.createGroup("Other", desk.anna);
        rooms.addBot(other.id(), lena);
        JsonNode added = desk.updates().path(0).path("my_chat_member");
        assertThat(added.path("from").path("first_name").asText()).isEqualTo("Lena");
        assertThat(added.path("new_chat_member").path("status").asText()).isEqualTo("member");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/status | /status",
                "/status@pikett_bot api | /status@pikett_bot",
                "go /now | /now",
                "/a/b | ''",
                "12/34 | ''",
                "x/y | ''",
                "/ status | ''",
                "/stätus | ''"
            })
    void commandsAreFoundAsTelegramFindsThem(String text, String command) throws Exception {
        home.say(text);
        JsonNode message = heardMessage();
        StringBuilder found = new StringBuilder();
        for (JsonNode entity : message.path("entities")) {
            assertThat(entity.path("type").asText()).isEqualTo("bot_command");
            int offset = entity.path("offset").asInt();
            found.append(
                    message.path("text").asText(), offset, offset + entity.path("length").asInt());
        }
        assertThat(found.toString()).isEqualTo(command);
    }

    @Test
    void peopleCanOnlyDoWhatAPhoneOffers() {
        Person stranger = rooms.addPerson("Stranger");
        assertThatThrownBy(() -> desk.cloud.seat(stranger, desk.ops).say("x"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is not in Ops");
        int id = home.say("mine").id();
        assertThatThrownBy(() -> home.edit(id + 1, "x"))
                .hasMessageContaining("there is no message");
        assertThatThrownBy(() -> home.say(Draft.of("x").inTopic(5)))
                .hasMessageContaining("there is no topic 5");
        assertThatThrownBy(() -> rooms.addPerson(Person.human(11, "Double")))
                .hasMessage("the number 11 is taken");
        assertThatThrownBy(() -> Chat.of(new ChatId(5), ChatKind.GROUP, "x"))
                .hasMessageContaining("cannot belong to a group");
    }
}
