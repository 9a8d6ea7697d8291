package pikett.bot.runbook;

import java.time.InstantSource;
import java.util.Map;
import pikett.adapters.host.Host;

/// What a run reaches.
public record RunEnvironment(
        Map<String, Host> hosts, ServiceAccess services, InstantSource clock, Pause pause) {}
