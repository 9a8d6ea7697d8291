package pikett.alerts.label;

import java.util.Optional;
import java.util.stream.Stream;

/// The names of the alerts that Pikett raises by itself, as the label `alertname` has them.
public enum AlertName {
    /// Nothing at all is reached.
    PIKETT_BLIND("PikettBlind"),
    HOST_UNREACHABLE("HostUnreachable"),
    DISK_FULL("DiskFull"),
    MEMORY_HIGH("MemoryHigh"),
    LOAD_HIGH("LoadHigh"),
    /// Another condition on a host.
    HOST_CHECK("HostCheck"),
    SERVICE_DOWN("ServiceDown"),
    RESTART_LOOP("RestartLoop"),
    HEALTH_FAILING("HealthFailing"),
    QUEUE_DEEP("QueueDeep"),
    QUEUE_OLD("QueueOld"),
    QUEUE_FAILING("QueueFailing"),
    QUEUE_WITHOUT_WORKERS("QueueWithoutWorkers"),
    QUEUE_PAUSED("QueuePaused"),
    /// Another condition on a queue.
    QUEUE_CHECK("QueueCheck"),
    /// A check that is written in the configuration.
    CHECK_FAILING("CheckFailing"),
    /// A job did not call in.
    HEARTBEAT_LATE("HeartbeatLate"),
    /// A job says that it failed.
    HEARTBEAT_FAILED("HeartbeatFailed"),
    /// A job began and does not end.
    HEARTBEAT_RUNS_TOO_LONG("HeartbeatRunsTooLong"),
    /// A source of alerts has more of them than it lists.
    ALERTS_NOT_LISTED("AlertsNotListed");

    private final String text;

    AlertName(String text) {
        this.text = text;
    }

    /// The value of the label.
    public String text() {
        return text;
    }

    /// That of an alert; empty when it is not one of ours.
    public static Optional<AlertName> of(Labels labels) {
        String name = labels.get(Labels.ALERT_NAME);
        return Stream.of(values()).filter(each -> each.text.equals(name)).findFirst();
    }
}
