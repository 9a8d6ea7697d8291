package pikett.bot.runbook;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import pikett.bot.audit.Intent;
import pikett.config.Language;

/// What the audit keeps of a run: the plan before, what each step came to after.
final class RunAudit {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private RunAudit() {}

    static Intent intent(Plan plan, String requester, List<String> approvers, Origin origin) {
        String act =
                switch (plan.kind()) {
                    case RESTART -> "restart";
                    case RUNBOOK -> "recover";
                };
        ObjectNode detail = MAPPER.createObjectNode();
        detail.put("plan", PlanJson.write(plan));
        approvers.forEach(detail.putArray("approvers")::add);
        return new Intent(requester, act, plan.name(), detail.toString(), origin.correlation());
    }

    static String result(RunProgress progress) {
        RunProgress.End end = progress.end().orElseThrow();
        ObjectNode result = MAPPER.createObjectNode();
        result.put("end", end.how().name().toLowerCase(Locale.ROOT));
        end.stoppedBy().ifPresent(person -> result.put("stopped-by", person));
        ArrayNode steps = result.putArray("steps");
        for (RunProgress.Step step : progress.steps()) {
            steps.add(told(step.status(), progress.run()));
        }
        return result.toString();
    }

    private static String told(RunProgress.Status status, Run run) {
        return switch (status) {
            case RunProgress.Status.Waiting _ -> "not started";
            case RunProgress.Status.Running _ -> "stopped";
            case RunProgress.Status.CutOff _ -> "cut off";
            case RunProgress.Status.Ended(StepOutcome outcome, var took) ->
                    OutcomeText.line(outcome, OutcomeText.reasons(run, Language.EN))
                            + " after "
                            + took.toMillis()
                            + " ms";
        };
    }
}
