/// Why something is not known, was not done or ended badly, as values that any language can word.
///
/// Knows no adapter and no language but the English of logs.
@NullMarked
package pikett.adapters.reason;

import org.jspecify.annotations.NullMarked;
