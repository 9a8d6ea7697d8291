package pikett.bot.command;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import pikett.adapters.http.HttpResult;
import pikett.adapters.reason.Reason;
import pikett.bot.language.Phrase;
import pikett.bot.view.HealthCard;
import pikett.bot.view.Viewer;
import pikett.config.Role;

/// Opens up a service's health endpoint.
public final class HealthCommand implements ChatCommand {
    private final Supplier<Targets> targets;
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;

    /// @param redaction takes secrets out of what the endpoint says
    public HealthCommand(
            Supplier<Targets> targets, UnaryOperator<String> redaction, InstantSource clock) {
        this.targets = targets;
        this.redaction = redaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "health";
    }

    @Override
    public Role leastRole() {
        return Role.VIEWER;
    }

    @Override
    public Optional<Phrase> summary() {
        return Optional.of(CommandPhrase.HEALTH);
    }

    @Override
    public void answer(Request request, Answer answer) {
        boolean picking = request.arguments().isEmpty();
        List<Targets.ServiceTarget> services =
                targets.get().services().stream()
                        // Chosen from a list: only those that have something to say.
                        .filter(service -> !picking || service.health().isPresent())
                        .toList();
        Asked.target(request, answer, name(), services, Targets.ServiceTarget::name)
                .ifPresent(service -> show(request, answer, service));
    }

    private void show(Request request, Answer answer, Targets.ServiceTarget service) {
        Optional<HttpResult> result =
                service.health().map(Targets.HealthProbe::ask).map(this::redacted);
        Viewer viewer = Asked.viewer(request, clock.instant());
        answer.show(
                result.map(found -> HealthCard.of(viewer, service.name(), found))
                        .orElseGet(() -> HealthCard.noEndpoint(viewer, service.name())));
    }

    private HttpResult redacted(HttpResult result) {
        return switch (result) {
            case HttpResult.Answered answered ->
                    new HttpResult.Answered(
                            answered.status(),
                            answered.headers(),
                            redaction.apply(answered.body()),
                            answered.truncated(),
                            answered.took(),
                            answered.certificateExpires());
            case HttpResult.Failed(var phase, Reason reason, var took) ->
                    new HttpResult.Failed(phase, reason.map(redaction), took);
        };
    }
}
