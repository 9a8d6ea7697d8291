@NullMarked
package pikett.adapters.http;

import org.jspecify.annotations.NullMarked;
