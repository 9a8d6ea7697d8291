@NullMarked
package pikett.adapters.ssh;

import org.jspecify.annotations.NullMarked;
