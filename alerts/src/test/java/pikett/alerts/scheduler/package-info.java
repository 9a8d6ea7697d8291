/// Tests of the scheduler.
@NullMarked
package pikett.alerts.scheduler;

import org.jspecify.annotations.NullMarked;
