package pikett.playground.botapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import okhttp3.OkHttpClient;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.longpolling.BotSession;
import org.telegram.telegrambots.longpolling.util.ExponentialBackOff;
import org.telegram.telegrambots.meta.TelegramUrl;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetFile;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.commands.GetMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChatMember;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.telegram.CallbackAnswer;
import pikett.playground.telegram.Press;
import pikett.playground.telegram.Seat;
import pikett.playground.telegram.message.Chat;

/// The library that the real bot uses understands this server, and this server understands it.
final class TelegramBotsTest {
    private final Desk desk = new Desk();
    private final Seat anna = desk.cloud.seat(desk.anna, desk.home);
    private final TelegramUrl url = new TelegramUrl("http", "127.0.0.1", desk.server.port(), false);
    private final OkHttpClient http =
            new OkHttpClient.Builder().callTimeout(Duration.ofSeconds(30)).build();
    private final OkHttpTelegramClient client = new OkHttpTelegramClient(http, Desk.TOKEN, url);

    @AfterEach
    void close() {
        desk.close();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private SendMessage message(String text) {
        return SendMessage.builder().chatId(desk.home.id().value()).text(text).build();
    }

    @Test
    void itSendsEditsAndAnswers() throws Exception {
        SendMessage card = message("<b>api</b> is down");
        card.setParseMode("HTML");
        card.setReplyMarkup(
                new InlineKeyboardMarkup(
                        List.of(
                                new InlineKeyboardRow(
                                        InlineKeyboardButton.builder()
                                                .text("Take")
                                                .callbackData("t:1")
                                                .style("success")
                                                .build()))));
        Message sent = client.execute(card);
        assertThat(sent.getEntities().getFirst().getText()).isEqualTo("api");
        Press press = anna.press(desk.cloud.messages(desk.home.id()).getLast(), "Take");
        client.execute(
                AnswerCallbackQuery.builder()
                        .callbackQueryId(press.query().id())
                        .text("yours")
                        .build());
        assertThat(press.answer(Duration.ofSeconds(1)))
                .contains(new CallbackAnswer("yours", false));
        client.execute(
                EditMessageText.builder()
                        .chatId(desk.home.id().value())
                        .messageId(sent.getMessageId())
                        .text("taken")
                        .build());
        assertThat(desk.cloud.messages(desk.home.id()).getLast().text()).isEqualTo("taken");
    }

    @Test
    void itReadsEveryAnswerAboutChatsAndMenus() throws Exception {
        assertThat(client.execute(new GetMe()).getUserName()).isEqualTo("pikett_bot");
        assertThat(client.execute(new GetChat(desk.ops.id().toString())).getTitle())
                .isEqualTo("Ops");
        desk.cloud.rooms().promoteBot(desk.ops.id(), desk.anna);
        assertThat(
                        client.execute(new GetChatMember(desk.ops.id().toString(), 7_000_000_001L))
                                .getStatus())
                .isEqualTo("administrator");
        SetMyCommands menu =
                SetMyCommands.builder()
                        .command(new BotCommand("status", "How it is"))
                        .scope(new BotCommandScopeAllPrivateChats())
                        .languageCode("en")
                        .build();
        client.execute(menu);
        GetMyCommands asked =
                GetMyCommands.builder()
                        .scope(new BotCommandScopeAllPrivateChats())
                        .languageCode("en")
                        .build();
        assertThat(client.execute(asked).getFirst().getCommand()).isEqualTo("status");
    }

    @Test
    void itUploadsFilesAndFindsThemAgain() throws Exception {
        byte[] log = "TypeError ×283".getBytes(StandardCharsets.UTF_8);
        SendDocument upload =
                SendDocument.builder()
                        .chatId(desk.home.id().value())
                        .document(new InputFile(new ByteArrayInputStream(log), "api ü.log"))
                        .caption("the log")
                        .build();
        Message sent = client.execute(upload);
        assertThat(sent.getDocument().getFileName()).isEqualTo("api ü.log");
        assertThat(desk.cloud.messages(desk.home.id()).getLast().file().orElseThrow().bytes())
                .isEqualTo(log);
        assertThat(client.execute(new GetFile(sent.getDocument().getFileId())).getFilePath())
                .startsWith("documents/");
    }

    @Test
    void itReadsRefusals() {
        desk.faults().next("sendMessage", Fault.flood(7));
        assertThatThrownBy(() -> client.execute(message("x")))
                .isInstanceOfSatisfying(
                        TelegramApiRequestException.class,
                        e -> {
                            assertThat(e.getErrorCode()).isEqualTo(429);
                            assertThat(e.getParameters().getRetryAfter()).isEqualTo(7);
                        });
        Chat big = desk.cloud.rooms().migrate(desk.ops.id(), desk.anna);
        SendMessage toOldGroup =
                SendMessage.builder().chatId(desk.ops.id().value()).text("x").build();
        assertThatThrownBy(() -> client.execute(toOldGroup))
                .isInstanceOfSatisfying(
                        TelegramApiRequestException.class,
                        e ->
                                assertThat(e.getParameters().getMigrateToChatId())
                                        .isEqualTo(big.id().value()));
    }

    @Test
    void itPollsEveryKindOfUpdateOnce() throws Exception {
        List<Update> heard = new CopyOnWriteArrayList<>();
        ScheduledExecutorService executor =
                Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().factory());
        BotSession session =
                new BotSession(
                        new ObjectMapper(),
                        http,
                        executor,
                        Desk.TOKEN,
                        () -> url,
                        last ->
                                GetUpdates.builder()
                                        .offset(last + 1)
                                        .timeout(20)
                                        .allowedUpdates(
                                                List.of(
                                                        "message",
                                                        "edited_message",
                                                        "callback_query",
                                                        "my_chat_member",
                                                        "message_reaction"))
                                        .build(),
                        ExponentialBackOff::new,
                        heard::addAll);
        session.start();
        int card = client.execute(card()).getMessageId();
        int said = anna.say("/status").id();
        anna.edit(said, "/health");
        anna.press(desk.cloud.messages(desk.home.id()).getFirst(), "Take");
        desk.cloud.rooms().promoteBot(desk.ops.id(), desk.anna);
        int posted = desk.say(desk.ops, "card").messageId();
        desk.cloud.seat(desk.anna, desk.ops).react(posted, "👍");
        desk.cloud.rooms().migrate(desk.ops.id(), desk.anna);
        desk.cloud.rooms().blockBot(desk.anna);
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> heard.size() >= 8);
        assertThat(heard)
                .extracting(Update::getUpdateId)
                .containsExactly(1000, 1001, 1002, 1003, 1004, 1005, 1006, 1007);
        assertThat(heard.get(0).getMessage().getText()).isEqualTo("/status");
        // The library says `isCommand()` only after its entities were asked for.
        assertThat(heard.get(0).getMessage().getEntities().getFirst().getType())
                .isEqualTo("bot_command");
        assertThat(heard.get(0).getMessage().isCommand()).isTrue();
        assertThat(heard.get(1).getEditedMessage().getText()).isEqualTo("/health");
        assertThat(heard.get(2).getCallbackQuery().getData()).isEqualTo("t");
        assertThat(heard.get(2).getCallbackQuery().getMessage().getMessageId()).isEqualTo(card);
        assertThat(heard.get(3).getMyChatMember().getNewChatMember().getStatus())
                .isEqualTo("administrator");
        assertThat(heard.get(4).getMessageReaction().getMessageId()).isEqualTo(posted);
        assertThat(heard.get(5).getMessage().getMigrateToChatId()).isNotNull();
        assertThat(heard.get(6).getMessage().getMigrateFromChatId())
                .isEqualTo(desk.ops.id().value());
        assertThat(heard.get(7).getMyChatMember().getNewChatMember().getStatus())
                .isEqualTo("kicked");
        session.stop();
        executor.shutdownNow();
    }

    private SendMessage card() {
        SendMessage card = message("card");
        card.setReplyMarkup(
                new InlineKeyboardMarkup(
                        List.of(
                                new InlineKeyboardRow(
                                        InlineKeyboardButton.builder()
                                                .text("Take")
                                                .callbackData("t")
                                                .build()))));
        return card;
    }
}
