@NullMarked
package pikett.alerts.condition;

import org.jspecify.annotations.NullMarked;
