/// What is looked at, made of the configuration: what hosts, services and queues bring by themselves, and
/// the checks that are written down.
@NullMarked
package pikett.bot.watch;

import org.jspecify.annotations.NullMarked;
