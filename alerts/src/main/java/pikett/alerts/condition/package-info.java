/// Whether a condition holds of a reading, and what speaks for it.
///
/// Pure: what was kept of earlier readings is asked of a [Series].
@NullMarked
package pikett.alerts.condition;

import org.jspecify.annotations.NullMarked;
