/// Acts on hosts, at most once: plans, offers to confirm, approval, runs, stop, verification.
///
/// Knows no Telegram; what it shows goes out through a card.
@NullMarked
package pikett.bot.runbook;

import org.jspecify.annotations.NullMarked;
