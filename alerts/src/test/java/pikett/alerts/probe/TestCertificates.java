package pikett.alerts.probe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/// An authority of its own, and the certificates for 127.0.0.1 that it signs: made by the JDK's tool.
final class TestCertificates {
    private static final String PASSWORD = "only-for-tests";
    private static final String TRUST = "javax.net.ssl.trustStore";

    private final Path folder;

    TestCertificates(Path folder) throws IOException, InterruptedException {
        this.folder = folder;
        pair("authority", "-1y", 3650, "-ext", "bc:c");
        run("-exportcert", "authority", "-file", file("authority.crt"));
    }

    /// What a server needs to show a certificate.
    ///
    /// @param begin when it begins to be valid, such as `-10d`
    SSLContext server(String begin, int days)
            throws GeneralSecurityException, IOException, InterruptedException {
        String name = "server" + begin;
        pair(name, begin, days);
        run("-certreq", name, "-file", file("request"));
        run(
                "-gencert",
                "authority",
                "-infile",
                file("request"),
                "-outfile",
                file("signed.crt"),
                "-startdate",
                begin,
                "-validity",
                Integer.toString(days),
                "-ext",
                "san=ip:127.0.0.1");
        KeyStore keys = empty();
        try (InputStream in = Files.newInputStream(folder.resolve(name + ".p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        CertificateFactory x509 = CertificateFactory.getInstance("X.509");
        keys.setKeyEntry(
                name,
                keys.getKey(name, PASSWORD.toCharArray()),
                PASSWORD.toCharArray(),
                new Certificate[] {read(x509, "signed.crt"), read(x509, "authority.crt")});
        return context(keys);
    }

    /// Runs where the machine trusts the authority and nobody else.
    void trusted(Work work) throws Exception {
        KeyStore trust = empty();
        trust.setCertificateEntry(
                "authority", read(CertificateFactory.getInstance("X.509"), "authority.crt"));
        try (OutputStream out = Files.newOutputStream(folder.resolve("trust.p12"))) {
            trust.store(out, PASSWORD.toCharArray());
        }
        System.setProperty(TRUST, file("trust.p12"));
        System.setProperty(TRUST + "Password", PASSWORD);
        try {
            work.run();
        } finally {
            System.clearProperty(TRUST);
            System.clearProperty(TRUST + "Password");
        }
    }

    @FunctionalInterface
    interface Work {
        void run() throws Exception;
    }

    private void pair(String name, String begin, int days, String... more)
            throws IOException, InterruptedException {
        List<String> arguments = new ArrayList<>(List.of("-keyalg", "EC", "-dname", "CN=" + name));
        arguments.addAll(List.of("-startdate", begin, "-validity", Integer.toString(days)));
        arguments.addAll(List.of(more));
        run("-genkeypair", name, arguments.toArray(String[]::new));
    }

    private void run(String act, String name, String... more)
            throws IOException, InterruptedException {
        String tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        List<String> line = new ArrayList<>(List.of(tool, act, "-alias", name));
        line.addAll(List.of("-keystore", file(name + ".p12"), "-storepass", PASSWORD));
        line.addAll(List.of(more));
        Process process = new ProcessBuilder(line).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(said);
        }
    }

    private Certificate read(CertificateFactory x509, String file)
            throws GeneralSecurityException, IOException {
        try (InputStream in = Files.newInputStream(folder.resolve(file))) {
            return x509.generateCertificate(in);
        }
    }

    private static SSLContext context(KeyStore store) throws GeneralSecurityException {
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }

    private String file(String name) {
        return folder.resolve(name).toString();
    }
}
