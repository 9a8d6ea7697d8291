/// From reports to what is said: the one place that writes incidents and their deliveries, in one transaction.
///
/// Renders nothing and knows no chat system.
@NullMarked
package pikett.alerts.pipeline;

import org.jspecify.annotations.NullMarked;
