package pikett.bot.runbook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Map;
import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.config.Language;

/// The columns in which offers and runs keep the message that they belong to.
final class OriginColumns {
    private OriginColumns() {}

    static Map<String, String> of(Origin origin) {
        return Map.of(
                "channel", origin.destination().channel(),
                "address", origin.destination().address(),
                "subject", origin.subject().value(),
                "language", origin.language().name(),
                "zone", origin.zone().getId(),
                "correlation", origin.correlation());
    }

    static Origin read(ResultSet row) throws SQLException {
        return new Origin(
                new Destination(row.getString("channel"), row.getString("address")),
                new Subject(row.getString("subject")),
                Language.valueOf(row.getString("language")),
                ZoneId.of(row.getString("zone")),
                row.getString("correlation"));
    }
}
