package pikett.adapters.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import pikett.config.Secret;

class RedactorTest {
    /// Put together here, so that no scanner takes the test for a leak.
    private static final String TOKEN = "123456789" + ":AAF" + "x".repeat(32);

    private static final String PASSWORD = "p&s\"w/rd +äö\\9";
    private final Redactor blind = Redactor.of(List.of());
    private final Redactor knowing =
            Redactor.of(List.of(new Secret(TOKEN), new Secret(PASSWORD), new Secret("abcd")));

    @Test
    void knownSecretsAreSeenInEveryFormInWhichTheyTravel() {
        byte[] bytes = PASSWORD.getBytes(StandardCharsets.UTF_8);
        List<String> forms =
                List.of(
                        PASSWORD,
                        URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8),
                        URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8).replace("+", "%20"),
                        "p%26s%22w%2frd+%2b%c3%a4%c3%b6%5c9",
                        "p&amp;s&quot;w/rd +äö\\9",
                        "p&s\\\"w/rd +äö\\\\9");

        assertThat(forms)
                .allSatisfy(form ->
                        assertThat(knowing.redact("a=" + form + ".b"))
                                .isEqualTo("a=" + Redactor.MASK + ".b"));
        assertThat(knowing.redact(Base64.getEncoder().encodeToString(bytes))).startsWith("•••");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "xy", "xyz", "user:", "admin:"})
    void knownSecretsAreSeenInsideBase64(String before) {
        String around = before + PASSWORD + "-and-more";
        String encoded =
                Base64.getEncoder().encodeToString(around.getBytes(StandardCharsets.UTF_8));

        assertThat(knowing.redact("got " + encoded)).contains(Redactor.MASK);
    }

    @Test
    void aShortKnownSecretIsOnlySeenAsAWordOfItsOwn() {
        assertThat(knowing.redact("pin abcd, abcde and xabcd"))
                .isEqualTo("pin •••, abcde and xabcd");
    }

    @Test
    void theSecondHalfOfASecretIsOneWhereItIsLongEnough() {
        Redactor redactor =
                Redactor.of(List.of(new Secret("12345:abcdefgh"), new Secret("12345:ijklmno")));

        assertThat(redactor.redact("abcdefgh and ijklmno")).isEqualTo("••• and ijklmno");
    }

    @Test
    void eightCharactersAreSeenAnywhereAndFewerThanFourNowhere() {
        Redactor redactor = Redactor.of(List.of(new Secret("hunter22"), new Secret("abc")));
        String encoded =
                Base64.getEncoder().encodeToString("x:hunter22".getBytes(StandardCharsets.UTF_8));

        assertThat(redactor.redact("xhunter22y abc")).isEqualTo("x•••y abc");
        assertThat(redactor.redact(encoded)).contains(Redactor.MASK);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    https://api.telegram.org/bot{T}/getMe       | https://api.telegram.org/bot•••/getMe
                    token {T} is wrong                          | token ••• is wrong
                    redis://:hunter2@127.0.0.1:6379/0           | redis://:•••@127.0.0.1:6379/0
                    postgres://me:h@nter2@db/x failed           | postgres://me:•••@db/x failed
                    https://9f8a7b6c5d4e3f2a@sentry.example/1   | https://•••@sentry.example/1
                    https://AbCdEfGhIjKlMnOp@sentry.example/1   | https://•••@sentry.example/1
                    Authorization: Bearer abcdefgh12345678      | Authorization: Bearer •••
                    authorization: Basic dXNlcjpwYXNz           | authorization: Basic •••
                    proxy said Basic Omh1bnRlcjI=               | proxy said Basic •••
                    Cookie: session=8f7a6b; lang=de             | Cookie: session=•••; lang=de
                    password=hunter2 user=anna                  | password=••• user=anna
                    DB_PASSWORD=hunter                          | DB_PASSWORD=•••
                    {"password":"hunter 2","user":"anna"}       | {"password":"•••","user":"anna"}
                    {"apiKey": "x"}                             | {"apiKey": "•••"}
                    "{\\"token\\":\\"hunter2\\"}"               | "{\\"token\\":\\"•••\\"}"
                    password: hunter2                           | password: •••
                    password: abc123                            | password: •••
                    {'password': 'hunter'}                      | {'password': '•••'}
                    client_secret='a b c'                       | client_secret='•••'
                    ?api_key=abc&x=1                            | ?api_key=•••&x=1
                    mysqldump --password hunter2 shop           | mysqldump --password ••• shop
                    mysqldump --password=hunter2 shop           | mysqldump --password=••• shop
                    key {AWS} was used                          | key ••• was used
                    remote {GH} rejected                        | remote ••• rejected
                    jwt {JWT} expired                           | jwt ••• expired
                    using {SK}                                  | using •••
                    """)
    void secretsAreSeenByTheirShape(String line, String expected) {
        assertThat(blind.redact(filled(line))).isEqualTo(expected);
    }

    private static String filled(String line) {
        return line.replace("{T}", TOKEN)
                .replace("{AWS}", "AKIA" + "ABCDEFGHIJKLMNOP")
                .replace("{GH}", "ghp_" + "a1B2".repeat(9))
                .replace("{SK}", "sk-" + "proj-a1B2".repeat(4))
                .replace("{JWT}", "eyJ" + "hbGciOiJI.eyJzdWIiOiIx.SflKxwRJSM");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "TypeError: YclientsClient is not a constructor",
                "SyntaxError: Unexpected token } in JSON at position 4",
                "Unexpected token: ')'",
                "SyntaxError: Unexpected token: 'export'",
                "invalid token: expired",
                "password authentication failed for user \"anna\"",
                "sshd[812]: Failed password for root from 203.0.113.7 port 52044 ssh2",
                "sshd[812]: Accepted publickey for deploy from 203.0.113.7 port 52044 ssh2: RSA SHA256:AAAAC3NzaC1lZDI1NTE5",
                "Basic authentication required",
                "Bearer token missing or malformed",
                "WWW-Authenticate: Basic realm=\"pikett\"",
                "git clone ssh://git@github.com/acme/shop.git",
                "GET http://127.0.0.1:3000/health 200 12ms",
                "max_tokens=4096 tokens: 512 token_type=bearer",
                "{\"token\":null,\"password\":\"\"}",
                "2026-11-21T03:14:15.926Z level=info request=01JD8Z4Q6W8F4N7T2B5C9X3V1M took=12",
                "bull:messages:wait 162 jobs, id 1234567890:42",
                "commit 5d75d6a7c0e1f2a3b4c5d6e7f8a9b0c1d2e3f4a5",
                "connect ECONNREFUSED 127.0.0.1:6379",
                "the secret is out: we like logs",
                "no such user: password-reset@example.org",
                "ssh://averylongusername@203.0.113.7/x",
                "ssh://AVERYLONGUSERNAME@203.0.113.7/x",
                "ssh://user1@203.0.113.7/x",
                "mysqldump --password --host db shop",
                "password: abc12",
                "-----BEGIN CERTIFICATE-----",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----"
            })
    void ordinaryLinesStay(String line) {
        assertThat(blind.redact(line)).isEqualTo(line);
        assertThat(knowing.redact(line)).isEqualTo(line);
    }

    @Test
    void aPrivateKeyGoesAndWhatIsAroundItStays() {
        String key =
                "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\nAAAB\n-----END OPENSSH PRIVATE KEY-----";

        assertThat(blind.redact("before\n" + key + "\nafter"))
                .isEqualTo(
                        "before\n-----BEGIN OPENSSH PRIVATE KEY-----•••-----END OPENSSH PRIVATE KEY-----\nafter");
    }

    @Test
    void aPrivateKeyWithoutAnEndGoesToo() {
        assertThat(
                        blind.redact(
                                "-----BEGIN PRIVATE KEY-----\nMIIEvQIBADANBgkqhkiG9w0B\nAQEFAASCBKcwggSjAgEAAoIB\nDone, said the log."))
                .isEqualTo("-----BEGIN PRIVATE KEY-----•••Done, said the log.");
    }

    @Test
    void twoBeginningsAreOneKeyAndAKeyIsOfBoundedLength() {
        String begin = "-----BEGIN PRIVATE KEY-----";
        String end = "-----END PRIVATE KEY-----";
        String longest = "!".repeat(32 * 1024);

        assertThat(blind.redact(begin + "AAAA" + begin + end)).isEqualTo(begin + "•••" + end);
        assertThat(blind.redact(begin + longest + end)).isEqualTo(begin + "•••" + end);
        assertThat(blind.redact(begin + longest + "!" + end))
                .isEqualTo(begin + "•••" + longest + "!" + end);
    }

    @Test
    void theEndOfAPrivateKeyTakesEveryLetterOfItAlong() {
        String end = "-----END PRIVATE KEY-----";

        assertThat(blind.redact(end + "\nafter")).isEqualTo(end + "\nafter");
        assertThat(blind.redact("n" + end)).isEqualTo("•••" + end);
        for (String letter : List.of("a", "z", "A", "Z", "0", "9", "+", "/", "=")) {
            assertThat(blind.redact("before\n" + letter.repeat(20) + "\n" + end))
                    .isEqualTo("before\n•••" + end);
        }
    }

    private static final String MIDDLE =
            """
            pTyGJMuHbEL31IeL2HPcHyGcFRl1SPnXNYvMIHa/2o76umfXfKm/r5kJP1VrT+1F
            Jors/6ILi8IHn5kxsC7tVO/HbkQfyy/KV5zjR3j1twdTKWTddB+XhkAS1voQG6yy
            zyN9zHYIa4UOrGNATMuDJawTgsu8PO+799nKSNrh9UCauSDmLhuVtcqcYezdZ/tD\
            """;

    @Test
    void aPrivateKeyWhoseFirstLineIsCutOffGoes() {
        String rest = MIDDLE + "\nDj8hYs5suK==\n-----END PRIVATE KEY-----";

        assertThat(blind.redact("all is ready.\n" + rest + "\nafter"))
                .isEqualTo("all is ready.\n•••-----END PRIVATE KEY-----\nafter");
        assertThat(blind.redact("key: \"" + rest.replace("\n", "\\n") + "\""))
                .isEqualTo("key: \"•••-----END PRIVATE KEY-----\"");
        assertThat(blind.redact("key: \"" + rest.replace("\n", "\\r\\n") + "\""))
                .isEqualTo("key: \"•••-----END PRIVATE KEY-----\"");
    }

    @Test
    void onlyTheMiddleOfAPrivateKeyGoes() {
        assertThat(blind.redact(MIDDLE)).isEqualTo("•••");
        assertThat(blind.redact("before\n" + MIDDLE.replace("\n", "\r\n") + "\r\nafter it"))
                .isEqualTo("before\n•••\r\nafter it");
        assertThat(blind.redact(MIDDLE.lines().findFirst().orElseThrow())).isEqualTo("•••");
    }

    @Test
    void sumsAndOrdinaryLinesAreNoKeys() {
        String lines =
                """
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855
                TypeError: YclientsClient is not a constructor
                /srv/app/node_modules/library/dist/connection/ConnectionManager1.js is missing
                """;

        assertThat(blind.redact(lines)).isEqualTo(lines);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void redactingTwiceChangesNothingMore(long seed) {
        Random random = new Random(seed);
        List<String> pieces =
                List.of(
                        "password",
                        "=",
                        ":",
                        " ",
                        "\"",
                        "'",
                        "\\",
                        TOKEN,
                        "hunter2",
                        "abcd",
                        "://",
                        "@",
                        "https",
                        "bearer ",
                        "basic ",
                        "dXNlcjpwYXNz",
                        "•••",
                        "\n",
                        "{",
                        "}",
                        ",",
                        "token",
                        "-----BEGIN PRIVATE KEY-----",
                        "-----END PRIVATE KEY-----",
                        "--",
                        "authorization",
                        "cookie: a=",
                        "eyJhbGciOiJI.eyJzdWIiOiIx.SflKxwRJSM",
                        "sk-aaaaaaaaaaaaaaaaaaaaaaa1");
        for (int round = 0; round < 3000; round++) {
            String text =
                    IntStream.range(0, 1 + random.nextInt(12))
                            .mapToObj(_ -> pieces.get(random.nextInt(pieces.size())))
                            .collect(Collectors.joining());
            String once = knowing.redact(text);
            assertThat(once).doesNotContain(TOKEN);
            assertThat(knowing.redact(once)).as("of %s", text).isEqualTo(once);
        }
    }
}
