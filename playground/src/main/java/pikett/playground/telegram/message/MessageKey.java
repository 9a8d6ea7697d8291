package pikett.playground.telegram.message;

/// Which message: ids count per chat, so neither half is enough.
public record MessageKey(ChatId chat, int id) {}
