package pikett.adapters.ssh;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.sshd.common.SshConstants;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.server.Environment;
import org.apache.sshd.server.ExitCallback;
import org.apache.sshd.server.channel.ChannelSession;
import org.apache.sshd.server.command.Command;
import org.jspecify.annotations.Nullable;

/// A command on the far side that does what a test says, in a thread of its own.
abstract class ScriptedCommand implements Command {
    private static final Pattern HALVES = Pattern.compile("'([0-9a-f]{16})' '([0-9a-f]{16})'");

    private @Nullable OutputStream out;
    private @Nullable OutputStream err;
    private @Nullable ExitCallback exit;
    private @Nullable ChannelSession channel;

    /// What the command does.
    abstract void run() throws Exception;

    /// One that announces its start as our line does, and then does this.
    static ScriptedCommand started(String line, Script script) {
        return new ScriptedCommand() {
            @Override
            void run() throws Exception {
                Matcher halves = HALVES.matcher(line);
                if (!halves.find()) {
                    throw new IllegalStateException(line);
                }
                String mark = "#" + halves.group(2) + halves.group(1);
                write(mark + " 4242\n");
                error(mark + "\n");
                script.run(this);
            }
        };
    }

    interface Script {
        void run(ScriptedCommand command) throws Exception;
    }

    final void write(String text) throws IOException {
        out().write(text.getBytes(StandardCharsets.UTF_8));
        out().flush();
    }

    final void error(String text) throws IOException {
        err().write(text.getBytes(StandardCharsets.UTF_8));
        err().flush();
    }

    final OutputStream out() {
        return Objects.requireNonNull(out);
    }

    final OutputStream err() {
        return Objects.requireNonNull(err);
    }

    final void exit(int status) {
        Objects.requireNonNull(exit).onExit(status);
    }

    final ChannelSession channel() {
        return Objects.requireNonNull(channel);
    }

    /// Tells that a signal has ended the program, and closes the channel without a status.
    final void exitBySignal(String signal) throws IOException {
        Buffer buffer = channel().getSession().createBuffer(SshConstants.SSH_MSG_CHANNEL_REQUEST);
        buffer.putUInt(channel().getRecipient());
        buffer.putString("exit-signal");
        buffer.putBoolean(false);
        buffer.putString(signal);
        buffer.putBoolean(false);
        buffer.putString("");
        buffer.putString("");
        channel().getSession().writePacket(buffer);
        closeWithoutStatus();
    }

    /// When this returns, what was written before has been read on the other side: it allows two
    /// mebibytes that it has not read yet.
    final void writeMoreThanAWindow() throws IOException {
        out().write(new byte[4 << 20]);
        out().flush();
    }

    final void closeWithoutStatus() {
        channel().close(false);
    }

    @Override
    public void start(ChannelSession opened, Environment environment) {
        channel = opened;
        Thread.ofVirtual()
                .start(() -> {
                    try {
                        run();
                    } catch (Exception failure) {
                        channel().close(true);
                    }
                });
    }

    @Override
    public void setInputStream(InputStream in) {}

    @Override
    public void setOutputStream(OutputStream stream) {
        out = stream;
    }

    @Override
    public void setErrorStream(OutputStream stream) {
        err = stream;
    }

    @Override
    public void setExitCallback(ExitCallback callback) {
        exit = callback;
    }

    @Override
    public void destroy(ChannelSession closed) throws Exception {}
}
