@NullMarked
package pikett.adapters.local;

import org.jspecify.annotations.NullMarked;
