package pikett.config.section;

import static pikett.config.shape.YamlNode.Type.TEXT;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import pikett.config.ChannelConfig;
import pikett.config.Language;
import pikett.config.Secret;
import pikett.config.shape.Key;
import pikett.config.shape.Listed;
import pikett.config.shape.Named;
import pikett.config.shape.Parsed;
import pikett.config.shape.Reading;
import pikett.config.shape.Scalar;
import pikett.config.shape.Scalars;
import pikett.config.shape.SecretText;
import pikett.config.shape.Section;
import pikett.config.shape.Values;
import pikett.config.shape.Variants;

/// `notify.channels`: ways out beside Telegram.
final class ChannelSection {
    private static final String ADDRESS =
            "[A-Za-z0-9.!#$%&'*+/=?^_{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";

    private static final Key<Optional<Language>> LANGUAGE =
            Key.optional(
                    "language",
                    Scalars.oneOf(Language.class),
                    "Language of what is said there; without it that of the first chat.");
    private static final Key<Optional<ZoneId>> TIME_ZONE =
            Key.optional(
                    "time-zone",
                    Scalars.timeZone(),
                    "The time zone in which times are written; without it that of the first chat.");

    private static final Key<URI> SMTP =
            Key.required(
                            "smtp",
                            Scalars.address(
                                            "an address such as smtps://mail.example.org",
                                            "smtps",
                                            "smtp")
                                    .obeying(ChannelSection::server),
                            "The mail server: smtps:// for TLS from the beginning (port 465), smtp:// for"
                                    + " STARTTLS (port 587), which only a server on this machine (port 25)"
                                    + " may do without.")
                    .example("smtps://mail.example.org");
    private static final Key<Optional<String>> USER =
            Key.optional("user", Scalars.text("a name"), "Who logs in; needs a password.");
    private static final Key<Optional<Secret>> PASSWORD =
            Key.optional(
                            "password",
                            secret("the password of the mail account", ".+"),
                            "The password, better as a reference to where it lies.")
                    .example("${file:/etc/pikett/smtp}");
    private static final Key<Optional<String>> FROM =
            Key.optional(
                            "from",
                            address(),
                            "The sender's address; without it the user if that is one, else pikett@ the"
                                    + " server.")
                    .example("pikett@example.org");
    private static final Key<List<String>> TO =
            Key.required("to", new Listed<>(address(), 1), "Addresses of those who are told.")
                    .example(List.of("oncall@example.org"));
    private static final Section<ChannelConfig> MAIL =
            Section.<ChannelConfig>of(
                            "Mail.",
                            ChannelSection::mail,
                            SMTP,
                            USER,
                            PASSWORD,
                            FROM,
                            TO,
                            LANGUAGE,
                            TIME_ZONE)
                    .checking(ChannelSection::checkLogin);

    /// How a webhook is told.
    private enum Format {
        JSON,
        NTFY,
        SLACK
    }

    private static final Key<Secret> WEBHOOK =
            Key.required(
                            "webhook",
                            Urls.hook("an address such as https://ntfy.example.org/pikett"),
                            "Where to post. An address that is a secret itself, as Slack's are, is better"
                                    + " written as a reference to where it lies.")
                    .example("https://ntfy.example.org/pikett");
    private static final Key<Optional<Secret>> BEARER =
            Key.optional(
                            "bearer",
                            secret("a token in printable characters without spaces", "[!-~]+"),
                            "Sent as `Authorization: Bearer …`.")
                    .example("${env:NTFY_TOKEN}");
    private static final Key<Format> FORMAT =
            Key.defaulting(
                    "format",
                    Scalars.oneOf(Format.class),
                    TEXT,
                    "json",
                    "json: Pikett's own, or by the template. ntfy: text with title, priority and tags."
                            + " slack: {\"text\": …}.");
    private static final Key<Optional<String>> TEMPLATE =
            Key.optional(
                            "template",
                            TemplateShape.template(),
                            "JSON in whose texts {number} {status} {severity} {title} {text} {labels}"
                                    + " {link} are filled in.")
                    .example("{\"summary\": \"{title}\"}");
    private static final Section<ChannelConfig> HOOK =
            Section.<ChannelConfig>of(
                            "An address to which is posted.",
                            ChannelSection::webhook,
                            WEBHOOK,
                            BEARER,
                            FORMAT,
                            TEMPLATE,
                            LANGUAGE,
                            TIME_ZONE)
                    .checking(ChannelSection::checkTemplate);

    static final Key<Map<String, ChannelConfig>> KEY =
            Key.orElse(
                    "channels",
                    new Named<>(
                            Kinds.CHANNEL,
                            new Variants<>(
                                    "A way out beside Telegram.",
                                    Sections.ordered("smtp", MAIL, "webhook", HOOK))),
                    Map.of(),
                    "Ways out beside Telegram, each under a name that routes and `fallback` use.");

    private ChannelSection() {}

    private static Scalar<String> address() {
        return Scalars.matching("a mail address such as oncall@example.org", ADDRESS);
    }

    private static SecretText secret(String expected, String pattern) {
        return new SecretText(
                expected,
                pattern,
                text ->
                        text.matches(pattern)
                                ? Parsed.good(text)
                                : Parsed.bad("this cannot be used here", "write " + expected),
                List::of);
    }

    private static Parsed<URI> server(URI uri) {
        boolean bare = uri.getRawPath().isEmpty() || uri.getRawPath().equals("/");
        return bare && uri.getRawQuery() == null && uri.getPort() != 0
                ? Parsed.good(uri)
                : Parsed.bad(
                        "this is more than a mail server",
                        "write smtps://host or smtps://host:port, and nothing behind it");
    }

    private static ChannelConfig mail(Values values) {
        URI server = values.get(SMTP);
        Optional<String> user = values.get(USER);
        String from =
                values.get(FROM)
                        .or(() -> user.filter(name -> name.matches(ADDRESS)))
                        .orElse("pikett@" + domain(server.getHost()));
        Optional<ChannelConfig.Login> login =
                user.flatMap(name ->
                        values.get(PASSWORD)
                                .map(password -> new ChannelConfig.Login(name, password)));
        return new ChannelConfig.Mail(server, login, from, values.get(TO), reader(values));
    }

    /// An address of the network stands in brackets in one of mail (RFC 5321, 4.1.3).
    private static String domain(String host) {
        if (host.startsWith("[")) {
            return "[IPv6:" + host.substring(1);
        }
        return host.matches("[0-9.]+") ? "[" + host + "]" : host;
    }

    private static ChannelConfig webhook(Values values) {
        ChannelConfig.Form form =
                switch (values.get(FORMAT)) {
                    case JSON -> new ChannelConfig.Form.Json(values.get(TEMPLATE));
                    case NTFY -> new ChannelConfig.Form.Ntfy();
                    case SLACK -> new ChannelConfig.Form.Slack();
                };
        return new ChannelConfig.Webhook(
                values.get(WEBHOOK), values.get(BEARER), form, reader(values));
    }

    private static ChannelConfig.Reader reader(Values values) {
        return new ChannelConfig.Reader(values.get(LANGUAGE), values.get(TIME_ZONE));
    }

    private static void checkLogin(Values values, Reading reading) {
        if (values.get(USER).isPresent() != values.get(PASSWORD).isPresent()) {
            reading.problem(
                    values.at(values.get(USER).isPresent() ? USER : PASSWORD),
                    "a login needs both `user` and `password`",
                    "write both, or none of them");
        }
    }

    private static void checkTemplate(Values values, Reading reading) {
        if (values.get(TEMPLATE).isPresent() && values.get(FORMAT) != Format.JSON) {
            reading.problem(
                    values.at(TEMPLATE),
                    "a template is JSON, and the format is another one",
                    "remove it, or write `format: json`");
        }
    }

    /// The names of chats and of channels stand beside each other in routes.
    ///
    /// @param chats names of chats; of admins, where there are none
    static void checkNames(
            Set<String> chats, Map<String, ChannelConfig> channels, Values root, Reading reading) {
        for (String name : channels.keySet()) {
            if (chats.contains(name)) {
                reading.problem(
                        root.written().at("notify", "channels", name),
                        "notify.channels: %s is called so already, and a route could mean both"
                                .formatted(name),
                        "give the channel another name");
            }
        }
    }
}
