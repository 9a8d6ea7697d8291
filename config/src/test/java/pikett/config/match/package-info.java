@NullMarked
package pikett.config.match;

import org.jspecify.annotations.NullMarked;
