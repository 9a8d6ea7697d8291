package pikett.bot.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import pikett.bot.hostgate.AuthorizedKey;
import pikett.bot.hostgate.GateScript;
import pikett.bot.hostgate.HostNeeds;
import pikett.bot.hostgate.NotCheckableException;
import pikett.bot.hostgate.Sudoers;
import pikett.config.HostConfig;
import pikett.config.PikettConfig;

/// A key may do what the configuration needs on its host, and what it needs elsewhere is not its business.
final class GateVerbTest {
    private static final GateScript.Frame FRAME = new GateScript.Frame("head '", "end '", 5);

    private static PikettConfig config(String pattern) {
        return WrittenConfig.withChats(
                """
                hosts:
                  prod-1: { ssh: 'deploy@203.0.113.7', agent: true, host-key: 'SHA256:%1$s' }
                  prod-2: { ssh: 'deploy@203.0.113.8', agent: true, host-key: 'SHA256:%1$s' }
                  inner: { ssh: 'deploy@10.0.0.2:2222', agent: true, host-key: 'SHA256:%1$s', jump: prod-1 }
                  here: { local: true }
                services:
                  api: { host: prod-1, pm2: api, health: { url: 'http://127.0.0.1:3000/health' } }
                  redis: { host: prod-1, systemd: redis.service }
                  worker: { host: prod-1, docker: worker }
                  old: { host: prod-1, commands: { status: [ctl, status], restart: [ctl, restart], logs: [ctl, -n, '{lines}'] } }
                  far: { host: prod-2, systemd: far.service, health: { url: 'http://127.0.0.1:4000/' } }
                queues:
                  messages: { host: prod-1, redis: 'redis://127.0.0.1:6379/0', bullmq: messages }
                checks:
                  age: { command: [stat, /var/x], host: prod-1, critical-when: [failed] }
                  site: { http: 'https://shop.example.org/', critical-when: [status != 200] }
                  port: { tcp: 'localhost:25', host: prod-1, critical-when: [failed] }
                  lines: { logs: redis, warning-when: ["lines('x') > 3 in 5m"] }
                runbooks:
                  company:
                    title: { en: One company }
                    role: operator
                    parameters: { id: { pattern: '%2$s' } }
                    before: [{ run: [backup.sh], on: prod-1 }]
                    steps:
                      - { run: [sudo, -n, /opt/recovery.sh, company, '{id}'], on: prod-1 }
                      - { run: [other.sh, '{id}'], on: prod-2 }
                """
                        .formatted("A".repeat(43), pattern));
    }

    private static String script(String host) throws NotCheckableException {
        return new GateScript(GateVerb.needs(config("[0-9]{1,9}"), host), FRAME, List.of()).text();
    }

    @Test
    void all_that_pikett_sends_there_is_in_the_script() throws NotCheckableException {
        assertThat(script("prod-1"))
                .contains(
                        "start 'true'",
                        "start 'cat' '/proc/uptime'",
                        "start 'df' '-P' '-k' '-l'",
                        "start 'df' '-P' '-k' ;;",
                        "start 'pm2' 'jlist'",
                        "start 'pm2' 'restart' \"$@\"",
                        "start 'tail' '-q' '-n' \"$value_1\" '--' \"$@\"",
                        "start 'tail' '-n' \"$value_1\" '--' \"$@\"",
                        "start 'systemctl' '--no-ask-password' 'restart' '--' 'redis.service'",
                        "start 'journalctl' '--unit=redis.service' '--lines='\"$value_1\"",
                        "start 'docker' 'inspect'",
                        "start 'docker' 'restart' '--' 'worker'",
                        "start 'docker' 'logs' '--tail='\"$value_1\" '--' 'worker'",
                        "start 'ctl' 'status'",
                        "start 'ctl' 'restart'",
                        "start 'ctl' '-n' \"$value_1\"",
                        "start 'stat' '/var/x'",
                        "start 'backup.sh'",
                        "start 'sudo' '-n' '/opt/recovery.sh' 'company' \"$value_1\"")
                .doesNotContain("far.service", "other.sh", "98765");
        assertThat(script("prod-2"))
                .contains("far.service", "other.sh")
                .doesNotContain("pm2", "'ctl'");
    }

    @Test
    void the_key_reaches_what_pikett_looks_at_from_there() throws NotCheckableException {
        PikettConfig config = config("[0-9]{1,9}");

        assertThat(new AuthorizedKey(GateVerb.needs(config, "prod-1"), "/gate", "KEY").line())
                .isEqualTo(
                        "restrict,command=\"exec /gate\",port-forwarding,permitlisten=\"localhost:1\","
                                + "permitopen=\"10.0.0.2:2222\",permitopen=\"127.0.0.1:3000\","
                                + "permitopen=\"127.0.0.1:6379\",permitopen=\"localhost:25\" KEY");
        assertThat(new AuthorizedKey(GateVerb.needs(config, "inner"), "/gate", "KEY").line())
                .isEqualTo("restrict,command=\"exec /gate\" KEY");
    }

    @Test
    void a_tunnel_to_redis_comes_with_a_user_who_may_only_read() throws NotCheckableException {
        assertThat(guide("prod-1")).contains("ACL SETUSER pikett on >PASSWORD ~bull:* +@read ");
        assertThat(guide("prod-2")).contains("permitopen=").doesNotContain("ACL");
    }

    private static String guide(String host) throws NotCheckableException {
        PikettConfig config = config("[0-9]{1,9}");
        HostNeeds needs = GateVerb.needs(config, host);
        return new GateGuide(
                        needs,
                        (HostConfig.Ssh) Objects.requireNonNull(config.hosts().get(host)),
                        "/gate",
                        new AuthorizedKey(needs, "/gate", "KEY"),
                        List.of(),
                        GateVerb.readsRedis(config, host))
                .text();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    [0-9]{1,9} ; ^company ([0123456789]){1,9}$
                    all        ; ^company all$
                    [a-c.]+    ; ^company (([abc]|[.]))+$
                    (x|y-z)?   ; ^company ((x|y-z))?$
                    """)
    void sudo_gets_a_rule_that_says_the_same(String pattern, String arguments)
            throws NotCheckableException {
        assertThat(new Sudoers(GateVerb.needs(config(pattern), "prod-1"), "deploy").lines())
                .containsExactly("deploy ALL=(root) NOPASSWD: /opt/recovery.sh " + arguments);
    }

    @Test
    void what_a_script_cannot_check_makes_no_gate() {
        assertThatThrownBy(() -> GateVerb.needs(config(".+"), "prod-1"))
                .isInstanceOf(NotCheckableException.class)
                .hasMessageStartingWith("runbooks.company.parameters.id.pattern: ")
                .hasMessageContaining("write out which characters");
        assertThatThrownBy(
                        () -> new Sudoers(GateVerb.needs(config("[a-z ]+"), "prod-1"), "x").lines())
                .hasMessageContaining("to sudo a space");
    }
}
