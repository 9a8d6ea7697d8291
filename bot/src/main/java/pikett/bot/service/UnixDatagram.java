package pikett.bot.service;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.StructLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.VarHandle;
import java.nio.charset.StandardCharsets;

/// Sends datagrams to a socket in the file system or in Linux' abstract namespace. Java reaches neither: its
/// own Unix sockets are streams.
///
/// Safe for use by many threads.
final class UnixDatagram {
    private static final int UNIX = 1;
    private static final int DATAGRAM = 2;

    /// A child process must not have it.
    private static final int CLOSED_ON_EXEC = 0x80000;

    private static final int FAMILY_BYTES = 2;
    private static final int LONGEST_NAME = 107;

    private static final StructLayout CAPTURED = Linker.Option.captureStateLayout();
    private static final VarHandle ERRNO =
            CAPTURED.varHandle(StructLayout.PathElement.groupElement("errno"));

    /// What it takes of the C library; looked up when the first datagram is sent, since that takes its time.
    private static final class CLibrary {
        private static final MethodHandle SOCKET =
                function("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
        private static final MethodHandle SEND =
                function(
                        "sendto",
                        FunctionDescriptor.of(
                                JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS,
                                JAVA_INT));
        private static final MethodHandle CLOSE =
                function("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));

        // Restricted is what leaves Java; the program is started with the permission to.
        @SuppressWarnings("restricted")
        private static MethodHandle function(String name, FunctionDescriptor type) {
            Linker linker = Linker.nativeLinker();
            return linker.downcallHandle(
                    linker.defaultLookup().findOrThrow(name),
                    type,
                    Linker.Option.captureCallState("errno"));
        }
    }

    private final byte[] name;

    /// @param address a path, or `@` and a name of the abstract namespace
    /// @throws IllegalArgumentException when it is neither, or too long
    UnixDatagram(String address) {
        byte[] bytes = address.getBytes(StandardCharsets.UTF_8);
        if (!address.startsWith("/") && !address.startsWith("@")) {
            throw new IllegalArgumentException("'" + address + "' is no Unix socket");
        }
        if (bytes.length > LONGEST_NAME) {
            throw new IllegalArgumentException("'" + address + "' is too long for a Unix socket");
        }
        if (bytes[0] == '@') {
            bytes[0] = 0;
        }
        this.name = bytes;
    }

    /// Sends one; waits while nobody takes what was sent before.
    ///
    /// @return errno; 0 when it was taken
    int send(String text) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment state = arena.allocate(CAPTURED);
            int descriptor =
                    (int) CLibrary.SOCKET.invokeExact(state, UNIX, DATAGRAM | CLOSED_ON_EXEC, 0);
            if (descriptor < 0) {
                return (int) ERRNO.get(state, 0L);
            }
            try {
                return send(arena, state, descriptor, text);
            } finally {
                int _ = (int) CLibrary.CLOSE.invokeExact(state, descriptor);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("a function of the C library cannot be called", e);
        }
    }

    private int send(Arena arena, MemorySegment state, int descriptor, String text)
            throws Throwable {
        byte[] content = text.getBytes(StandardCharsets.UTF_8);
        MemorySegment address = arena.allocate(FAMILY_BYTES + name.length + 1L);
        address.set(JAVA_SHORT, 0, (short) UNIX);
        MemorySegment.copy(name, 0, address, JAVA_BYTE, FAMILY_BYTES, name.length);
        // A name of the abstract namespace is as long as it says; a path ends with a zero.
        int length = FAMILY_BYTES + name.length + (name[0] == 0 ? 0 : 1);
        long sent =
                (long)
                        CLibrary.SEND.invokeExact(
                                state,
                                descriptor,
                                arena.allocateFrom(JAVA_BYTE, content),
                                (long) content.length,
                                0,
                                address,
                                length);
        return sent < 0 ? (int) ERRNO.get(state, 0L) : 0;
    }
}
