/// Watches the packaged program at its work, for the cache that it starts from.
@NullMarked
package pikett.bot.training;

import org.jspecify.annotations.NullMarked;
