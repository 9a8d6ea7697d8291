@NullMarked
package pikett.alerts.inbound;

import org.jspecify.annotations.NullMarked;
