@NullMarked
package pikett.alerts.exposition;

import org.jspecify.annotations.NullMarked;
