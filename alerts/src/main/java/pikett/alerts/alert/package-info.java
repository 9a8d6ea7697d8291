/// An alert: what was reported under one set of labels, whatever the order in which it arrived.
///
/// Decides nothing about people: who is told is the matter of later packages.
@NullMarked
package pikett.alerts.alert;

import org.jspecify.annotations.NullMarked;
