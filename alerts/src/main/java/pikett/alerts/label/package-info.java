/// Labels, conditions on them, and the identity that they give: pure values.
///
/// Knows no alert and no database.
@NullMarked
package pikett.alerts.label;

import org.jspecify.annotations.NullMarked;
