package pikett.adapters.ssh;

import com.jcraft.jsch.JSch;
import com.jcraft.jsch.JSchException;
import com.jcraft.jsch.KeyPair;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.apache.sshd.common.channel.Channel;
import org.apache.sshd.common.cipher.BuiltinCiphers;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.session.SessionListener;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.channel.ChannelSessionFactory;
import org.apache.sshd.server.command.Command;
import org.apache.sshd.server.forward.AcceptAllForwardingFilter;
import org.apache.sshd.server.forward.DirectTcpipFactory;
import pikett.config.HostConfig;

/// An SSH server inside the test that can be as difficult as a test wants it.
final class EmbeddedSshd implements AutoCloseable {
    /// The only password that it accepts.
    static final String PASSWORD = "correct horse";

    private final SshServer server = SshServer.setUpDefaultServer();
    private final java.security.KeyPair hostKey;
    private final Path loginKey;
    private final Queue<PublicKey> keysOffered = new ConcurrentLinkedQueue<>();
    private final Queue<String> passwordsOffered = new ConcurrentLinkedQueue<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CountDownLatch released = new CountDownLatch(1);
    private volatile boolean lettingIn = true;
    private volatile boolean stallingLogin;
    private volatile boolean stallingChannels;

    /// Runs commands with this machine's `/bin/sh`.
    EmbeddedSshd(Path folder) throws Exception {
        this(folder, ShellCommand::new);
    }

    /// @param commands what to do for a command line
    EmbeddedSshd(Path folder, Function<String, Command> commands) throws Exception {
        hostKey = newHostKey();
        loginKey = newLoginKey(folder.resolve("login_key"));
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKey));
        server.setCommandFactory((channel, line) -> commands.apply(line));
        server.setForwardingFilter(AcceptAllForwardingFilter.INSTANCE);
        server.setPublickeyAuthenticator((user, key, session) -> judge(key));
        server.setPasswordAuthenticator((user, password, session) -> {
            passwordsOffered.add(password);
            return password.equals(PASSWORD);
        });
        server.setChannelFactories(
                List.of(
                        new ChannelSessionFactory() {
                            @Override
                            public Channel createChannel(Session session) throws IOException {
                                stallIf(stallingChannels);
                                return super.createChannel(session);
                            }
                        },
                        DirectTcpipFactory.INSTANCE));
        server.addSessionListener(
                new SessionListener() {
                    @Override
                    public void sessionCreated(Session session) {
                        connections.incrementAndGet();
                    }
                });
        server.start();
    }

    private boolean judge(PublicKey key) {
        keysOffered.add(key);
        stallIf(stallingLogin);
        return lettingIn;
    }

    private void stallIf(boolean stalling) {
        if (stalling) {
            try {
                released.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    EmbeddedSshd rejectingLogins() {
        lettingIn = false;
        return this;
    }

    EmbeddedSshd stallingLogin() {
        stallingLogin = true;
        return this;
    }

    void stallChannels(boolean stall) {
        stallingChannels = stall;
    }

    void letIn() {
        lettingIn = true;
    }

    /// Speaks none of the means against prefix truncation, and only a cipher that needs them.
    EmbeddedSshd withVulnerableCipher() {
        server.setCipherFactories(List.of(BuiltinCiphers.aes128cbc));
        return this;
    }

    List<PublicKey> keysOffered() {
        return List.copyOf(keysOffered);
    }

    List<String> passwordsOffered() {
        return List.copyOf(passwordsOffered);
    }

    int connections() {
        return connections.get();
    }

    int port() {
        return server.getPort();
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    HostConfig.Ssh config() {
        return config(new HostConfig.Trust.Fingerprint(fingerprint()));
    }

    HostConfig.Ssh config(HostConfig.Trust trust) {
        return new HostConfig.Ssh(
                "deploy",
                "127.0.0.1",
                port(),
                new HostConfig.Login.KeyFile(loginKey),
                trust,
                Optional.empty());
    }

    /// A login key of a kind that this server knows without further libraries.
    static Path newLoginKey(Path file) throws JSchException, IOException {
        KeyPair.genKeyPair(new JSch(), KeyPair.ECDSA, 256).writePrivateKey(file.toString());
        return file;
    }

    private static java.security.KeyPair newHostKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    @Override
    public void close() throws IOException {
        released.countDown();
        server.stop(true);
    }
}
