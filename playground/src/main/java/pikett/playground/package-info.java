/// The playground as a whole: a chat cloud with a Bot API, a page to talk in, and a world to break.
@NullMarked
package pikett.playground;

import org.jspecify.annotations.NullMarked;
