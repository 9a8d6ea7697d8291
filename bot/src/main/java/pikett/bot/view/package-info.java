/// What was found out, and the card that shows it: one card per question, rendered purely.
///
/// Reaches nothing; what a card shows was read by `bot.command`.
@NullMarked
package pikett.bot.view;

import org.jspecify.annotations.NullMarked;
