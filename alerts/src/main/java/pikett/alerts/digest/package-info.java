/// The facts of a digest: what fires, what happened over a period, and what needs attention.
///
/// Reads only, and renders nothing.
@NullMarked
package pikett.alerts.digest;

import org.jspecify.annotations.NullMarked;
