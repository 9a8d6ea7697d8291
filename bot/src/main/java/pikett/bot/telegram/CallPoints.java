package pikett.bot.telegram;

import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.Request;
import pikett.adapters.failpoint.FailPoint;

/// The points of a call at which a crash makes a difference.
final class CallPoints extends EventListener {
    @Override
    public void requestHeadersEnd(Call call, Request request) {
        FailPoint.HEADERS_OUT.pass();
    }

    @Override
    public void requestBodyEnd(Call call, long byteCount) {
        FailPoint.BODY_OUT.pass();
    }

    @Override
    public void responseBodyStart(Call call) {
        FailPoint.RESPONSE_HALF_READ.pass();
    }
}
