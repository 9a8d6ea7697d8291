/// The sections of `pikett.yaml`: which keys there are, what they mean, and which rules they obey.
///
/// Each class is the one place that knows its section; reading, printing and the schema follow from it.
@NullMarked
package pikett.config.section;

import org.jspecify.annotations.NullMarked;
