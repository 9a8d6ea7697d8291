/// Real programs for tests tagged `real`: found on the path or fetched by their package manager.
@NullMarked
package pikett.adapters.real;

import org.jspecify.annotations.NullMarked;
