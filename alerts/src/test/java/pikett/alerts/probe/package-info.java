@NullMarked
package pikett.alerts.probe;

import org.jspecify.annotations.NullMarked;
