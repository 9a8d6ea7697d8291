package pikett.bot.command;

import java.util.Optional;
import pikett.bot.language.Phrases;
import pikett.bot.runbook.Pressed;
import pikett.bot.runbook.Presser;
import pikett.bot.runbook.RunDesk;
import pikett.bot.runbook.Ticket;

/// Takes the buttons of offers and runs to the desk, and tells the person in a line what came of it.
public final class RunRedeemer implements Redeemer {
    private final RunDesk desk;

    public RunRedeemer(RunDesk desk) {
        this.desk = desk;
    }

    @Override
    public void redeem(Press press, Answer answer) {
        Request request = press.request();
        Optional<Ticket> ticket = Ticket.parse(press.nonce());
        Pressed pressed =
                ticket.isEmpty()
                        ? new Pressed.Gone()
                        : desk.press(
                                ticket.get(),
                                new Presser(
                                        request.person(), answer.destination(), answer.subject()));
        press.toast().say(ActText.pressed(pressed, Phrases.in(request.language()), request.zone()));
    }
}
