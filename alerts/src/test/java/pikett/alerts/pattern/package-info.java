/// Tests of pattern.
@NullMarked
package pikett.alerts.pattern;

import org.jspecify.annotations.NullMarked;
