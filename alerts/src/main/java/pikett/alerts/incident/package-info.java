/// The incident: opened, joined, taken, resolved, with who was told what, and why.
///
/// Decides purely and reads its own tables; opens no transaction that writes.
@NullMarked
package pikett.alerts.incident;

import org.jspecify.annotations.NullMarked;
