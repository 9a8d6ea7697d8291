package pikett.bot.command;

import java.time.ZoneId;
import java.util.List;
import pikett.bot.access.Person;
import pikett.bot.telegram.Incoming;
import pikett.config.Language;

/// A command that passed the gate.
///
/// @param person who asks
/// @param place where
/// @param language of the answer
/// @param zone of the times in it
/// @param arguments the words behind the command
/// @param correlation follows this request through logs, audit and remote commands
public record Request(
        Person person,
        Incoming.Place place,
        Language language,
        ZoneId zone,
        List<String> arguments,
        String correlation) {}
