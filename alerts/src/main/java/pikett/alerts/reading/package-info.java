/// What was found when something was looked at: named values with fixed units, or *unknown* and why.
@NullMarked
package pikett.alerts.reading;

import org.jspecify.annotations.NullMarked;
