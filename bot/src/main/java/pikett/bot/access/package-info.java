/// Who may do what, decided in one place by pure functions. Denies by default.
///
/// Knows no transport and keeps no state.
@NullMarked
package pikett.bot.access;

import org.jspecify.annotations.NullMarked;
