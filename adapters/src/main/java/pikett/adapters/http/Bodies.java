package pikett.adapters.http;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import okhttp3.MediaType;
import okhttp3.ResponseBody;

/// Reads answers without trusting their length.
final class Bodies {
    private Bodies() {}

    /// At most so many bytes of the body, as text.
    static Kept read(ResponseBody body, int cap) throws IOException {
        byte[] bytes = body.byteStream().readNBytes(cap + 1);
        int kept = Math.min(bytes.length, cap);
        return new Kept(new String(bytes, 0, kept, charset(body)), bytes.length > cap);
    }

    private static Charset charset(ResponseBody body) {
        MediaType type = body.contentType();
        Charset charset = type == null ? null : type.charset();
        return charset == null ? StandardCharsets.UTF_8 : charset;
    }

    /// @param truncated whether there was more
    record Kept(String text, boolean truncated) {}
}
