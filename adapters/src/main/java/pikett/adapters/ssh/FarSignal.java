package pikett.adapters.ssh;

import com.jcraft.jsch.ChannelExec;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Ends a program on the far side by a command of its own: the protocol's own signal request is
/// refused by many hosts, for root above all.
///
/// @param session of the program
record FarSignal(Session session) {
    private static final Logger log = LoggerFactory.getLogger(FarSignal.class);
    private static final int TIMEOUT_MILLIS = 3_000;

    /// Asks the program to end, without waiting for it; what it needs beyond the permits is one of the
    /// two channels that OpenSSH allows above them.
    void end(long pid) {
        Thread.ofVirtual()
                .name("ssh-signal")
                .start(() -> {
                    try {
                        ChannelExec channel = (ChannelExec) session.openChannel("exec");
                        if (channel == null) {
                            return;
                        }
                        channel.setInputStream(InputStream.nullInputStream());
                        channel.setOutputStream(OutputStream.nullOutputStream());
                        channel.setErrStream(OutputStream.nullOutputStream());
                        channel.setCommand(FarSide.end(pid).getBytes(StandardCharsets.UTF_8));
                        channel.connect(TIMEOUT_MILLIS);
                    } catch (JSchException failure) {
                        log.warn("program not asked to end pid={}", pid, failure);
                    }
                });
    }
}
