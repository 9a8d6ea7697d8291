package pikett.adapters.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import java.io.OutputStream;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import pikett.adapters.mail.MailResult.Step;

/// The library's transport, which also says how far it came: only after the last byte of the text may the
/// server have the message.
///
/// Used by one thread; its step may be read by others.
final class SteppedTransport extends SMTPTransport {
    private volatile Step step = Step.REACH;

    SteppedTransport(Session session, URLName place, boolean tls) {
        super(session, place, "smtp", tls);
    }

    Step step() {
        return step;
    }

    @Override
    protected boolean ehlo(String domain) throws MessagingException {
        if (step == Step.REACH) {
            step = Step.GREETING;
        }
        boolean understood = super.ehlo(domain);
        step = Step.LOGIN;
        return understood;
    }

    @Override
    protected void startTLS() throws MessagingException {
        step = Step.TLS;
        super.startTLS();
        step = Step.GREETING;
    }

    @Override
    protected void mailFrom() throws MessagingException {
        step = Step.ENVELOPE;
        super.mailFrom();
    }

    @Override
    protected OutputStream data() throws MessagingException {
        step = Step.TEXT;
        return super.data();
    }

    @Override
    protected void finishData() throws java.io.IOException, MessagingException {
        step = Step.END;
        super.finishData();
    }
}
