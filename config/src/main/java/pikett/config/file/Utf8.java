package pikett.config.file;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import pikett.config.shape.Position;
import pikett.config.shape.Reading;

/// Bytes as text, strictly: a byte that is not UTF-8 is a problem with a place, not a question mark.
final class Utf8 {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    static Optional<String> decode(byte[] content, Reading reading) {
        CharsetDecoder decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(content.length);
        CoderResult result = decoder.decode(ByteBuffer.wrap(content), text, true);
        String decoded = text.flip().toString();
        if (result.isError()) {
            reading.problem(
                    Position.after(decoded), "this is not UTF-8 text", "save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(
                !decoded.isEmpty() && decoded.charAt(0) == BYTE_ORDER_MARK
                        ? decoded.substring(1)
                        : decoded);
    }
}
