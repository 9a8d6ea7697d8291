package pikett.bot.runbook;

/// Names one run, in the database, in the audit and on the Stop button.
record RunId(String value) {}
