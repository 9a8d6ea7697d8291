/// Regular expressions for texts that others wrote: whatever the text, an answer comes soon.
@NullMarked
package pikett.alerts.pattern;

import org.jspecify.annotations.NullMarked;
