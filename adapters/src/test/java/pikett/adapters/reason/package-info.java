@NullMarked
package pikett.adapters.reason;

import org.jspecify.annotations.NullMarked;
