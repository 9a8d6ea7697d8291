/// Tests of alert.
@NullMarked
package pikett.alerts.alert;

import org.jspecify.annotations.NullMarked;
