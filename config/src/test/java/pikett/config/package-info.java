@NullMarked
package pikett.config;

import org.jspecify.annotations.NullMarked;
