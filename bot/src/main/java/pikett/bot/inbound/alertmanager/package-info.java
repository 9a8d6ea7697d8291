/// The API of Alertmanager, version 2, at `/api/v2`: Prometheus posts there, `amtool` and dashboards read
/// there what fires, and hide it.
///
/// Only translates. What an alert or a silence means is decided elsewhere.
@NullMarked
package pikett.bot.inbound.alertmanager;

import org.jspecify.annotations.NullMarked;
