/// What each kind of probe offers to the conditions, and whether a condition fits it.
///
/// Knows nothing of how a probe reads, or of how a condition is evaluated.
@NullMarked
package pikett.config.offer;

import org.jspecify.annotations.NullMarked;
