package pikett.bot.runbook;

import pikett.alerts.outbox.Destination;
import pikett.alerts.outbox.Subject;
import pikett.bot.access.Person;

/// Who pressed a button, and on which message.
public record Presser(Person person, Destination destination, Subject subject) {}
