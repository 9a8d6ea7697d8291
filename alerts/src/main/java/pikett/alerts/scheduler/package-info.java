/// When work is due, and the doing of it: checks, digests, housekeeping.
///
/// The only package that imports Quartz. Decides nothing about alerts and renders nothing.
@NullMarked
package pikett.alerts.scheduler;

import org.jspecify.annotations.NullMarked;
