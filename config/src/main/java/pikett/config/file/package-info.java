/// The way in: reads a configuration file, prints what it effectively says, writes the schema for editors.
///
/// Knows no section; what a file may say is described in `pikett.config.section`.
@NullMarked
package pikett.config.file;

import org.jspecify.annotations.NullMarked;
