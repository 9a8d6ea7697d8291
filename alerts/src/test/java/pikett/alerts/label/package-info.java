/// Tests of label.
@NullMarked
package pikett.alerts.label;

import org.jspecify.annotations.NullMarked;
