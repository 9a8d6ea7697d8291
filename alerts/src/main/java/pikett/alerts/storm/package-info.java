/// More to say than a chat can take: when it begins, what its one card tells, when it is over.
///
/// Pure; posts and stores nothing.
@NullMarked
package pikett.alerts.storm;

import org.jspecify.annotations.NullMarked;
