/// Tests of checks.
@NullMarked
package pikett.alerts.check;

import org.jspecify.annotations.NullMarked;
