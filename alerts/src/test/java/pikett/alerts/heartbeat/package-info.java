/// Tests of what is heard, and of what is not.
@NullMarked
package pikett.alerts.heartbeat;

import org.jspecify.annotations.NullMarked;
