/// How values are written in a YAML file: each shape reads a value, says what is wrong with it, prints it
/// back and describes itself for editors.
///
/// Knows no section of Pikett's own file.
@NullMarked
package pikett.config.shape;

import org.jspecify.annotations.NullMarked;
