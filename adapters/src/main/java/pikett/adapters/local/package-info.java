/// The machine that Pikett itself runs on, behind the same ports as a remote one.
///
/// Knows nothing of SSH.
@NullMarked
package pikett.adapters.local;

import org.jspecify.annotations.NullMarked;
