/// The chat page: a phone beside the world. It shows the cloud as one of its people sees it and does
/// what that person does there; it keeps no state of its own.
@NullMarked
package pikett.playground.page;

import org.jspecify.annotations.NullMarked;
