/// Numbers that were read earlier: what came within a window, how it went, where it is heading.
///
/// Keeps numbers only; what could not be read leaves a gap. Does not know what is good or bad.
@NullMarked
package pikett.alerts.history;

import org.jspecify.annotations.NullMarked;
