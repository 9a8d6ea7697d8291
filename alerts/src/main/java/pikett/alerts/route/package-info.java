/// Which chats hear of an alert.
///
/// Pure; knows no chat system.
@NullMarked
package pikett.alerts.route;

import org.jspecify.annotations.NullMarked;
