/// Whom files belong to, where that decides whether they are trusted.
@NullMarked
package pikett.bot.ownership;

import org.jspecify.annotations.NullMarked;
