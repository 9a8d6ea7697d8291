/// Reaches hosts over SSH: commands and connections through one pooled session per host, pinned host
/// keys, one key of our own, and a breaker that stops failing logins.
///
/// The only package that knows JSch.
@NullMarked
package pikett.adapters.ssh;

import org.jspecify.annotations.NullMarked;
