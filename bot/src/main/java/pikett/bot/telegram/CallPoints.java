package pikett.bot.telegram;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import pikett.adapters.failpoint.FailPoint;

/// The points of a call that tells somebody something, at which a crash makes a difference. Calls that
/// nobody reads, such as `getMe`, have none: whoever waits at a point means a message.
final class CallPoints extends EventListener {
    @Override
    public void requestHeadersEnd(Call call, Request request) {
        passIfTold(call, FailPoint.HEADERS_OUT);
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        passIfTold(call, FailPoint.BODY_OUT);
    }

    @Override
    public void responseBodyStart(Call call) {
        passIfTold(call, FailPoint.RESPONSE_HALF_READ);
    }

    private static void passIfTold(Call call, FailPoint point) {
        if (call.request().url().pathSegments().getLast().startsWith("send")) {
            point.pass();
        }
    }
}
