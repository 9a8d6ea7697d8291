/// Tests of mute.
@NullMarked
package pikett.alerts.mute;

import org.jspecify.annotations.NullMarked;
