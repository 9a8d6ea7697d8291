/// What hides an alert, and why: silences, inhibition, dependencies, mute windows.
///
/// Pure; hides notifications only, never an alert, and never the end of what was announced.
@NullMarked
package pikett.alerts.mute;

import org.jspecify.annotations.NullMarked;
