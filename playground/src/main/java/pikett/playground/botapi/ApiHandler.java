package pikett.playground.botapi;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import pikett.playground.botapi.fault.Fault;
import pikett.playground.botapi.fault.Faults;
import pikett.playground.telegram.BotSide;
import pikett.playground.telegram.Refused;
import pikett.playground.telegram.message.StoredFile;

/// Finds the method or the file that a request is for. Safe for any thread; each request has a
/// virtual thread of its own.
final class ApiHandler extends Handler.Abstract {
    private static final Pattern METHOD = Pattern.compile("/bot([^/]+)/([^/]*)/?");
    private static final Pattern FILE = Pattern.compile("/file/bot([^/]+)/(.+)");

    private final BotSide bot;
    private final String token;
    private final CallReader reader;
    private final Faults faults;
    private final CountDownLatch closing;
    private final Map<String, Method> methods = new HashMap<>();

    ApiHandler(BotSide bot, BotApiSettings settings, Faults faults, CountDownLatch closing) {
        this.bot = bot;
        this.token = settings.token();
        this.reader = new CallReader(settings.limits().request());
        this.faults = faults;
        this.closing = closing;
        methods.putAll(new UpdateMethods(bot.polling()).all());
        methods.putAll(new MessageMethods(bot).all());
        methods.putAll(new ChatMethods(bot).all());
        methods.putAll(new MenuMethods(bot.menu()).all());
        methods.putAll(new FileMethods(bot, settings.limits()).all());
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback)
            throws IOException {
        Wire wire = new Wire(request, response, closing);
        String path = request.getHttpURI().getDecodedPath();
        Matcher file = FILE.matcher(path);
        if (file.matches()) {
            download(file.group(1), file.group(2), wire, callback);
            return true;
        }
        Matcher method = METHOD.matcher(path);
        if (!method.matches()) {
            wire.write(Answer.error(404, "Not Found"), callback);
        } else if (!method.group(1).equals(token)) {
            wire.write(Answer.error(401, "Unauthorized"), callback);
        } else {
            call(method.group(2), request, wire, callback);
        }
        return true;
    }

    private void call(String name, Request request, Wire wire, Callback callback)
            throws IOException {
        Call call;
        try {
            call = reader.read(name, request);
        } catch (Refused refused) {
            wire.write(Answer.refused(refused), callback);
            return;
        }
        Optional<Fault> fault = faults.take(name, call.text("chat_id"));
        if (fault.isEmpty()) {
            wire.write(answer(call), callback);
        } else {
            Answer answer =
                    fault.get().delivered() ? answer(call) : Answer.error(500, "not delivered");
            wire.spoil(fault.get(), answer, callback);
        }
    }

    private Answer answer(Call call) {
        Method method = methods.get(call.method());
        if (method == null) {
            return Answer.error(404, "Not Found: method not found");
        }
        try {
            return Answer.ok(method.run(call));
        } catch (Refused refused) {
            return Answer.refused(refused);
        }
    }

    private void download(String given, String path, Wire wire, Callback callback) {
        Optional<StoredFile> file = bot.files().byPath(path);
        if (!given.equals(token)) {
            wire.write(Answer.error(401, "Unauthorized"), callback);
        } else if (file.isEmpty()) {
            wire.write(Answer.error(404, "Not Found"), callback);
        } else {
            wire.write(200, "application/octet-stream", file.get().bytes(), callback);
        }
    }
}
