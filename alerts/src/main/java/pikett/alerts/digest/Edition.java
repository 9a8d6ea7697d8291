package pikett.alerts.digest;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import pikett.alerts.outbox.Destination;

/// A digest that comes by itself at certain times.
///
/// @param name as the configuration calls it
/// @param over how far it looks back
/// @param zone whose days are meant
/// @param evenGreen whether it comes when there is nothing that anybody must know, too
/// @param to who gets it
public record Edition(
        String name, Duration over, ZoneId zone, boolean evenGreen, List<Destination> to) {
    public Edition {
        to = List.copyOf(to);
    }
}
