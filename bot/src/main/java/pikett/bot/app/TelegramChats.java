package pikett.bot.app;

import pikett.bot.command.Chats;
import pikett.bot.telegram.BotApi;

/// The chats of the bot's account.
record TelegramChats(BotApi api, TodaysChats today) implements Chats {
    @Override
    public void leave(long chat) {
        api.leave(chat);
    }

    @Override
    public void moved(long from, long to) {
        today.moved(from, to);
    }
}
