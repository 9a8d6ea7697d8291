package pikett.bot.channel;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CopyOnWriteArrayList;
import org.subethamail.smtp.server.SMTPServer;

/// A mail server on this machine that keeps what it gets.
public final class Mailbox implements AutoCloseable {
    private final List<Got> mails = new CopyOnWriteArrayList<>();
    private final SMTPServer server;

    /// A mail that arrived.
    ///
    /// @param inReplyTo empty when it answers none
    public record Got(String id, String inReplyTo, String subject, String text) {}

    public Mailbox() {
        this.server =
                SMTPServer.port(0)
                        .bindAddress(InetAddress.getLoopbackAddress())
                        .hostName("localhost")
                        .enableTLS(false)
                        .insertReceivedHeaders(false)
                        .messageHandler((_, _, _, data) -> mails.add(got(data)))
                        .build();
        server.start();
    }

    private static Got got(byte[] data) {
        try {
            MimeMessage mail =
                    new MimeMessage(
                            Session.getInstance(new Properties()), new ByteArrayInputStream(data));
            return new Got(
                    mail.getMessageID(),
                    String.valueOf(mail.getHeader("In-Reply-To", ",")),
                    mail.getSubject(),
                    mail.getContent().toString().replace("\r\n", "\n").strip());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException("not a mail", e);
        }
    }

    /// `host:port`.
    public String address() {
        return "127.0.0.1:" + server.getPortAllocated();
    }

    public List<Got> mails() {
        return List.copyOf(mails);
    }

    @Override
    public void close() {
        server.stop();
    }
}
