/// What people read, in their language: the catalogue of phrases, numbers, durations, sizes, times.
///
/// Knows no card and no style.
@NullMarked
package pikett.bot.language;

import org.jspecify.annotations.NullMarked;
