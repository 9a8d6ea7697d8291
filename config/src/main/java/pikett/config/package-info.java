/// Reads `pikett.yaml` into one record per section and finds every mistake at once.
///
/// Knows nothing of how the configured things are reached.
@NullMarked
package pikett.config;

import org.jspecify.annotations.NullMarked;
