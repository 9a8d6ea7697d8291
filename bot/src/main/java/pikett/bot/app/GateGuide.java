package pikett.bot.app;

import java.util.List;
import java.util.stream.Collectors;
import pikett.bot.hostgate.AuthorizedKey;
import pikett.bot.hostgate.HostNeeds;
import pikett.config.HostConfig;

/// What to do with the gate of a host, step by step, with the lines to copy.
///
/// @param path where the script will lie
/// @param rules those of sudo
/// @param redis whether queues are read through it
record GateGuide(
        HostNeeds needs,
        HostConfig.Ssh ssh,
        String path,
        AuthorizedKey key,
        List<String> rules,
        boolean redis) {
    String text() {
        String host = needs.host();
        StringBuilder text = new StringBuilder();
        text.append(
                """
                # 1. The script. It must belong to root: who logs in with the key must not be able to change it.
                pikett gate %s > pikett-gate
                #    copy it to %s, and there:
                sudo install -o root -m 755 pikett-gate %s

                # 2. In ~%s/.ssh/authorized_keys on %s, in the place of the line that lets the key in now:
                %s

                """
                        .formatted(host, ssh.address(), path, ssh.user(), host, key.line()));
        if (key.tunnels()) {
            text.append(
                    """
                    # 3. If its OpenSSH is older than 9.2: whether permitopen also keeps the key from sockets in the
                    #    file system, such as Docker's, was tried with no older one. These lines at the end of
                    #    /etc/ssh/sshd_config do in any case; then: sudo sshd -t && sudo systemctl reload ssh
                    Match User %s
                        AllowStreamLocalForwarding no
                        PermitListen none

                    """
                            .formatted(ssh.user()));
        }
        if (redis) {
            text.append(
                    """
                    # Whoever has the key reaches Redis as Pikett does. Let that be a user who may only read, and give the
                    # user "default" a password too; then redis: redis://pikett:PASSWORD@... in the configuration. In redis-cli
                    # (~bull:* are the keys of BullMQ; a list or stream of another name stands there beside it):
                    ACL SETUSER pikett on >PASSWORD ~bull:* +@read +client|list +select

                    """);
        }
        if (!rules.isEmpty()) {
            text.append(
                    """
                    # With sudo it runs only this: sudo visudo -f /etc/sudoers.d/pikett
                    %s

                    """
                            .formatted(String.join("\n", rules)));
        }
        if (!needs.units().isEmpty() && !ssh.user().equals("root")) {
            text.append(polkit());
        }
        return text.append(
                        """
                        # Last, from here: what is missing is named.
                        pikett check --live
                        """)
                .toString();
    }

    private String polkit() {
        String units =
                needs.units().stream()
                        .map(unit -> "\"" + (unit.contains(".") ? unit : unit + ".service") + "\"")
                        .collect(Collectors.joining(", "));
        return """
        # To restart units without being root: /etc/polkit-1/rules.d/50-pikett.rules
        polkit.addRule(function (action, subject) {
            if (action.id == "org.freedesktop.systemd1.manage-units" && subject.user == "%s" &&
                action.lookup("verb") == "restart" && [%s].indexOf(action.lookup("unit")) >= 0) {
                return polkit.Result.YES;
            }
        });

        """
                .formatted(ssh.user(), units);
    }
}
