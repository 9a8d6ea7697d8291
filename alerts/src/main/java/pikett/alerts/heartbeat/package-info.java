/// Jobs that must call in: what was heard of each, and when it is late, failed, or runs too long.
///
/// Knows no HTTP: who hears a beat hands it in here. An alert is made of it by a check like any other.
@NullMarked
package pikett.alerts.heartbeat;

import org.jspecify.annotations.NullMarked;
