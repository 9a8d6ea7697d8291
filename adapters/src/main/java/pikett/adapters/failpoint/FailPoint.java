package pikett.adapters.failpoint;

import java.util.function.Consumer;

/// A place on the way of an alert, a message or a command at which it matters whether the process dies
/// just there.
///
/// Passing one costs a read. Only tests set the trap, in a process of their own: no configuration, property
/// or environment reaches it, and an architecture test holds that nothing in the program calls
/// [#trap(Consumer)].
public enum FailPoint {
    /// P1: the body of an alert is read in part.
    BODY_HALF_READ,
    /// P2: the alert is understood; its transaction is not begun.
    BEFORE_TRANSACTION,
    /// P3: everything is written; nothing is committed.
    BEFORE_COMMIT,
    /// P4: it is durable; the sender was not answered.
    ACCEPTED,
    /// P5: the sender has its 200.
    ANSWERED,
    /// P6: the attempt at a delivery is written down; nothing was sent.
    CLAIMED,
    /// P7: the head of the call to Telegram is out.
    HEADERS_OUT,
    /// P8: the whole call is out; no answer has come.
    BODY_OUT,
    /// P9: the answer has begun to come.
    RESPONSE_HALF_READ,
    /// P10: the sender has returned; its outcome is only in memory.
    RETURNED,
    /// P11: the outcome is durable; nobody was told.
    RECORDED,
    /// P12: the text of a message has arrived; its file was not sent.
    BETWEEN_PARTS,
    /// C1: updates were fetched; none is kept.
    UPDATE_FETCHED,
    /// C2: the updates are durable; Telegram was not told so.
    INBOX_COMMITTED,
    /// C3: the intent is durable; nothing has started.
    INTENT_COMMITTED,
    /// C4: the command was handed over.
    EXEC_SENT,
    /// C5: some of the command's output has come.
    MID_OUTPUT,
    /// C6: the run is over; its result is not durable.
    BEFORE_RESULT_COMMIT,
    /// C7: its result is durable; nobody was told.
    BEFORE_REPLY,
    /// A1: the last agreement that was missing is taken; nothing is committed.
    APPROVAL_TAKEN;

    private static volatile Consumer<FailPoint> trap = _ -> {};

    /// From now on every passing of a point is handed to this, which may end the process.
    public static void trap(Consumer<FailPoint> trap) {
        FailPoint.trap = trap;
    }

    /// The program has come here.
    public void pass() {
        trap.accept(this);
    }
}
