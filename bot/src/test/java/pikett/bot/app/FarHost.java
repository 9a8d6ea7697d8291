package pikett.bot.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellCommandFactory;

/// A host behind a real SSH server in this process, whose programs are those of a folder. It can be told
/// to behave badly.
public final class FarHost implements AutoCloseable {
    private final SshServer server = SshServer.setUpDefaultServer();
    private final Path loginKey;
    private final AtomicInteger logins = new AtomicInteger();
    private volatile KeyPair hostKey = newKey();
    private volatile boolean lettingIn = true;
    private volatile CountDownLatch hanging = new CountDownLatch(0);

    /// @param folder for the key to log in with, which everybody has who can read it
    /// @param programs what comes first in the path of the host
    public FarHost(Path folder, Path programs) throws IOException, GeneralSecurityException {
        loginKey = folder.resolve("login-key");
        writeKey(loginKey);
        server.setHost("127.0.0.1");
        server.setKeyPairProvider(session -> KeyPairProvider.wrap(hostKey).loadKeys(session));
        server.setPublickeyAuthenticator((user, key, session) -> judge());
        // What comes with the library hands the line to /bin/sh, as an SSH server hands it to the
        // login shell.
        server.setCommandFactory((channel, line) ->
                ProcessShellCommandFactory.INSTANCE.createCommand(
                        channel, "PATH='" + programs + "':$PATH; export PATH; " + line));
        server.start();
    }

    private boolean judge() {
        logins.incrementAndGet();
        try {
            hanging.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return lettingIn;
    }

    /// The configuration's entry for it.
    public String yaml() {
        return "{ ssh: 'deploy@127.0.0.1:%d', key-file: %s, host-key: '%s' }"
                .formatted(server.getPort(), loginKey, fingerprint());
    }

    /// Where to log in, as `user@address:port`.
    String target() {
        return "deploy@127.0.0.1:" + server.getPort();
    }

    /// The key to log in with.
    Path loginKey() {
        return loginKey;
    }

    String fingerprint() {
        return KeyUtils.getFingerPrint(hostKey.getPublic());
    }

    /// How many logins were tried.
    int logins() {
        return logins.get();
    }

    /// Refuses every login from now on, and drops who is in.
    void letNobodyIn() {
        lettingIn = false;
        dropAll();
    }

    void letIn() {
        lettingIn = true;
    }

    /// Neither refuses nor accepts from now on, and drops who is in.
    void hang() {
        hanging = new CountDownLatch(1);
        dropAll();
    }

    void goOn() {
        hanging.countDown();
    }

    /// Is another machine from now on, or so it seems.
    void changeHostKey() throws GeneralSecurityException {
        hostKey = newKey();
        dropAll();
    }

    private void dropAll() {
        for (AbstractSession session : server.getActiveSessions()) {
            session.close(true);
        }
    }

    private static KeyPair newKey() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static void writeKey(Path file) throws IOException, GeneralSecurityException {
        try (OutputStream out = Files.newOutputStream(file)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(newKey(), "", null, out);
        }
    }

    @Override
    public void close() throws IOException {
        goOn();
        server.stop(true);
    }
}
