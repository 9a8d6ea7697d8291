/// Checks: what is looked at and when that is an alert.
///
/// Pure but for the tables of its own; reaches nothing, and says nothing to anybody.
@NullMarked
package pikett.alerts.check;

import org.jspecify.annotations.NullMarked;
