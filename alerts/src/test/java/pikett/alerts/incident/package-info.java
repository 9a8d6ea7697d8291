/// Tests of incident.
@NullMarked
package pikett.alerts.incident;

import org.jspecify.annotations.NullMarked;
