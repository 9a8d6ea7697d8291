/// The language in which `critical-when` and `warning-when` are written, as text and as a tree.
///
/// Knows nothing of YAML, of probes, or of how a condition is evaluated.
@NullMarked
package pikett.config.condition;

import org.jspecify.annotations.NullMarked;
