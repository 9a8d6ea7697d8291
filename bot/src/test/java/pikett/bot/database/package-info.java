/// A database for tests that run on PostgreSQL.
@NullMarked
package pikett.bot.database;

import org.jspecify.annotations.NullMarked;
