/// What every way to reach a host offers: run an argument vector, open a connection from there.
///
/// Knows no transport.
@NullMarked
package pikett.adapters.host;

import org.jspecify.annotations.NullMarked;
