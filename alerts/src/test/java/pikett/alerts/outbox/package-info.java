/// Tests of the outbox.
@NullMarked
package pikett.alerts.outbox;

import org.jspecify.annotations.NullMarked;
