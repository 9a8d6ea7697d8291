package pikett.bot.app;

import java.util.Optional;
import pikett.adapters.http.HttpResult;
import pikett.adapters.process.Supervisor;
import pikett.adapters.reason.Cause;
import pikett.adapters.reason.Detail;
import pikett.adapters.reason.Reason;
import pikett.bot.command.Targets;
import pikett.bot.evidence.HealthBody;
import pikett.bot.evidence.HealthPart;
import pikett.bot.runbook.ServiceAccess;

/// The targets as a run needs them.
final class TargetAccess implements ServiceAccess {
    private final Targets targets;

    TargetAccess(Targets targets) {
        this.targets = targets;
    }

    @Override
    public Optional<Supervisor> supervisor(String service) {
        return find(service).map(Targets.ServiceTarget::supervisor);
    }

    @Override
    public Health health(String service) {
        return find(service)
                .flatMap(Targets.ServiceTarget::health)
                .map(probe -> judged(probe.ask()))
                .orElse(new Health.NotConfigured());
    }

    private Optional<Targets.ServiceTarget> find(String service) {
        return targets.services().stream()
                .filter(target -> target.name().equals(service))
                .findFirst();
    }

    private static Health judged(HttpResult result) {
        return switch (result) {
            case HttpResult.Failed failed -> new Health.Unwell(failed.reason());
            case HttpResult.Answered answered -> judged(answered);
        };
    }

    /// A body that has no word for the whole of it leaves the status to speak.
    private static Health judged(HttpResult.Answered answered) {
        boolean fine = answered.status() >= 200 && answered.status() < 300;
        if (!fine) {
            return new Health.Unwell(
                    Reason.of(Cause.HTTP_STATUS, Detail.number(answered.status())));
        }
        boolean complains =
                HealthBody.read(answered.body())
                        .overall()
                        .filter(HealthPart.State.UNWELL::equals)
                        .isPresent();
        return complains
                ? new Health.Unwell(Reason.of(Cause.ENDPOINT_COMPLAINS))
                : new Health.Well();
    }
}
