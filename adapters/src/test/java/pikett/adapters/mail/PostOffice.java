package pikett.adapters.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server that keeps what it gets: real SMTP with STARTTLS, implicit TLS and logins.
final class PostOffice implements AutoCloseable {
    static final String USER = "pikett";
    static final String PASSWORD = "hunter2-hunter2";

    /// How it is spoken to.
    enum Door {
        PLAIN,
        STARTTLS,
        TLS
    }

    final List<MimeMessage> mails = new CopyOnWriteArrayList<>();
    final List<String> recipients = new CopyOnWriteArrayList<>();

    private final HeldCertificate certificate =
            new HeldCertificate.Builder().addSubjectAlternativeName("127.0.0.1").build();
    private final SMTPServer server;

    PostOffice(Door door, boolean asksWho) throws IOException {
        HandshakeCertificates own =
                new HandshakeCertificates.Builder().heldCertificate(certificate).build();
        SMTPServer.Builder builder =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .insertReceivedHeaders(false)
                        .messageHandlerFactory(Handler::new);
        switch (door) {
            case PLAIN -> builder.enableTLS(false);
            case STARTTLS -> builder.requireTLS().startTlsSocketFactory(own.sslContext());
            case TLS -> builder.enableTLS(false).serverSocketFactory(own.sslContext());
        }
        if (asksWho) {
            builder.requireAuth()
                    .authenticationHandlerFactory(
                            new EasyAuthenticationHandlerFactory((user, password, _) -> {
                                if (!user.equals(USER) || !password.equals(PASSWORD)) {
                                    throw new LoginFailedException();
                                }
                            }));
        }
        this.server = builder.build();
        server.start();
    }

    /// A client's view of the certificate.
    HandshakeCertificates trust() {
        return new HandshakeCertificates.Builder()
                .addTrustedCertificate(certificate.certificate())
                .build();
    }

    int port() {
        return server.getPortAllocated();
    }

    @Override
    public void close() {
        server.stop();
    }

    private final class Handler implements MessageHandler {
        Handler(MessageContext context) {
            assert context != null;
        }

        @Override
        public void from(String from) throws RejectException {
            if (from.startsWith("unwanted")) {
                throw new RejectException(550, "not from you");
            }
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            if (recipient.startsWith("nobody")) {
                throw new RejectException(550, "nobody lives here");
            }
            if (recipient.startsWith("later")) {
                throw new RejectException(451, "come again");
            }
            recipients.add(recipient);
        }

        @Override
        public String data(InputStream data) throws IOException {
            try {
                byte[] bytes = data.readAllBytes();
                mails.add(
                        new MimeMessage(
                                Session.getInstance(new Properties()),
                                new ByteArrayInputStream(bytes)));
            } catch (MessagingException e) {
                throw new IOException(e);
            }
            return "kept";
        }

        @Override
        public void done() {}
    }
}
