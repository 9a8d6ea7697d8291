package pikett.bot.app;

import java.util.List;
import java.util.Optional;
import pikett.adapters.http.Http;
import pikett.bot.command.ChatCommand;
import pikett.bot.inbound.Vital;
import pikett.bot.runbook.Pause;
import pikett.bot.telegram.BotApi;
import pikett.config.BeatConfig;
import pikett.config.PikettConfig;

/// What goes on beside everything else, on threads of its own: the command menu and the outgoing heartbeat.
///
/// Used by one thread at a time.
final class Beside implements AutoCloseable {
    private final BotApi api;
    private final Http http;
    private final Pause pause;
    private final List<ChatCommand> commands;
    private final List<Vital> vitals;
    private Optional<Thread> menu = Optional.empty();
    private Optional<Thread> beating = Optional.empty();
    private Optional<BeatConfig> beat = Optional.empty();

    /// @param vitals what must be well for a heartbeat
    Beside(BotApi api, Http http, Pause pause, List<ChatCommand> commands, List<Vital> vitals) {
        this.api = api;
        this.http = http;
        this.pause = pause;
        this.commands = commands;
        this.vitals = vitals;
    }

    /// From now on as this configuration says.
    void follow(PikettConfig today) {
        menu.ifPresent(Thread::interrupt);
        menu = Optional.of(new MenuPublisher(api, pause, today, commands).start());
        if (!beat.equals(today.beat())) {
            beating.ifPresent(Thread::interrupt);
            beat = today.beat();
            beating = beat.map(config -> new OutgoingBeat(config, vitals, http, pause).start());
        }
    }

    @Override
    public void close() {
        menu.ifPresent(Thread::interrupt);
        beating.ifPresent(Thread::interrupt);
    }
}
