package pikett.playground.botapi;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import pikett.playground.botapi.json.FileJson;
import pikett.playground.botapi.json.MessageJson;
import pikett.playground.telegram.BotSide;
import pikett.playground.telegram.Refused;
import pikett.playground.telegram.message.Content;
import pikett.playground.telegram.message.StoredFile;
import pikett.playground.telegram.text.FormattedText;

/// The methods that send and fetch files.
final class FileMethods {
    private final BotSide bot;
    private final FileLimits limits;

    FileMethods(BotSide bot, FileLimits limits) {
        this.bot = bot;
        this.limits = limits;
    }

    Map<String, Method> all() {
        return Map.of(
                "senddocument", this::sendDocument,
                "sendphoto", this::sendPhoto,
                "getfile", this::getFile);
    }

    private JsonNode sendDocument(Call call) {
        FormattedText caption = TextReader.caption(call);
        StoredFile file = file(call, "document", limits.upload());
        return MessageJson.of(
                bot.send(MessageMethods.outgoing(call, new Content.Document(file, caption))));
    }

    private JsonNode sendPhoto(Call call) {
        FormattedText caption = TextReader.caption(call);
        StoredFile file = file(call, "photo", limits.photo());
        return MessageJson.of(
                bot.send(MessageMethods.outgoing(call, new Content.Photo(file, caption))));
    }

    /// The file that came with the call, or one that is in the cloud already.
    private StoredFile file(Call call, String name, long bound) {
        String reference = call.text(name);
        String part =
                reference.startsWith("attach://")
                        ? reference.substring("attach://".length())
                        : name;
        Upload upload = call.uploads().get(part);
        if (upload != null) {
            return stored(upload, name, bound);
        }
        if (reference.isEmpty() || reference.startsWith("attach://")) {
            throw Refused.badRequest("there is no " + name + " in the request");
        }
        if (reference.matches("(?i)https?://.*")) {
            throw Refused.badRequest("failed to get HTTP URL content");
        }
        return bot.files()
                .byId(reference)
                .orElseThrow(() ->
                        Refused.badRequest(
                                "wrong remote file identifier specified: Wrong string length"));
    }

    private StoredFile stored(Upload upload, String name, long bound) {
        if (upload.size() == 0) {
            throw Refused.badRequest("file must be non-empty");
        }
        if (upload.size() > bound) {
            throw Refused.badRequest(
                    "file of size %d bytes is too big for a %s; the maximum size is %d bytes"
                            .formatted(upload.size(), name, bound));
        }
        return upload.storeIn(bot.files(), name + "s");
    }

    private JsonNode getFile(Call call) {
        if (!call.has("file_id")) {
            throw Refused.badRequest("file_id not specified");
        }
        StoredFile file =
                bot.files()
                        .byId(call.text("file_id"))
                        .orElseThrow(() -> Refused.badRequest("invalid file_id"));
        if (file.size() > limits.download()) {
            throw Refused.badRequest("file is too big");
        }
        return FileJson.of(file);
    }
}
