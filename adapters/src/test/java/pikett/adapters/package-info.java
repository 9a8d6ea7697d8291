@NullMarked
package pikett.adapters;

import org.jspecify.annotations.NullMarked;
