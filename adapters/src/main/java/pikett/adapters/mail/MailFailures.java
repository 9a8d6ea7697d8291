package pikett.adapters.mail;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;
import pikett.adapters.mail.MailResult.Step;

/// Says why a message was not taken.
final class MailFailures {
    private static final int LONGEST = 300;
    private static final int FOR_GOOD = 500;
    private static final int FOR_NOW = 400;

    private MailFailures() {}

    static MailResult of(
            MessagingException failure,
            SteppedTransport transport,
            MailServer server,
            UnaryOperator<String> redaction) {
        if (failure instanceof SendFailedException partly && sent(partly)) {
            return new MailResult.Taken(refused(partly, redaction));
        }
        List<Throwable> causes = causes(failure);
        Step step = step(transport.step(), causes);
        Optional<String> broken = broken(causes, server);
        if (broken.isPresent()) {
            return step == Step.END
                    ? new MailResult.Unclear(broken.get())
                    : new MailResult.NotTaken(step, broken.get(), false);
        }
        int code = transport.getLastReturnCode();
        boolean answered = code >= FOR_NOW;
        String words = redaction.apply(words(answered, transport, failure));
        if (step == Step.END && !answered) {
            return new MailResult.Unclear(words);
        }
        return new MailResult.NotTaken(step, words, answered && code >= FOR_GOOD);
    }

    private static Step step(Step reached, List<Throwable> causes) {
        boolean tls = causes.stream().anyMatch(SSLException.class::isInstance);
        return tls && reached.compareTo(Step.LOGIN) < 0 ? Step.TLS : reached;
    }

    /// Why there is no answer; empty when the server said something.
    private static Optional<String> broken(List<Throwable> causes, MailServer server) {
        for (Throwable cause : causes) {
            Optional<String> words =
                    Optional.ofNullable(
                            switch (cause) {
                                case UnknownHostException _ -> "no address for " + server.host();
                                case SSLException tls ->
                                        "the TLS of %s is not acceptable: %s"
                                                .formatted(server.place(), tls.getMessage());
                                case SocketTimeoutException _ -> "no answer from " + server.place();
                                case ConnectException _ ->
                                        "connection refused by " + server.place();
                                case java.io.IOException _ ->
                                        "the connection to %s broke off".formatted(server.place());
                                default -> null;
                            });
            if (words.isPresent()) {
                return words;
            }
        }
        return Optional.empty();
    }

    private static String words(
            boolean answered, SteppedTransport transport, MessagingException failure) {
        String said =
                answered
                        ? String.valueOf(transport.getLastServerResponse())
                        : String.valueOf(failure.getMessage());
        String line = said.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…";
    }

    private static boolean sent(SendFailedException failure) {
        Address @Nullable [] sent = failure.getValidSentAddresses();
        return sent != null && sent.length > 0;
    }

    private static List<String> refused(
            SendFailedException failure, UnaryOperator<String> redaction) {
        Address @Nullable [] invalid = failure.getInvalidAddresses();
        Address @Nullable [] unsent = failure.getValidUnsentAddresses();
        List<String> refused = new ArrayList<>();
        for (Address @Nullable [] some : Arrays.asList(invalid, unsent)) {
            if (some != null) {
                Arrays.stream(some).map(Address::toString).map(redaction).forEach(refused::add);
            }
        }
        return refused;
    }

    private static List<Throwable> causes(MessagingException failure) {
        List<Throwable> causes = new ArrayList<>();
        @Nullable Throwable cause = failure;
        while (cause != null && !causes.contains(cause)) {
            causes.add(cause);
            cause =
                    cause instanceof MessagingException outer && outer.getNextException() != null
                            ? outer.getNextException()
                            : cause.getCause();
        }
        return causes;
    }
}
