/// Tests of the store.
@NullMarked
package pikett.adapters.store;

import org.jspecify.annotations.NullMarked;
