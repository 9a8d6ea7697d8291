/// The immutable values of the chat cloud: people, chats, messages, buttons, files. No state and no
/// rule of the Bot API lives here.
@NullMarked
package pikett.playground.telegram.message;

import org.jspecify.annotations.NullMarked;
