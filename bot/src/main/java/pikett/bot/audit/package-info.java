/// Every act of a person, its intent before and its result after, append-only and chained by hashes.
///
/// Knows nothing of how an act is carried out.
@NullMarked
package pikett.bot.audit;

import org.jspecify.annotations.NullMarked;
