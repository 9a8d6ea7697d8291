/// Faults to be played on purpose: what to do instead of, or after, a call. Knows no HTTP library.
@NullMarked
package pikett.playground.botapi.fault;

import org.jspecify.annotations.NullMarked;
