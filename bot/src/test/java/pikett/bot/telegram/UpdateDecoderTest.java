package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.bot.telegram.Incoming.Suspicion;

class UpdateDecoderTest {
    private static final BotIdentity ME = new BotIdentity(42, "pikett_bot");
    private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

    @Test
    void readsACommandThatSomebodyTyped() {
        Incoming.Typed typed = typed(Updates.command(7, "/restart", " api now "));

        assertThat(typed.command()).contains("restart");
        assertThat(typed.arguments()).isEqualTo("api now");
        assertThat(typed.text()).isEqualTo("/restart api now ");
        assertThat(typed.sender())
                .isEqualTo(new Incoming.Sender(111, "Anna A.", false, Optional.of("de")));
        assertThat(typed.place()).isEqualTo(new Incoming.Place(-100, Optional.empty(), false));
        assertThat(typed.suspicion()).isEmpty();
        assertThat(typed.sentAt()).isEqualTo(Instant.ofEpochSecond(1_763_632_800));
    }

    @ParameterizedTest
    @CsvSource({
        "sender_chat, {\"id\":-100}, SENT_AS_CHAT",
        "forward_origin, {\"type\":\"user\"}, FORWARDED",
        "forward_origin, {\"type\":\"a_kind_of_next_year\"}, FORWARDED",
        "is_automatic_forward, true, FORWARDED",
        "forward_from, {\"id\":5}, FORWARDED",
        "forward_sender_name, \"Hidden\", FORWARDED",
        "forward_date, 1, FORWARDED",
        "via_bot, {\"id\":5}, VIA_BOT",
        "sender_business_bot, {\"id\":5}, VIA_BOT",
        "caption, \"/restart api\", CAPTION",
    })
    void aMessageThatIsNotSomebodysOwnWordsIsSuspicious(
            String field, String value, Suspicion expected) {
        ObjectNode update = Updates.command(7, "/restart", " api");
        Updates.message(update).set(field, Updates.json(value));

        assertThat(typed(update).suspicion()).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(longs = {1087968824L, 777000L, 136817688L})
    void standInsForPeopleAreSuspicious(long id) {
        ObjectNode update = Updates.command(7, "/restart", " api");
        Updates.from(update).put("id", id);

        assertThat(typed(update).suspicion()).contains(Suspicion.SENT_AS_CHAT);
    }

    @Test
    void aBotIsToldAsABot() {
        ObjectNode update = Updates.command(7, "/restart", " api");
        Updates.from(update).put("is_bot", true);

        assertThat(typed(update).sender().bot()).isTrue();
    }

    @Test
    void aCaptionIsNeitherTextNorCommand() {
        ObjectNode update = Updates.text(7, "");
        Updates.message(update).remove("text");
        Updates.message(update).put("caption", "/restart api");
        Updates.message(update)
                .set(
                        "caption_entities",
                        Updates.json("[{\"type\":\"bot_command\",\"offset\":0,\"length\":8}]"));

        assertThat(typed(update).text()).isEmpty();
        assertThat(typed(update).command()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/restart@OtherBot", // another bot's
        "/restart@pikett_bot_", // longer than ours
        "/restart@pi\u212Aett_bot", // the Kelvin sign, which equals k without regard to case
        "/re\u017Ftart", // the long s, which equals s without regard to case
        "/r\u0435start", // a Cyrillic letter
        "/restart\u200B", // an invisible one
    })
    void aCommandThatIsNotExactlyOursIsNone(String word) {
        assertThat(typed(Updates.command(7, word, " api")).command()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"/restart@pikett_bot", "/restart@Pikett_Bot", "/Restart"})
    void ourOwnNameAndAPhonesCapitalLetterAreNoHindrance(String word) {
        assertThat(typed(Updates.command(7, word, " api")).command()).contains("restart");
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "0, 4", "0, 99", "0, -1", "-1, 8"})
    void anEntityElsewhereOrOfAnotherLengthIsNoCommand(int offset, int length) {
        ObjectNode update = Updates.text(7, "/restart api");
        Updates.message(update)
                .putArray("entities")
                .addObject()
                .put("type", "bot_command")
                .put("offset", offset)
                .put("length", length);

        assertThat(typed(update).command()).isEmpty();
    }

    @Test
    void textThatLooksLikeACommandButWasNotMarkedByTelegramIsNone() {
        assertThat(typed(Updates.text(7, "/restart api")).command()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "edited_message", "channel_post", "edited_channel_post", "business_message",
                "edited_business_message", "guest_message", "message_reaction", "something_new"
            })
    void whatWeDidNotAskForIsIgnoredByItsName(String kind) {
        ObjectNode update = Updates.command(7, "/restart", " api");
        update.set(kind, update.remove("message"));

        assertThat(incoming(update)).isEqualTo(new Incoming.Ignored(kind));
    }

    @Test
    void aMessageThatWasEditedIsIgnoredUnderAnyName() {
        ObjectNode update = Updates.command(7, "/restart", " api");
        Updates.message(update).put("edit_date", 1_763_632_900);

        assertThat(incoming(update)).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void aMessageOfNobodyIsIgnored() {
        ObjectNode update = Updates.command(7, "/restart", " api");
        Updates.message(update).remove("from");

        assertThat(incoming(update)).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void readsAPress() {
        assertThat(incoming(Updates.press(7, ">status")))
                .isEqualTo(
                        new Incoming.Pressed(
                                new Incoming.Sender(111, "Anna A.", false, Optional.of("de")),
                                new Incoming.Place(-100, Optional.empty(), false),
                                55,
                                "cb7",
                                ">status",
                                NOW));
    }

    @ParameterizedTest
    @ValueSource(strings = {"from", "message", "data"})
    void aPressWithoutSenderMessageOrDataIsIgnored(String field) {
        ObjectNode update = Updates.press(7, ">status");
        ((ObjectNode) update.get("callback_query")).remove(field);

        assertThat(incoming(update)).isInstanceOf(Incoming.Ignored.class);
    }

    @Test
    void aTopicCountsOnlyInAForum() {
        ObjectNode update = Updates.text(7, "hello");
        Updates.message(update).put("message_thread_id", 12);
        assertThat(typed(update).place().topic()).isEmpty();

        Updates.message(update).put("is_topic_message", true);
        assertThat(typed(update).place().topic()).contains(12);
    }

    @ParameterizedTest
    @CsvSource({
        "member, false, true",
        "administrator, false, true",
        "restricted, true, true",
        "restricted, false, false",
        "kicked, false, false",
        "left, false, false",
        "something_new, false, false"
    })
    void readsOurOwnMembership(String status, boolean isMember, boolean present) {
        JsonNode update =
                Updates.json(
                        """
                        {"update_id":7,"my_chat_member":{
                          "chat":{"id":-5,"type":"group"},"from":{"id":111,"is_bot":false,"first_name":"Anna"},
                          "new_chat_member":{"status":"%s","is_member":%s}}}
                        """
                                .formatted(status, isMember));

        assertThat(incoming(update))
                .isInstanceOfSatisfying(
                        Incoming.Membership.class,
                        membership -> assertThat(membership.present()).isEqualTo(present));
    }

    @Test
    void bothServiceMessagesOfAMigrationSayTheSame() {
        ObjectNode to = Updates.text(7, "");
        Updates.message(to).put("migrate_to_chat_id", -1007L);
        ObjectNode from = Updates.text(8, "");
        Updates.message(from).put("migrate_from_chat_id", -100L);
        ((ObjectNode) Updates.message(from).get("chat")).put("id", -1007L);

        assertThat(incoming(to)).isEqualTo(new Incoming.Migrated(-100, -1007));
        assertThat(incoming(from)).isEqualTo(new Incoming.Migrated(-100, -1007));
    }

    @Test
    void namesCannotDisguiseALine() {
        ObjectNode update = Updates.text(7, "hello");
        Updates.from(update)
                .put("first_name", "An\u202Ena\n\u0007")
                .put("last_name", "x".repeat(99));

        assertThat(typed(update).sender().displayName())
                .startsWith("Anna x")
                .hasSize(64)
                .doesNotContain("\u202E", "\n", "\u0007");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "1",
                "{\"message\":[]}",
                "{\"message\":{}}",
                "{\"message\":{\"chat\":{\"id\":\"x\"}}}",
                "{\"message\":{\"chat\":{\"id\":1.5}}}",
                "{\"callback_query\":7}",
                "{\"my_chat_member\":{\"chat\":{}}}",
                "{\"message\":{\"chat\":{\"id\":99999999999999999999}}}"
            })
    void anotherShapeIsSaidAndNotGuessed(String json) {
        assertThat(UpdateDecoder.decode(Updates.json(json), ME, NOW))
                .isInstanceOf(Decoded.NotUnderstood.class);
    }

    @Test
    void removingOrChangingAnyFieldNeverThrows() {
        ObjectNode whole = Updates.command(7, "/restart", " api");
        for (String pointer : Updates.pointers(whole)) {
            for (String other : new String[] {"null", "[]", "{}", "\"x\"", "-1", "true"}) {
                JsonNode changed = Updates.replaced(whole, pointer, Updates.json(other));
                assertThat(UpdateDecoder.decode(changed, ME, NOW))
                        .as(pointer + "=" + other)
                        .isNotNull();
            }
        }
    }

    private static Incoming.Typed typed(JsonNode update) {
        return (Incoming.Typed) incoming(update);
    }

    private static Incoming incoming(JsonNode update) {
        return ((Decoded.Understood) UpdateDecoder.decode(update, ME, NOW)).incoming();
    }
}
