package pikett.playground.world;

import com.github.fppt.jedismock.RedisServer;
import com.github.fppt.jedismock.datastructures.Slice;
import com.github.fppt.jedismock.operations.server.MockExecutor;
import com.github.fppt.jedismock.server.Response;
import com.github.fppt.jedismock.server.ServiceOptions;
import com.github.fppt.jedismock.storage.OperationExecutorState;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;

/// The Redis of the world: an embedded server that speaks the real protocol, on a port of loopback.
final class SampleRedis {
    private SampleRedis() {}

    static RedisServer start() throws IOException {
        return RedisServer.newRedisServer(0, InetAddress.getLoopbackAddress())
                .setOptions(ServiceOptions.withInterceptor(SampleRedis::execute))
                .start();
    }

    /// The embedded server promises any version of the protocol and names it as a text. A real one
    /// that has only the second says so, and clients then ask for the second.
    private static Slice execute(
            OperationExecutorState state, String command, List<Slice> arguments) {
        if (!command.equalsIgnoreCase("hello")) {
            return MockExecutor.proceed(state, command, arguments);
        }
        boolean second = arguments.isEmpty() || arguments.getFirst().toString().equals("2");
        return second ? greeting() : Response.error("NOPROTO unsupported protocol version");
    }

    private static Slice greeting() {
        return Response.array(
                text("server"), text("redis"),
                text("version"), text("5.0.14"),
                text("proto"), Response.integer(2),
                text("mode"), text("standalone"),
                text("role"), text("master"));
    }

    private static Slice text(String value) {
        return Response.bulkString(Slice.create(value));
    }
}
