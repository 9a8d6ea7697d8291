/// Named places in the program at which a test may end the process.
///
/// Knows nothing else of Pikett, so that every package can pass through it.
@NullMarked
package pikett.adapters.failpoint;

import org.jspecify.annotations.NullMarked;
