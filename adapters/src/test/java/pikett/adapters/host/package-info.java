@NullMarked
package pikett.adapters.host;

import org.jspecify.annotations.NullMarked;
