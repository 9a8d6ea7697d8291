@NullMarked
package pikett.adapters.mail;

import org.jspecify.annotations.NullMarked;
