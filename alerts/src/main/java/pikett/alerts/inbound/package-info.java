/// What alerts from elsewhere look like on their way in: bytes of Alertmanager, of Grafana, and JSON by
/// mapping become statements about alerts, or a sentence that says what is wrong with them.
///
/// Pure: no server, no database, no clock.
@NullMarked
package pikett.alerts.inbound;

import org.jspecify.annotations.NullMarked;
