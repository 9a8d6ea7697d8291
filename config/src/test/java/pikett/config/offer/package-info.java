/// Tests of what probes offer to conditions.
@NullMarked
package pikett.config.offer;

import org.jspecify.annotations.NullMarked;
