package pikett.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static pikett.bot.telegram.EdgeDesk.TOKEN;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import pikett.bot.card.RichText;
import pikett.playground.botapi.fault.Fault;

/// Looks for the token in everything that leaves this package, while everything goes wrong.
class TokenCanaryTest {
    @TempDir Path folder;
    private final List<String> said = new CopyOnWriteArrayList<>();
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger library = (Logger) LoggerFactory.getLogger("org.telegram");
    private final AppenderBase<ILoggingEvent> listener =
            new AppenderBase<>() {
                @Override
                protected void append(ILoggingEvent event) {
                    // The playground's own server may say what it received.
                    if (!event.getLoggerName().startsWith("org.eclipse.jetty")) {
                        said.add(event.getThreadName() + " " + event.getFormattedMessage());
                        note(event.getThrowableProxy());
                    }
                }

                private void note(@Nullable IThrowableProxy thrown) {
                    for (IThrowableProxy t = thrown; t != null; t = t.getCause()) {
                        said.add(t.getClassName() + " " + t.getMessage());
                    }
                }
            };
    private EdgeDesk desk;

    @BeforeEach
    void listen() {
        listener.setContext(root.getLoggerContext());
        listener.start();
        root.addAppender(listener);
        library.setLevel(Level.TRACE);
        ((Logger) LoggerFactory.getLogger("pikett")).setLevel(Level.TRACE);
        desk = new EdgeDesk(folder);
    }

    @AfterEach
    void close() {
        desk.close();
        root.detachAppender(listener);
        library.setLevel(Level.OFF);
        ((Logger) LoggerFactory.getLogger("pikett")).setLevel(Level.INFO);
    }

    @Test
    void theTokenIsInNoResultNoLogAndNoThreadName() {
        for (Fault fault : faults()) {
            desk.server.faults().clear();
            desk.server.faults().always("*", fault);
            callAll(desk.endpoint());
            pollOnce(desk.endpoint());
        }
        for (String nowhere :
                List.of(
                        "http://127.0.0.1:1",
                        "https://pikett.invalid",
                        "https://127.0.0.1:" + desk.server.port())) {
            callAll(EdgeDesk.endpoint(URI.create(nowhere)));
            pollOnce(EdgeDesk.endpoint(URI.create(nowhere)));
        }

        assertThat(said).hasSizeGreaterThan(30).anyMatch(line -> line.contains("Unauthorized"));
        assertThat(said).noneMatch(line -> line.contains(TOKEN.substring(12)));
    }

    private static List<Fault> faults() {
        List<Fault> faults = new ArrayList<>();
        for (int status : new int[] {200, 301, 400, 401, 403, 404, 409, 429, 500, 502}) {
            faults.add(Fault.respond(status, "<p>no such page: /bot" + TOKEN + "/sendMessage</p>"));
            faults.add(EdgeDesk.refusal(status, "Unauthorized to use /bot" + TOKEN + "/x"));
        }
        faults.add(new Fault.Respond(false, 200, "application/json", "{\"/bot" + TOKEN + "\":"));
        faults.add(
                new Fault.Respond(
                        false,
                        200,
                        "application/json",
                        "{\"ok\":true,\"result\":\"" + TOKEN + "\"}"));
        faults.add(Fault.reset());
        faults.add(Fault.truncate(4));
        return faults;
    }

    private void callAll(TelegramEndpoint endpoint) {
        try (BotApi api = new BotApi(endpoint, Duration.ofSeconds(2))) {
            Outgoing message =
                    new Outgoing(111, Optional.empty(), RichText.plain("x"), List.of(), false);
            said.add(api.whoAmI().toString());
            said.add(api.send(message).toString());
            said.add(api.edit(1, message).toString());
            said.add(api.leave(1).toString());
            said.add(endpoint.toString());
        }
    }

    private void pollOnce(TelegramEndpoint endpoint) {
        Inbox inbox = new Inbox(desk.store, endpoint.botId(), desk.clock);
        try (Poller poller = new Poller(endpoint, EdgeDesk.QUICK, inbox, () -> {}, desk.clock)) {
            poller.start();
            EdgeDesk.soon().until(() -> poller.health().state() != PollHealth.State.STARTING);
            said.add(poller.health().toString());
            Thread.getAllStackTraces().keySet().forEach(thread -> said.add(thread.getName()));
        }
    }
}
