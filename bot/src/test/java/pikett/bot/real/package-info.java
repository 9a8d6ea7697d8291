/// The suite of `./dev real`: the program as it runs, against the real OpenSSH, PM2, BullMQ, Redis, Caddy,
/// Prometheus, Alertmanager, Exim and Chromium. No test of a single class belongs here.
@NullMarked
package pikett.bot.real;

import org.jspecify.annotations.NullMarked;
