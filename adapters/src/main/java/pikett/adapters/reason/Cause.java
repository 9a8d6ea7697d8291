package pikett.adapters.reason;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// What may be the matter, with its English wording, which is that of logs, exceptions and the command
/// line. What a chat says stands in the chat's own catalogue, under the same names.
///
/// A placeholder's name tells what belongs there: `{time}` a span, `{until}` a moment, `{n}` a number that
/// decides between the two wordings, `{reason}` another reason, every other one a short text.
public enum Cause {
    // Connections
    /// Nothing listens there.
    CONNECTION_REFUSED("connection refused by {place}"),
    /// The deadline passed without a word.
    NO_ANSWER("no answer from {place} within {time}"),
    /// The name does not resolve.
    NO_ADDRESS("there is no address for {name}"),
    /// Looking the name up took too long.
    NAME_NOT_FOUND_IN_TIME("the name {name} was not found within {time}"),
    /// The network has no way there.
    NO_ROUTE("no route to {place}"),
    /// Another failure of connecting; the system's words stand behind it.
    NO_CONNECTION("no connection to {place}"),
    /// Somebody waited for a connection that others were making.
    NO_CONNECTION_IN_TIME("no connection to {place} in time"),
    /// What was connected is not any more.
    CONNECTION_LOST("the connection to {place} was lost"),
    /// It broke while a command was handed over.
    CONNECTION_LOST_AT_START("the connection to {place} was lost at the start"),
    /// The SSH server prohibits it.
    NO_FORWARDING("{host} does not let us connect to {place} from there (AllowTcpForwarding)"),
    /// The SSH host could not connect, and does not say why.
    NO_CONNECTION_FROM("no connection from {host} to {place}"),
    /// The host in between could not be reached.
    HOST_NOT_REACHED("{host} not reached: {reason}"),
    /// The jump host could not be passed.
    THROUGH("through {host}: {reason}"),
    /// Nobody waits for it any more.
    CANCELLED("cancelled before anything was started"),
    /// The one who asked does not wait any more; it may have arrived.
    GIVEN_UP("cancelled"),
    /// This process ends.
    STOPPING("Pikett is stopping"),
    // SSH
    /// The deadline of the key exchange passed.
    NO_KEY_EXCHANGE("no answer from {place} within {time} (key exchange)"),
    /// The deadline of the login passed.
    NO_LOGIN_ANSWER("no answer from {place} within {time} (login)"),
    /// The host hung up before we had shown who we are.
    ENDED_BEFORE_LOGIN("{place} ended the connection before the login"),
    /// The host hung up without judging our login.
    ENDED_DURING_LOGIN("{place} ended the connection during the login"),
    /// Our own database could not be written, so nothing was tried.
    LOGIN_NOT_RECORDABLE("no login without a record of it"),
    /// The host did not accept our login.
    LOGIN_FAILED(
            "the host refuses our login ({n} time in a row)",
            "the host refuses our login ({n} times in a row)"),
    /// We have stopped trying.
    LOGIN_BLOCKED("no logins until {until}, because two in a row failed"),
    /// The host shows another key than we were given.
    HOST_KEY_CHANGED("STOP: the host shows another key: expected {expected}, got {offered}"),
    /// We were given no key of the host.
    HOST_KEY_MISSING("no host key is known for it; it shows {offered}"),
    /// The file of host keys cannot be read.
    KNOWN_HOSTS_UNREADABLE("the known hosts cannot be read"),
    /// The host is too old or too odd.
    NO_COMMON_ALGORITHM("{place} offers nothing that Pikett accepts"),
    /// Nobody could type the passphrase.
    KEY_ENCRYPTED("the key {path} is encrypted: give one without a passphrase, or use an agent"),
    /// The file is missing or not ours.
    KEY_UNREADABLE("the key {path} cannot be read"),
    /// The file holds something else.
    KEY_UNUSABLE("the file {path} is not a private key that Pikett can use"),
    /// The SSH agent answers and has nothing.
    AGENT_EMPTY("the SSH agent holds no key: add one with ssh-add"),
    /// There is no SSH agent.
    AGENT_ABSENT("no SSH agent answers: SSH_AUTH_SOCK must name its socket"),
    /// All sessions that the host allows are in use.
    BUSY("{place} is busy with other commands of ours"),
    /// The host refuses every session.
    NO_CHANNEL("{place} opens no channel for commands"),
    /// The connection is there and nothing comes.
    NO_CHANNEL_IN_TIME("{place} is connected but opened no channel within {time}"),
    /// The host refuses to run anything for this user.
    NO_COMMANDS_FOR_LOGIN("{place} does not run commands for this login"),
    /// A start file or a restricted shell ended before the command.
    SHELL_ENDED_EARLY("the login shell ended with {code} before it ran the command"),
    /// The command was taken and the host fell silent.
    NO_WORD_AFTER_START("{place} took the command and said nothing more"),
    /// The time is over and the host has not said that the command ended.
    END_NOT_SAID("{place} has not said that the command ended"),
    /// The channel closed without a status.
    END_NOT_EXPLAINED("{place} did not say how the command ended"),
    /// The run was stopped and the host did not confirm it.
    CANCEL_NOT_CONFIRMED("cancelled, and {place} did not confirm that the command ended"),
    // Programs
    /// A program ended with a status of its own.
    EXIT("exit {code}"),
    /// The same, and memory had run out.
    EXIT_OUT_OF_MEMORY("exit {code} (out of memory)"),
    /// A signal ended it.
    SIGNAL("signal {signal}"),
    /// The same, and memory had run out.
    SIGNAL_OUT_OF_MEMORY("signal {signal} (out of memory)"),
    /// How the instance before ended.
    LAST_END("last {reason}"),
    /// A command was ended from outside.
    ENDED_BY_SIGNAL("ended by signal {signal}"),
    /// A command could not be started.
    NOT_STARTED("could not be started: {reason}"),
    /// A command was ended because its time was over.
    TOOK_TOO_LONG("ended after {time}, it took too long"),
    /// A tool that we asked was ended.
    TOOL_ENDED_BY_SIGNAL("{tool} was ended by signal {signal}"),
    /// A tool that we asked is not there.
    TOOL_NOT_STARTED("{tool} could not be started: {reason}"),
    /// A tool that we asked took too long.
    TOOL_SILENT("{tool} gave no answer within {time}"),
    /// A tool that we asked failed; its own words stand behind it.
    TOOL_EXIT("{tool} ended with exit {code}"),
    /// An act was not begun because the question before it failed.
    NOTHING_DONE("{reason}; nothing was done"),
    /// The service has no command for it.
    NO_COMMAND_CONFIGURED("no command for {verb} is configured"),
    /// Words from outside that say all.
    TOLD("{words}"),
    /// The reading was interrupted.
    INTERRUPTED("reading was interrupted"),
    /// The answer did not come within the time for the whole card.
    READ_TOO_LATE("no answer within {time}"),
    /// Pikett itself failed; its log says more.
    ERROR_INSIDE("an error inside Pikett, see its log"),
    // Supervisors
    /// A young program is not believed yet.
    STARTED_AGO("started {time} ago"),
    /// The same, and the instance before ended by itself.
    STARTED_AGO_AFTER("started {time} ago after {reason}"),
    /// It was started again and again while we watched.
    RESTARTS_WITHIN("{n} restart in {time}", "{n} restarts in {time}"),
    /// A first look at a loop.
    UP_ONLY_AFTER("up for only {time} after {n} restart", "up for only {time} after {n} restarts"),
    /// A first look at a loop, between two instances.
    NOT_RUNNING_AFTER("not running after {n} restart", "not running after {n} restarts"),
    /// PM2 says errored.
    PM2_GAVE_UP("PM2 gave up"),
    /// PM2 says errored, and how often it tried.
    PM2_GAVE_UP_AFTER("PM2 gave up after {n} restart", "PM2 gave up after {n} restarts"),
    /// A word of PM2 for the state.
    PM2_SAYS("PM2 says {words}"),
    /// Somebody stopped it.
    PM2_STOPPED("stopped in PM2"),
    /// Some of several instances are not online.
    PM2_INSTANCES("{affected} of {all} instances: {words}"),
    /// The list is longer than we read.
    PM2_TOO_MUCH("pm2 jlist printed more than 4 MiB"),
    /// What was printed is not a list.
    PM2_NO_LIST("pm2 jlist printed no complete list of processes"),
    /// PM2 knows nothing, as after a reboot.
    PM2_EMPTY(
            "PM2 knows no process at all for this user. After a reboot, \"pm2 resurrect\" brings back what \"pm2 save\" kept"),
    /// The name is not among those that PM2 knows.
    PM2_UNKNOWN_NAME("PM2 knows no process {name}; it knows {names}"),
    /// The same, and there are more than can be told.
    PM2_UNKNOWN_NAME_OF_MANY(
            "PM2 knows no process {name}; it knows {names} and {n} more",
            "PM2 knows no process {name}; it knows {names} and {n} more"),
    /// PM2 was told to keep none.
    PM2_NO_LOG_FILES("PM2 keeps no log files of {name}"),
    /// PM2 did not answer before an act.
    PM2_SILENT("PM2 did not answer in time"),
    /// It was told to end.
    BEING_STOPPED("it is being stopped"),
    /// Between two instances.
    SYSTEMD_STARTS_AGAIN("it ended and systemd is about to start it again"),
    /// The unit is activating.
    SYSTEMD_STARTS("systemd is starting it"),
    /// The unit cannot be started.
    UNIT_MASKED("the unit is masked"),
    /// The unit is inactive.
    UNIT_NOT_STARTED("the unit is not started"),
    /// systemd counts starts.
    START_LIMIT_HIT("systemd gave up: it was started too often in a short time"),
    /// The kernel ended it.
    ENDED_OUT_OF_MEMORY("ended because memory ran out"),
    /// systemd ended it.
    WATCHDOG_SILENT("ended because its watchdog heard nothing from it"),
    /// systemd ended it.
    START_OR_STOP_TOO_LONG("it took too long to start or to stop"),
    /// The program says so.
    ENDED_WITH_ERROR("it ended with an error"),
    /// Another result that systemd knows.
    SYSTEMD_FAILED("systemd says failed ({words})"),
    /// There is no such unit.
    UNIT_UNKNOWN("systemd knows no such unit on this host"),
    /// A state that is not known to us.
    UNIT_STATE_UNKNOWN("systemd gives no state that is known: {words}"),
    /// The unit's file is broken.
    UNIT_NOT_LOADED("systemd cannot load the unit ({words})"),
    /// The system manager denied it.
    MAY_NOT_RESTART_UNIT(
            "our user on this host may not restart {unit}: allow it with a polkit rule for the action org.freedesktop.systemd1.manage-units and this unit, or configure own commands with sudo for exactly that"),
    /// The health check that the image brings.
    CONTAINER_UNHEALTHY("its health check in Docker fails"),
    /// The same, after a start.
    CONTAINER_NOT_HEALTHY_YET("its health check in Docker has not passed yet"),
    /// Between two instances.
    DOCKER_STARTS_AGAIN("it ended and Docker is about to start it again"),
    /// It exists and was not started.
    CONTAINER_NEVER_STARTED("the container was created and never started"),
    /// Somebody froze it.
    CONTAINER_PAUSED("the container is paused"),
    /// It goes away.
    CONTAINER_BEING_REMOVED("the container is being removed"),
    /// It has exited.
    CONTAINER_ENDED("it ended with {reason}"),
    /// Docker failed.
    CONTAINER_DEAD("Docker could not remove the container"),
    /// A state that is not known to us.
    DOCKER_SAYS("Docker says {words}"),
    /// There is no such container.
    CONTAINER_UNKNOWN("Docker knows no container {name}"),
    /// The socket is not ours.
    MAY_NOT_ASK_DOCKER("our user on this host may not talk to Docker: add it to the group docker"),
    /// What was printed is not a state.
    DOCKER_NO_STATE("docker inspect printed no readable state"),
    /// A name that could mean more than one unit.
    UNIT_NAME(
            "{name} cannot be the name of a systemd unit: at most 255 letters, digits and _ . : @ \\ -, and no - at the start"),
    /// A name that could mean something else.
    CONTAINER_NAME(
            "{name} cannot be the name of a container: at most 255 letters, digits and _ . -, and no - at the start"),
    // HTTP
    /// What came is something else.
    NOT_HTTP("what {place} sent is not HTTP"),
    /// The answer is not complete.
    ANSWER_BROKE_OFF("the connection to {place} broke before the answer was complete"),
    /// The certificate does not cover the name.
    CERTIFICATE_OTHER_NAME("the certificate of {place} is for another name"),
    /// Nobody renewed it.
    CERTIFICATE_EXPIRED("the certificate of {place} has expired"),
    /// A clock is wrong.
    CERTIFICATE_NOT_YET_VALID("the certificate of {place} is not valid yet"),
    /// It is signed by itself, or a part of the chain is missing.
    CERTIFICATE_NOT_TRUSTED(
            "the certificate of {place} is signed by nobody whom this machine trusts"),
    /// Plain text stands behind an https address.
    NO_TLS_SPOKEN("{place} does not speak TLS"),
    /// Another failure of the handshake.
    NO_TLS_CONNECTION("no TLS connection to {place}"),
    /// The endpoint answers with an error.
    HTTP_STATUS("status {code}"),
    /// The endpoint's own word is that it is not well.
    ENDPOINT_COMPLAINS("the health endpoint says that it is not well"),
    /// We read only so much.
    ANSWER_TOO_LONG("the answer of {place} is longer than {size}"),
    // Heartbeats
    /// A job has not called in.
    NO_BEAT("no call for {time}"),
    /// A job called in when it began, and not since.
    RUN_NOT_ENDED("the run has not ended within {time}"),
    /// A job calls in and says so, without an exit code.
    SAID_FAILED("it says itself that it failed"),
    // Metrics
    /// Another program stands there.
    NOT_PROMETHEUS("what answers at {place} is not Prometheus"),
    /// The query is wrong, or takes too long; its words stand behind it.
    PROMETHEUS_SAYS("Prometheus at {place} says"),
    /// A range of values, or a text.
    QUERY_WITHOUT_NUMBERS(
            "the query gives a {found}, not one number for each series: remove the range in brackets, or put a function such as rate() around it"),
    /// The names of the series differ, or nothing does.
    SERIES_ALIKE("two series have the same labels: ask for them one by one, or sum them up"),
    /// Each could become an alert.
    TOO_MANY_SERIES(
            "{n} series are more than {most}: ask for fewer by their labels, or sum them up",
            "{n} series are more than {most}: ask for fewer by their labels, or sum them up"),
    /// It is not of the text format.
    METRICS_MALFORMED("line {line} of the metrics at {place} cannot be read"),
    /// We read only so many.
    TOO_MANY_METRICS("{place} shows more than {most} metrics"),
    // Redis
    /// None is configured.
    REDIS_WANTS_PASSWORD("Redis asks for a password at {place}"),
    /// Another one is right.
    REDIS_REFUSES_PASSWORD("Redis does not accept our password at {place}"),
    /// One is configured.
    REDIS_HAS_NO_PASSWORD("Redis at {place} has no password, but one is configured"),
    /// An access list stands in the way.
    REDIS_MAY_NOT_READ("our Redis user may not read the queue at {place}"),
    /// The number is too high.
    REDIS_NO_DATABASE("Redis at {place} has no database {number}"),
    /// It was started just now.
    REDIS_LOADING("Redis at {place} is still loading its data"),
    /// It takes no connections from elsewhere.
    REDIS_PROTECTED("Redis at {place} is in protected mode and takes only local connections"),
    /// It is a replica.
    REDIS_MASTER_LOST("Redis at {place} is a replica that has lost its master"),
    /// It is a node of a cluster.
    REDIS_CLUSTER("Redis at {place} is a node of a cluster, which Pikett cannot read"),
    /// Another error; its words stand behind it.
    REDIS_SAYS("Redis at {place} says"),
    /// The time was over.
    REDIS_SILENT("{place} gave no answer within {time}"),
    /// Something else listens there.
    NOT_REDIS("what answers at {place} is not Redis"),
    /// The connection was cut.
    REDIS_CLOSED("{place} closed the connection"),
    /// The name means something else.
    KEY_OF_OTHER_TYPE("the key {key} is a {found}, not a {expected}"),
    /// BullMQ has written nothing under the name.
    NO_SUCH_QUEUE("no such queue: {key} does not exist at {place}"),
    /// The configured address is of another kind.
    REDIS_URL_SCHEME("the Redis URL must begin with redis://"),
    /// The configured address names no machine.
    REDIS_URL_NO_ADDRESS(
            "the Redis URL names no address: write redis://[user:password@]address[:port][/database]"),
    /// The configured address is not a URL.
    REDIS_URL_MALFORMED(
            "the Redis URL is malformed at character {position}; special characters of a password are written as %XX"),
    /// The configured database is not a number.
    REDIS_URL_DATABASE(
            "the database in the Redis URL must be a number, such as redis://127.0.0.1:6379/0");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private final String one;
    private final String other;

    Cause(String wording) {
        this(wording, wording);
    }

    Cause(String one, String other) {
        this.one = one;
        this.other = other;
    }

    /// What must be told with it, in this order.
    public List<String> placeholders() {
        return PLACEHOLDER.matcher(other).results().map((MatchResult m) -> m.group(1)).toList();
    }

    /// The wording for so many.
    String wording(long number) {
        return number == 1 ? one : other;
    }
}
