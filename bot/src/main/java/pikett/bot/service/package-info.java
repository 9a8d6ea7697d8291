/// Being a service of this machine: what whoever started Pikett wants to hear of it, and how it was started.
///
/// Knows no loop by name and no wiring; what is watched is handed in.
@NullMarked
package pikett.bot.service;

import org.jspecify.annotations.NullMarked;
