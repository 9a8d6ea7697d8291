/// Tests of digests.
@NullMarked
package pikett.alerts.digest;

import org.jspecify.annotations.NullMarked;
