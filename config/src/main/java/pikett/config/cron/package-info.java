/// Times as Quartz writes them; the only package here that knows Quartz.
@NullMarked
package pikett.config.cron;

import org.jspecify.annotations.NullMarked;
