/// Supervised programs in their true state: PM2, systemd, Docker, own commands.
///
/// Reaches them only through a host's [pikett.adapters.host.Shell].
@NullMarked
package pikett.adapters.process;

import org.jspecify.annotations.NullMarked;
