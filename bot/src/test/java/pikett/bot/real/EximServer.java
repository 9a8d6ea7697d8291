package pikett.bot.real;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;

/// Exim on a high port of 127.0.0.1, with a configuration and a certificate of its own. It takes mail for
/// example.org, over TLS and after a login only, and puts it into a maildir.
final class EximServer implements AutoCloseable {
    static final String USER = "pikett";

    /// Only this user and root may start Exim's daemon.
    private static final String OWNER = "Debian-exim";

    private final Path folder;
    private final int port = Programs.freePort();
    private final Started process;

    EximServer() throws IOException {
        // Of its own: Exim runs as another user, who must get there.
        this.folder = Files.createTempDirectory("pikett-exim-");
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
        certify();
        Files.writeString(folder.resolve("exim.conf"), configuration());
        boolean root = System.getProperty("user.name").equals("root");
        if (root) {
            Programs.output("chown", "-R", OWNER, folder.toString());
        }
        List<String> line = new ArrayList<>(root ? asOwner() : mappedToOwner());
        line.addAll(List.of("/usr/sbin/exim4", "-C", folder + "/exim.conf", "-bdf"));
        Path log = Files.createTempFile("pikett-exim-", ".log");
        try {
            this.process = Started.of(line, Map.of(), log, () -> Programs.listens(port));
        } finally {
            Files.delete(log);
        }
    }

    private static List<String> asOwner() {
        return List.of("setpriv", "--reuid", OWNER, "--regid", OWNER, "--clear-groups");
    }

    private static List<String> mappedToOwner() {
        String uid = Programs.output("id", "-u", OWNER).strip();
        return List.of("unshare", "--user", "--map-user=" + uid);
    }

    private void certify() {
        Programs.output(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "2",
                "-subj",
                "/CN=127.0.0.1",
                "-addext",
                "subjectAltName=IP:127.0.0.1",
                "-keyout",
                folder + "/key.pem",
                "-out",
                folder + "/cert.pem");
        Programs.output(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-importcert",
                "-noprompt",
                "-file",
                folder + "/cert.pem",
                "-keystore",
                folder + "/trust.p12",
                "-storepass",
                "changeit");
    }

    private String configuration() {
        return """
        primary_hostname = mail.example.org
        local_interfaces = 127.0.0.1
        daemon_smtp_ports = %2$d
        spool_directory = %1$s/spool
        log_file_path = %1$s/%%slog
        pid_file_path =
        keep_environment =
        tls_advertise_hosts = *
        tls_certificate = %1$s/cert.pem
        tls_privatekey = %1$s/key.pem
        auth_advertise_hosts = ${if def:tls_in_cipher {*}{}}
        acl_smtp_rcpt = recipient
        acl_smtp_data = text
        begin acl
        recipient:
          deny message = log in first
               !authenticated = *
          accept domains = example.org
          deny message = no relay
        text:
          accept
        begin routers
        all:
          driver = accept
          transport = maildir
        begin transports
        maildir:
          driver = appendfile
          directory = %1$s/mail
          maildir_format
          user = %3$s
        begin authenticators
        plain:
          driver = plaintext
          public_name = PLAIN
          server_prompts = :
          server_condition = ${if and {{eq{$auth2}{%4$s}}{eq{$auth3}{%5$s}}}}
          server_set_id = $auth2
        """
                .formatted(folder, port, OWNER, USER, Canary.SMTP_PASSWORD.value());
    }

    int port() {
        return port;
    }

    /// What a JVM needs in order to trust the certificate.
    Map<String, String> trust() {
        return Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Djavax.net.ssl.trustStore=%s/trust.p12 -Djavax.net.ssl.trustStorePassword=changeit"
                        .formatted(folder));
    }

    /// What lies in the maildir, in no order.
    List<MimeMessage> mails() throws IOException, MessagingException {
        Path arrived = folder.resolve("mail").resolve("new");
        if (!Files.isDirectory(arrived)) {
            return List.of();
        }
        List<MimeMessage> mails = new ArrayList<>();
        try (Stream<Path> files = Files.list(arrived)) {
            for (Path file : files.toList()) {
                try (InputStream mail = Files.newInputStream(file)) {
                    mails.add(new MimeMessage(Session.getInstance(new Properties()), mail));
                }
            }
        }
        return mails;
    }

    Path folder() {
        return folder;
    }

    @Override
    public void close() throws IOException {
        process.close();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
