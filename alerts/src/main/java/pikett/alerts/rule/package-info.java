/// Alerting rules: what a reading means for each alert of a check.
///
/// Knows readings and conditions; not how something is read, nor what becomes of what is found.
@NullMarked
package pikett.alerts.rule;

import org.jspecify.annotations.NullMarked;
