package pikett.bot.setup;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import pikett.bot.telegram.BotApi;
import pikett.bot.telegram.BotIdentity;
import pikett.bot.telegram.CallFailure;
import pikett.bot.telegram.CallResult;
import pikett.bot.telegram.Introductions;
import pikett.bot.telegram.TelegramEndpoint;
import pikett.config.Secret;

/// Which bot it is: a token that Telegram knows, and nothing in the way of hearing through it.
final class AccountStep {
    private static final URI TELEGRAM = URI.create("https://api.telegram.org");

    private final Questions questions;
    private final Wishes.Account wishes;
    private final Explanation explanation;

    /// The bot.
    record Bot(TelegramEndpoint endpoint, BotIdentity me) {}

    AccountStep(Questions questions, Wishes.Account wishes, Explanation explanation) {
        this.questions = questions;
        this.wishes = wishes;
        this.explanation = explanation;
    }

    Bot ask() throws SetupEndedException {
        Optional<Secret> given = given();
        if (given.isEmpty() && questions.unattended()) {
            throw new SetupEndedException(
                    "--yes asks nothing, so the token must lie in a file: --token-file FILE (or in $TELEGRAM_TOKEN)");
        }
        if (given.isEmpty()) {
            questions.say(
                    "Make a bot: write /newbot to https://t.me/BotFather, and copy the token that it gives you.");
        }
        while (true) {
            Secret token =
                    given.isPresent()
                            ? given.get()
                            : new Secret(
                                    questions
                                            .terminal()
                                            .askHidden(
                                                    "Token (it is not shown while you paste it): "));
            Optional<Bot> bot = bot(endpoint(token), given.isPresent());
            if (bot.isPresent()) {
                questions.say("This is @" + bot.get().me().username() + ".");
                return bot.get();
            }
        }
    }

    private Optional<Secret> given() throws SetupEndedException {
        return wishes.tokenFile().isPresent()
                ? Optional.of(read(wishes.tokenFile().get(), "token"))
                : wishes.token();
    }

    private TelegramEndpoint endpoint(Secret token) throws SetupEndedException {
        Optional<Secret> proxy = Optional.empty();
        if (wishes.proxyFile().isPresent()) {
            proxy = Optional.of(read(wishes.proxyFile().get(), "proxy's address"));
        }
        return new TelegramEndpoint(wishes.apiUrl().orElse(TELEGRAM), token, proxy);
    }

    static Secret read(Path file, String what) throws SetupEndedException {
        try {
            return new Secret(Files.readString(file).strip());
        } catch (IOException _) {
            throw new SetupEndedException(
                    "the file with the %s, %s, cannot be read; name another, or let this user read it"
                            .formatted(what, file));
        }
    }

    /// @param given whether the token cannot be asked for once more
    private Optional<Bot> bot(TelegramEndpoint endpoint, boolean given) throws SetupEndedException {
        String why;
        try {
            endpoint.botId();
            why = "";
        } catch (IllegalArgumentException e) {
            return again(String.valueOf(e.getMessage()), given);
        }
        try (BotApi api = new BotApi(endpoint)) {
            switch (api.whoAmI()) {
                case CallResult.Done<BotIdentity>(BotIdentity me) -> {
                    return Optional.of(new Bot(endpoint, me));
                }
                case CallResult.Failed<BotIdentity>(CallFailure failure) ->
                        why = explanation.of(endpoint, failure);
            }
        }
        return again("Telegram: " + why, given);
    }

    private Optional<Bot> again(String why, boolean given) throws SetupEndedException {
        if (given) {
            throw new SetupEndedException(why);
        }
        questions.say(why + ". Once more:");
        return Optional.empty();
    }

    /// Sees that Telegram gives the updates to us, and takes a webhook away if that is wanted.
    void free(Bot bot, Introductions introductions) throws SetupEndedException {
        switch (introductions.webhook()) {
            case CallResult.Failed<Optional<String>>(CallFailure failure) ->
                    throw new SetupEndedException(
                            "Telegram: " + explanation.of(bot.endpoint(), failure));
            case CallResult.Done<Optional<String>>(Optional<String> host) -> {
                if (host.isPresent()) {
                    take(host.get(), introductions);
                }
            }
        }
    }

    private void take(String host, Introductions introductions) throws SetupEndedException {
        questions.say(
                "This bot has a webhook: Telegram gives everything to %s, and nothing to us. Pikett takes it away when it starts; whoever uses it there hears nothing more."
                        .formatted(host));
        if (questions.unattended()) {
            return;
        }
        if (!questions.confirm("Take the webhook away?", false)) {
            throw new SetupEndedException(
                    "make another bot for Pikett: write /newbot to https://t.me/BotFather");
        }
        introductions.removeWebhook();
    }
}
