package pikett.bot.app;

import pikett.bot.service.NotifySocket;
import pikett.bot.service.ServiceBeat;

/// Tells systemd how Pikett is, where systemd started it.
final class ServiceWiring {
    private ServiceWiring() {}

    static void begin(SelfVitals vitals, Ground ground, Closer closer) {
        NotifySocket.of(System.getenv(), ProcessHandle.current().pid())
                .ifPresent(socket -> {
                    ServiceBeat beat =
                            new ServiceBeat(
                                    socket,
                                    vitals.loops(),
                                    vitals::stores,
                                    ground.clock(),
                                    ground.pause());
                    Thread thread = beat.start();
                    closer.closing(
                            "service manager",
                            () -> {
                                beat.stopping();
                                thread.interrupt();
                            });
                });
    }
}
