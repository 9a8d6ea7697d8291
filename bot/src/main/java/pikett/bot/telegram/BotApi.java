package pikett.bot.telegram;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayInputStream;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.telegram.telegrambots.client.okhttp.OkHttpTelegramClient;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.groupadministration.LeaveChat;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChatMember;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import pikett.bot.card.CardLimits;
import pikett.config.Language;

/// The calls that we make to Telegram.
///
/// Every call ends within the deadline and says how it ended; nothing is repeated here. Blocks; call it
/// on a virtual thread. Safe for use by many threads.
public final class BotApi implements AutoCloseable {
    private static final Duration DEADLINE = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_ONCE = 64;
    private static final int TOAST = 200;
    private static final int CAPTION = 1024;

    private final OkHttpClient http;
    private final OkHttpTelegramClient client;
    private final TokenMask mask;
    private final Duration deadline;
    private final Semaphore permits = new Semaphore(AT_ONCE);

    /// Calls through this endpoint; does not reach out by itself.
    public BotApi(TelegramEndpoint endpoint) {
        this(endpoint, DEADLINE);
    }

    BotApi(TelegramEndpoint endpoint, Duration deadline) {
        OnlyIds.areRead();
        this.http = TelegramHttp.forSending(endpoint, deadline);
        this.client =
                new OkHttpTelegramClient(
                        JsonMapper.builder()
                                .defaultPropertyInclusion(
                                        JsonInclude.Value.construct(
                                                JsonInclude.Include.NON_NULL,
                                                JsonInclude.Include.NON_NULL))
                                .build(),
                        http,
                        endpoint.token().reveal(),
                        endpoint.url());
        this.mask = endpoint.mask();
        this.deadline = deadline;
    }

    /// Asks who we are.
    public CallResult<BotIdentity> whoAmI() {
        return call(new GetMe(), user -> new BotIdentity(user.getId(), user.getUserName()));
    }

    /// Sends a message.
    ///
    /// @return its id
    public CallResult<Integer> send(Outgoing message) {
        SendMessage.SendMessageBuilder<?, ?> call =
                SendMessage.builder()
                        .chatId(message.chat())
                        .text(message.text().text())
                        .entities(Keyboards.entities(message.text()))
                        .linkPreviewOptions(noPreview())
                        .disableNotification(message.silent());
        message.topic().ifPresent(call::messageThreadId);
        if (!message.rows().isEmpty()) {
            call.replyMarkup(Keyboards.keyboard(message.rows()));
        }
        return call(call.build(), Message::getMessageId);
    }

    /// Puts a text and buttons in the place of those of a message.
    ///
    /// @return its id
    public CallResult<Integer> edit(int messageId, Outgoing message) {
        EditMessageText call =
                EditMessageText.builder()
                        .chatId(message.chat())
                        .messageId(messageId)
                        .text(message.text().text())
                        .entities(Keyboards.entities(message.text()))
                        .linkPreviewOptions(noPreview())
                        .replyMarkup(Keyboards.keyboard(message.rows()))
                        .build();
        return call(call, _ -> messageId);
    }

    /// Sends a text file as a reply, silently: the text before it has made the sound.
    ///
    /// @return the id of the message that carries it
    public CallResult<Integer> send(OutgoingFile file) {
        byte[] bytes = file.content().getBytes(StandardCharsets.UTF_8);
        SendDocument.SendDocumentBuilder<?, ?> call =
                SendDocument.builder()
                        .chatId(file.chat())
                        .document(new InputFile(new ByteArrayInputStream(bytes), safe(file.name())))
                        .disableContentTypeDetection(true)
                        .disableNotification(true)
                        .replyParameters(
                                ReplyParameters.builder()
                                        .messageId(file.replyTo())
                                        .allowSendingWithoutReply(true)
                                        .build());
        file.topic().ifPresent(call::messageThreadId);
        if (!file.caption().isEmpty()) {
            call.caption(CardLimits.cut(file.caption(), CAPTION));
        }
        return run(() -> client.executeAsync(call.build()), Message::getMessageId);
    }

    /// Answers a press with a line that shows for a moment, or with nothing but an end to the waiting.
    ///
    /// @param toast cut to 200 units; may be empty
    public PressAnswer answerPress(String callbackId, String toast) {
        AnswerCallbackQuery call = new AnswerCallbackQuery(callbackId);
        if (!toast.isEmpty()) {
            call.setText(CardLimits.cut(toast, TOAST));
        }
        return switch (call(call, done -> done)) {
            case CallResult.Done<Boolean> _ -> PressAnswer.ANSWERED;
            case CallResult.Failed<Boolean>(CallFailure.Refused refused)
                    when isTooOld(refused.description()) ->
                    PressAnswer.TOO_OLD;
            case CallResult.Failed<Boolean> _ -> PressAnswer.FAILED;
        };
    }

    /// Sets the menu of commands.
    ///
    /// @param language for people whose app speaks it; empty for everybody else
    public CallResult<Boolean> setMenu(
            MenuScope scope, Optional<Language> language, List<MenuEntry> entries) {
        SetMyCommands.SetMyCommandsBuilder<?, ?> call =
                SetMyCommands.builder()
                        .scope(scope(scope))
                        .commands(
                                entries.stream()
                                        .map(entry ->
                                                new BotCommand(
                                                        entry.command(), entry.description()))
                                        .toList());
        language.ifPresent(known -> call.languageCode(known.name().toLowerCase(Locale.ROOT)));
        return call(call.build(), done -> done);
    }

    /// Leaves a chat.
    public CallResult<Boolean> leave(long chat) {
        return call(LeaveChat.builder().chatId(chat).build(), done -> done);
    }

    /// Cuts off what is under way.
    @Override
    public void close() {
        http.dispatcher().cancelAll();
        http.dispatcher().executorService().shutdown();
        http.connectionPool().evictAll();
    }

    private <T extends Serializable, R> CallResult<R> call(
            BotApiMethod<T> method, Function<T, R> read) {
        return run(() -> client.executeAsync(method), read);
    }

    private <T, R> CallResult<R> run(LibraryCall<T> call, Function<T, R> read) {
        try {
            if (!permits.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return failed(new CallFailure.NeverLeft("too many calls under way"));
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return failed(new CallFailure.NeverLeft("interrupted"));
        }
        try {
            return new CallResult.Done<>(read.apply(await(call)));
        } catch (InterruptedException _) {
            // The library would clear the flag, and the call goes on without us.
            Thread.currentThread().interrupt();
            return failed(new CallFailure.Unclear("interrupted"));
        } catch (ExecutionException | TelegramApiException | TimeoutException e) {
            return failed(failure(e));
        } finally {
            permits.release();
        }
    }

    private <T> T await(LibraryCall<T> call)
            throws TelegramApiException,
                    InterruptedException,
                    ExecutionException,
                    TimeoutException {
        // The client's own deadline comes first; this one only guards against the library.
        return call.start().get(deadline.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
    }

    private CallFailure failure(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof CallFailedException known) {
                return known.failure();
            }
        }
        return failure instanceof TelegramApiException
                // Before it was handed to the client: the library finds the call itself wrong.
                ? new CallFailure.Refused(
                        400, mask.describe(failure), Optional.empty(), Optional.empty())
                : new CallFailure.Unclear(mask.describe(failure));
    }

    private static <R> CallResult<R> failed(CallFailure failure) {
        return new CallResult.Failed<>(failure);
    }

    private static BotCommandScope scope(MenuScope scope) {
        return switch (scope) {
            case MenuScope.Everywhere _ -> new BotCommandScopeDefault();
            case MenuScope.Chat(long id) -> BotCommandScopeChat.builder().chatId(id).build();
            case MenuScope.Member(long chat, long person) ->
                    BotCommandScopeChatMember.builder().chatId(chat).userId(person).build();
        };
    }

    private static boolean isTooOld(String description) {
        String text = description.toLowerCase(Locale.ROOT);
        return text.contains("query is too old")
                || text.contains("query_id_invalid")
                || text.contains("query id is invalid");
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    /// The library puts the name into a header and into an address.
    private static String safe(String name) {
        String plain = name.replaceAll("[^A-Za-z0-9._-]+", "_");
        return plain.isBlank() ? "file.txt" : plain;
    }

    /// The start of a call in the library.
    private interface LibraryCall<T> {
        CompletableFuture<T> start() throws TelegramApiException;
    }
}
