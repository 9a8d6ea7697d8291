@NullMarked
package pikett.adapters.vitals;

import org.jspecify.annotations.NullMarked;
