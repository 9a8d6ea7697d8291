package pikett.bot.hostgate;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import pikett.adapters.host.Command;
import pikett.adapters.host.Dialer;
import pikett.adapters.host.Host;
import pikett.adapters.host.Output;
import pikett.adapters.host.Shell;
import pikett.adapters.host.ShellResult;

/// Stands for a host, does nothing, and keeps what it was asked to do. Safe for use by many threads.
public final class Recorder implements Shell, Dialer {
    private static final List<String> PM2_LIST = List.of("pm2", "jlist");

    private final String pm2List;
    private final Set<List<String>> commands = new LinkedHashSet<>();
    private final Set<Tunnel> tunnels = new TreeSet<>();

    /// @param pm2List what PM2 says that it runs
    Recorder(String pm2List) {
        this.pm2List = pm2List;
    }

    /// A host of which nobody wants to know what it was asked.
    public static Host mute(String name) {
        Recorder recorder = new Recorder("[]");
        return new Host(name, recorder, recorder);
    }

    Host host(String name) {
        return new Host(name, this, this);
    }

    /// To be told that a program did not succeed makes Pikett try its other ways too.
    @Override
    public synchronized ShellResult run(Command command) {
        commands.add(command.arguments());
        return command.arguments().equals(PM2_LIST)
                ? new ShellResult.Done(0, new Output(pm2List, "", 0), Duration.ZERO)
                : new ShellResult.Done(1, Output.EMPTY, Duration.ZERO);
    }

    @Override
    public synchronized Socket dial(String address, int port, Duration timeout) throws IOException {
        tunnels.add(new Tunnel(address, port));
        throw new IOException("nothing is reached while it is only written down");
    }

    synchronized List<List<String>> commands() {
        return new ArrayList<>(commands);
    }

    synchronized List<Tunnel> tunnels() {
        return new ArrayList<>(tunnels);
    }
}
