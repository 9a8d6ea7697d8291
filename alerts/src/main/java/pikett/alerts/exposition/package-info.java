/// Reading metrics as programs show them to Prometheus.
///
/// Pure: knows text, not where it comes from or what is asked of it.
@NullMarked
package pikett.alerts.exposition;

import org.jspecify.annotations.NullMarked;
