/// What somebody who helps may see of a Pikett: how it is set up and how it fares, without secrets, without what
/// people wrote, and without who they are.
@NullMarked
package pikett.bot.support;

import org.jspecify.annotations.NullMarked;
