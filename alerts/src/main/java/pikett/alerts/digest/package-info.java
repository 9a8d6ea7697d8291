/// The facts of a digest: what fires, what happened over a period, and what needs attention;
/// and when one is posted.
///
/// Renders nothing, and knows no clock but the one it is given.
@NullMarked
package pikett.alerts.digest;

import org.jspecify.annotations.NullMarked;
