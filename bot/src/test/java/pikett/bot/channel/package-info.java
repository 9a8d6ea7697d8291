@NullMarked
package pikett.bot.channel;

import org.jspecify.annotations.NullMarked;
