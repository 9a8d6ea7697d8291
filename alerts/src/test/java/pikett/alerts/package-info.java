/// Tests of what holds for all packages that decide.
@NullMarked
package pikett.alerts;

import org.jspecify.annotations.NullMarked;
