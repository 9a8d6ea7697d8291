package pikett.adapters.ssh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KnownHostsTest {
    private static final String KEY = "c29tZSBrZXk=";

    @TempDir Path folder;

    private List<KnownHosts.Entry> entries(String line, String host, int port) throws IOException {
        return KnownHosts.read(Files.writeString(folder.resolve("known_hosts"), line))
                .of(host, port);
    }

    @Test
    void aPortOtherThan22IsPartOfTheName() throws IOException {
        assertThat(entries("web ssh-ed25519 " + KEY, "web", 22)).hasSize(1);
        assertThat(entries("web ssh-ed25519 " + KEY, "web", 2222)).isEmpty();
        assertThat(entries("[web]:2222 ssh-ed25519 " + KEY, "web", 2222)).hasSize(1);
        assertThat(entries("[web]:2222 ssh-ed25519 " + KEY, "web", 22)).isEmpty();
        assertThat(entries("[web]:2222 ssh-ed25519 " + KEY, "web", 2223)).isEmpty();
    }

    @Test
    void patternsAndTheirNegationsCount() throws IOException {
        String line = "*.example.org,!bad.example.org,10.0.0.? ssh-rsa " + KEY + " comment";
        assertThat(entries(line, "web.example.org", 22)).hasSize(1);
        assertThat(entries(line, "WEB.example.org", 22)).hasSize(1);
        assertThat(entries(line, "bad.example.org", 22)).isEmpty();
        assertThat(entries(line, "10.0.0.7", 22)).hasSize(1);
        assertThat(entries(line, "10.0.0.77", 22)).isEmpty();
        assertThat(entries(line, "webxexample.org", 22)).isEmpty();
    }

    @Test
    void hashedNamesAreFound() throws Exception {
        byte[] salt = "twenty bytes of salt".getBytes(StandardCharsets.US_ASCII);
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(salt, "HmacSHA1"));
        Base64.Encoder base64 = Base64.getEncoder();
        String line =
                "|1|%s|%s ssh-ed25519 %s"
                        .formatted(
                                base64.encodeToString(salt),
                                base64.encodeToString(
                                        mac.doFinal(
                                                "[web]:2222".getBytes(StandardCharsets.US_ASCII))),
                                KEY);
        assertThat(entries(line, "web", 2222)).hasSize(1);
        assertThat(entries(line, "web", 22)).isEmpty();
    }

    @Test
    void revokedKeysAreKeptApart() throws IOException {
        assertThat(entries("@revoked web ssh-ed25519 " + KEY, "web", 22))
                .singleElement()
                .matches(KnownHosts.Entry::revoked);
    }

    @Test
    void whatCannotBeReadIsLeftOut() throws IOException {
        for (String line :
                List.of(
                        "",
                        "# comment",
                        "web",
                        "web ssh-ed25519",
                        "web ssh-ed25519 %%%",
                        "|1|x ssh-ed25519 " + KEY,
                        "|1|!|! ssh-ed25519 " + KEY,
                        "@cert-authority web ssh-ed25519 " + KEY)) {
            assertThat(entries(line, "web", 22)).as(line).isEmpty();
        }
    }
}
