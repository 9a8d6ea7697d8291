/// Tests of storms.
@NullMarked
package pikett.alerts.storm;

import org.jspecify.annotations.NullMarked;
