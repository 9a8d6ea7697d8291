/// Proves that conditions are read as written.
@NullMarked
package pikett.config.condition;

import org.jspecify.annotations.NullMarked;
