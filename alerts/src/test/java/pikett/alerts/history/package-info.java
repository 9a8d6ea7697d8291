@NullMarked
package pikett.alerts.history;

import org.jspecify.annotations.NullMarked;
