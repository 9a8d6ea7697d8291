/// Comparisons of labels as they are written in the configuration, such as `severity="critical"`.
///
/// Pure; knows no file.
@NullMarked
package pikett.config.match;

import org.jspecify.annotations.NullMarked;
