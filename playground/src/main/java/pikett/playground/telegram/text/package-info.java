/// Text as Telegram carries it: characters and the entities laid over them, counted in UTF-16
/// units. No markup language is parsed here, and nothing here knows of chats.
@NullMarked
package pikett.playground.telegram.text;

import org.jspecify.annotations.NullMarked;
