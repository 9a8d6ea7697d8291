/// Turns the Bot API's markup languages into text with entities. Knows neither chats nor JSON.
@NullMarked
package pikett.playground.botapi.markup;

import org.jspecify.annotations.NullMarked;
