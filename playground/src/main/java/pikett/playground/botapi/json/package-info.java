/// The JSON forms of the cloud's values, as the Bot API documents them. No HTTP.
@NullMarked
package pikett.playground.botapi.json;

import org.jspecify.annotations.NullMarked;
