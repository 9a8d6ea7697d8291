@NullMarked
package pikett.adapters.redaction;

import org.jspecify.annotations.NullMarked;
