package pikett.bot.trace;

import java.util.List;
import org.jdbi.v3.core.Handle;
import pikett.alerts.alert.Report;
import pikett.alerts.check.CheckDesk;

/// What looks say of alerts that fire or end is a span below them. Where the database has a transaction run again, it
/// is one for each run, also for the one that was rolled back.
record TracedReports(CheckDesk.Reports reports, Traces traces) implements CheckDesk.Reports {
    @Override
    public void accept(Handle transaction, List<Report> said) {
        traces.after("alert", said.stream().map(Report::fingerprint).toList())
                .with("alerts", Integer.toString(said.size()))
                .during(() -> reports.accept(transaction, said));
    }
}
