/// Tests of pipeline.
@NullMarked
package pikett.alerts.pipeline;

import org.jspecify.annotations.NullMarked;
