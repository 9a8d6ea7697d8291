package pikett.bot.command;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import pikett.bot.card.Card;
import pikett.bot.language.Phrase;
import pikett.bot.view.HostPart;
import pikett.bot.view.HostState;
import pikett.bot.view.Standing;
import pikett.bot.view.StatusCard;
import pikett.bot.view.Viewer;
import pikett.config.Role;

/// Shows every host and service. Each host's part appears as it answers; a slow one is shown as being
/// asked and holds nobody up.
public final class StatusCommand implements ChatCommand {
    private static final Logger log = LoggerFactory.getLogger(StatusCommand.class);

    /// A host that takes longer is not waited for.
    static final Duration HOST_DEADLINE = Duration.ofSeconds(20);

    private final Supplier<Targets> targets;
    private final Supplier<Standing> standing;
    private final InstantSource clock;
    private final HostReader reader;

    /// @param standing what stands beside the hosts, for the card of everything
    public StatusCommand(
            Supplier<Targets> targets, Supplier<Standing> standing, InstantSource clock) {
        this(targets, standing, clock, HOST_DEADLINE);
    }

    StatusCommand(
            Supplier<Targets> targets,
            Supplier<Standing> standing,
            InstantSource clock,
            Duration hostDeadline) {
        this.targets = targets;
        this.standing = standing;
        this.clock = clock;
        this.reader = new HostReader(hostDeadline, clock);
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.STATUS);
    }

    @Override
    public void answer(Request request, Answer answer) {
        Targets all = targets.get();
        List<String> names =
                Stream.concat(
                                all.hosts().stream().map(Targets.HostTarget::name),
                                all.services().stream().map(Targets.ServiceTarget::name))
                        .distinct()
                        .toList();
        if (request.arguments().isEmpty()) {
            show(request, answer, all, Optional.empty());
        } else {
            Asked.name(request, answer, "status", names)
                    .ifPresent(name -> show(request, answer, only(all, name), Optional.of(name)));
        }
    }

    /// A host with all that runs there, or a service alone.
    private static Targets only(Targets all, String name) {
        boolean isHost = all.hosts().stream().anyMatch(host -> host.name().equals(name));
        List<Targets.ServiceTarget> services =
                all.services().stream()
                        .filter(service -> name.equals(isHost ? service.host() : service.name()))
                        .toList();
        List<String> hosts =
                isHost
                        ? List.of(name)
                        : services.stream().map(Targets.ServiceTarget::host).toList();
        return new Targets(
                all.hosts().stream().filter(host -> hosts.contains(host.name())).toList(),
                services,
                List.of());
    }

    private void show(Request request, Answer answer, Targets asked, Optional<String> name) {
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            BlockingQueue<HostPart> arrivals = new LinkedBlockingQueue<>();
            Map<String, HostPart> parts = new LinkedHashMap<>();
            for (Targets.HostTarget host : asked.hosts()) {
                parts.put(
                        host.name(), new HostPart(host.name(), new HostState.Asking(), List.of()));
                List<Targets.ServiceTarget> there =
                        asked.services().stream()
                                .filter(service -> service.host().equals(host.name()))
                                .toList();
                Future<?> _ =
                        threads.submit(
                                Correlation.carry(() -> arrivals.add(part(host, there, threads))));
            }
            collect(request, answer, name, parts, arrivals);
        } catch (InterruptedException e) {
            log.info("status was interrupted");
            Thread.currentThread().interrupt();
        } finally {
            // Not closed, which would wait: a reading past its deadline must not hold the answer.
            threads.shutdownNow();
        }
    }

    private HostPart part(
            Targets.HostTarget host, List<Targets.ServiceTarget> services, ExecutorService threads)
            throws InterruptedException {
        try {
            return reader.read(host, services, threads);
        } catch (RuntimeException e) {
            // Whatever it is, the others are waited for no longer because of it.
            log.error("reading a host failed inside host={}", host.name(), e);
            return new HostPart(host.name(), new HostState.NotRead(), List.of());
        }
    }

    private void collect(
            Request request,
            Answer answer,
            Optional<String> name,
            Map<String, HostPart> parts,
            BlockingQueue<HostPart> arrivals)
            throws InterruptedException {
        EditTimes times = new EditTimes(System.nanoTime());
        // Whoever asks for one host or service wants nothing else.
        Standing beside = name.isPresent() ? Standing.NOTHING : standing.get();
        int missing = parts.size();
        boolean changed = true;
        while (missing > 0) {
            HostPart part = arrivals.poll(times.left(System.nanoTime()), TimeUnit.NANOSECONDS);
            if (part != null) {
                parts.put(part.name(), part);
                missing--;
                changed = true;
                times.arrived(System.nanoTime());
                continue;
            }
            if (changed) {
                answer.show(card(request, parts, name, beside));
                changed = false;
            }
            times.shown(System.nanoTime());
        }
        answer.show(card(request, parts, name, beside));
    }

    private Card card(
            Request request, Map<String, HostPart> parts, Optional<String> name, Standing beside) {
        Viewer viewer = Asked.viewer(request, clock.instant());
        return StatusCard.of(viewer, List.copyOf(parts.values()), name, beside);
    }
}
