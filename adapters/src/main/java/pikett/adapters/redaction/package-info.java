/// The one door out: takes secrets out of texts before they leave the process.
///
/// Knows no chat and no log library; whoever sends something asks here first.
@NullMarked
package pikett.adapters.redaction;

import org.jspecify.annotations.NullMarked;
