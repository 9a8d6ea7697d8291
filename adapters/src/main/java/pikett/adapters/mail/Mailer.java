package pikett.adapters.mail;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import pikett.adapters.mail.MailResult.Step;
import pikett.adapters.mail.MailServer.Security;

/// Gives messages to mail servers.
///
/// Never throws for what a server may do, and ends within the time it is given, however slowly the server
/// answers. Safe for use by many threads.
public final class Mailer {
    private final UnaryOperator<String> redaction;
    private final InstantSource clock;
    private final Optional<SSLSocketFactory> trust;

    /// @param redaction applied to reasons of failures
    public Mailer(UnaryOperator<String> redaction, InstantSource clock) {
        this(redaction, clock, Optional.empty());
    }

    /// @param trust other certificates than those of the platform
    Mailer(UnaryOperator<String> redaction, InstantSource clock, Optional<SSLSocketFactory> trust) {
        this.redaction = redaction;
        this.clock = clock;
        this.trust = trust;
    }

    /// What is said over a connection that is made and logged in.
    private interface Talk {
        MailResult over(Session session, SteppedTransport transport) throws MessagingException;
    }

    /// Sends a message.
    public MailResult send(MailServer server, Mail mail, Duration within) {
        return talk(
                server,
                within,
                (session, transport) -> {
                    MimeMessage message = message(session, mail);
                    transport.sendMessage(message, message.getAllRecipients());
                    return new MailResult.Taken(List.of());
                });
    }

    /// Does all that comes before a message, and sends none.
    public MailResult probe(MailServer server, Duration within) {
        return talk(
                server,
                within,
                (_, transport) ->
                        transport.isConnected()
                                ? new MailResult.Taken(List.of())
                                : new MailResult.NotTaken(
                                        Step.LOGIN, "it hung up after the login", false));
    }

    private MailResult talk(MailServer server, Duration within, Talk talk) {
        Session session = Session.getInstance(properties(server, within));
        URLName place = new URLName("smtp", server.host(), server.port(), null, null, null);
        SteppedTransport transport =
                new SteppedTransport(session, place, server.security() == Security.TLS);
        FutureTask<MailResult> task =
                new FutureTask<>(() -> talk(server, session, transport, talk));
        // In a thread of its own: interrupting a virtual thread closes the socket that it waits
        // for.
        Thread.ofVirtual().name("mail-", 0).start(task);
        try {
            return task.get(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            return cutOff(
                    transport,
                    "%s did not finish within %d s".formatted(server.place(), within.toSeconds()));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return cutOff(transport, "given up");
        } catch (ExecutionException e) {
            throw new IllegalStateException("the mail library failed", e.getCause());
        } finally {
            task.cancel(true);
        }
    }

    private static MailResult cutOff(SteppedTransport transport, String reason) {
        Step step = transport.step();
        return step == Step.END
                ? new MailResult.Unclear(reason)
                : new MailResult.NotTaken(step, reason, false);
    }

    private MailResult talk(
            MailServer server, Session session, SteppedTransport transport, Talk talk) {
        try {
            transport.connect(
                    server.host(),
                    server.port(),
                    server.login().map(MailServer.Login::user).orElse(null),
                    server.login().map(login -> login.password().reveal()).orElse(null));
            return talk.over(session, transport);
        } catch (MessagingException e) {
            return MailFailures.of(e, transport, server, redaction);
        } finally {
            hangUp(transport);
        }
    }

    private static void hangUp(SteppedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException _) {
            // What became of the message is known by now.
        }
    }

    private Properties properties(MailServer server, Duration within) {
        Properties properties = new Properties();
        String wait = Long.toString(within.toMillis());
        properties.put("mail.smtp.connectiontimeout", wait);
        properties.put("mail.smtp.timeout", wait);
        properties.put("mail.smtp.writetimeout", wait);
        properties.put("mail.smtp.auth", Boolean.toString(server.login().isPresent()));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.starttls.enable", "true");
        properties.put(
                "mail.smtp.starttls.required",
                Boolean.toString(server.security() == Security.STARTTLS));
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        properties.put("mail.smtp.ssl.protocols", "TLSv1.3 TLSv1.2");
        // The others shall hear of it also when one address is wrong.
        properties.put("mail.smtp.sendpartial", "true");
        // The name of this machine would cost a look-up, and is nobody's business.
        properties.put("mail.smtp.localhost", "[127.0.0.1]");
        properties.put("mail.smtp.quitwait", "false");
        trust.ifPresent(factory -> properties.put("mail.smtp.ssl.socketFactory", factory));
        return properties;
    }

    private MimeMessage message(Session session, Mail mail) throws MessagingException {
        MimeMessage message = new Identified(session, mail.id());
        message.setFrom(new InternetAddress(mail.from(), false));
        for (String address : mail.to()) {
            message.addRecipient(Message.RecipientType.TO, new InternetAddress(address, false));
        }
        message.setSubject(mail.subject(), "UTF-8");
        message.setText(mail.text(), "UTF-8");
        message.setSentDate(Date.from(clock.instant()));
        // No holiday note shall answer it (RFC 3834).
        message.setHeader("Auto-Submitted", "auto-generated");
        if (mail.important()) {
            message.setHeader("Importance", "high");
            message.setHeader("X-Priority", "1");
        }
        if (mail.inReplyTo().isPresent()) {
            message.setHeader("In-Reply-To", mail.inReplyTo().get());
            message.setHeader("References", mail.inReplyTo().get());
        }
        message.saveChanges();
        return message;
    }

    /// A message with an id of ours: who gets it twice sees that it is the same.
    private static final class Identified extends MimeMessage {
        private final @Nullable String id;

        Identified(Session session, String id) {
            super(session);
            this.id = id;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", id);
        }
    }
}
