package pikett.adapters.ssh;

import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.Session;

/// What every session of ours has in common. Set per session: JSch's own defaults are static.
final class SessionSettings {
    /// Without ChaCha20 and CBC nothing is left that prefix truncation (Terrapin) works on, also where
    /// the host does not know strict key exchange.
    private static final String CIPHERS =
            "aes128-gcm@openssh.com,aes256-gcm@openssh.com,aes128-ctr,aes192-ctr,aes256-ctr";

    private static final String MACS =
            "hmac-sha2-256-etm@openssh.com,hmac-sha2-512-etm@openssh.com,"
                    + "hmac-sha2-256,hmac-sha2-512";

    private SessionSettings() {}

    static void apply(Session session, PinnedHostKeys pins, SshLimits limits) throws JSchException {
        session.setHostKeyRepository(pins);
        session.setConfig("StrictHostKeyChecking", "yes");
        session.setConfig("HashKnownHosts", "no");
        session.setConfig("server_host_key", pins.hostKeyAlgorithms());
        session.setConfig("enable_strict_kex", "yes");
        session.setConfig("cipher.c2s", CIPHERS);
        session.setConfig("cipher.s2c", CIPHERS);
        session.setConfig("mac.c2s", MACS);
        session.setConfig("mac.s2c", MACS);
        session.setThreadFactory(Thread.ofVirtual().factory());
        session.setDaemonThread(true);
        // Last: in JSch the interval of the keepalive is the read timeout, and the last call wins.
        session.setServerAliveInterval((int) limits.keepAlive().toMillis());
        session.setServerAliveCountMax(SshLimits.KEEP_ALIVE_COUNT);
    }
}
