/// How a host is, as Linux tells it: load, memory, processors, disks, and since when it runs.
///
/// Knows which commands to ask and how to read what they print; runs nothing.
@NullMarked
package pikett.adapters.vitals;

import org.jspecify.annotations.NullMarked;
