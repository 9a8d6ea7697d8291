/// Tests of route.
@NullMarked
package pikett.alerts.route;

import org.jspecify.annotations.NullMarked;
