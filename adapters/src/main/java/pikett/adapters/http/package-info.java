/// Outgoing HTTP: deadlines, size caps, redacted errors, through a host's connection where asked.
///
/// The only package that knows OkHttp, beside what `bot.telegram` must hand to its library.
@NullMarked
package pikett.adapters.http;

import org.jspecify.annotations.NullMarked;
