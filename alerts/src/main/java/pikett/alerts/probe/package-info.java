/// Reads what a check is about: a process, a page, a port, a host, a queue, a command, a log, a metric.
///
/// Knows the ports of the adapters; does not know of conditions, checks or alerts.
@NullMarked
package pikett.alerts.probe;

import org.jspecify.annotations.NullMarked;
