package pikett.bot.service;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The end of a notify socket that systemd has: a datagram socket of this machine, and what came there.
public final class Notified implements AutoCloseable {
    private static final int UNIX = 1;
    private static final int DATAGRAM = 2;
    private static final int AT_ONCE = 0x40;
    private static final int LONGEST = 4096;

    private final Arena arena = Arena.ofShared();
    private final MethodHandle receive =
            function(
                    "recv",
                    FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    private final MethodHandle close = function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    private final MemorySegment buffer = arena.allocate(LONGEST);
    private final List<String> lines = new ArrayList<>();
    private final int descriptor;

    /// @param address a path that does not exist, or `@` and a name
    public Notified(String address) {
        byte[] name = address.getBytes(StandardCharsets.UTF_8);
        MemorySegment named = arena.allocate(name.length + 3L);
        named.set(JAVA_SHORT, 0, (short) UNIX);
        MemorySegment.copy(name, 0, named, JAVA_BYTE, 2, name.length);
        boolean isAbstract = name[0] == '@';
        if (isAbstract) {
            named.set(JAVA_BYTE, 2, (byte) 0);
        }
        MethodHandle socket =
                function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        MethodHandle bind =
                function("bind", FunctionDescriptor.of(JAVA_INT, JAVA_INT, ADDRESS, JAVA_INT));
        try {
            this.descriptor = (int) socket.invokeExact(UNIX, DATAGRAM, 0);
            int bound =
                    (int) bind.invokeExact(descriptor, named, name.length + (isAbstract ? 2 : 3));
            assertThat(bound).as("bound to %s", address).isZero();
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    /// Every line so far, the first first.
    public synchronized List<String> lines() {
        try {
            while (true) {
                long length =
                        (long) receive.invokeExact(descriptor, buffer, (long) LONGEST, AT_ONCE);
                if (length < 0) {
                    return List.copyOf(lines);
                }
                byte[] datagram = buffer.asSlice(0, length).toArray(JAVA_BYTE);
                new String(datagram, StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }

    // Restricted is what leaves Java; tests are started with the permission to.
    @SuppressWarnings("restricted")
    private static MethodHandle function(String name, FunctionDescriptor type) {
        Linker linker = Linker.nativeLinker();
        return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), type);
    }

    @Override
    public synchronized void close() {
        try {
            int _ = (int) close.invokeExact(descriptor);
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
        arena.close();
    }
}
