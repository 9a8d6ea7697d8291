/// The state of the chat cloud as people see it, and what people and the bot may do to it. No HTTP
/// and no JSON: the wire form is the duty of `pikett.playground.botapi`.
@NullMarked
package pikett.playground.telegram;

import org.jspecify.annotations.NullMarked;
