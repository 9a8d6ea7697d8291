@NullMarked
package pikett.config.file;

import org.jspecify.annotations.NullMarked;
