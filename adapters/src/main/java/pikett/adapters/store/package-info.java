/// The database: SQLite or PostgreSQL, one set of migrations, transactions.
///
/// Knows no table's meaning: each package that owns tables writes its own SQL.
@NullMarked
package pikett.adapters.store;

import org.jspecify.annotations.NullMarked;
