package pikett.adapters.local;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.InvocationTargetException;

/// A signal to this process that does something of ours instead of what it usually does.
public final class CaughtSignal {
    private final Runnable deed;

    private CaughtSignal(Runnable deed) {
        this.deed = deed;
    }

    /// From now on the signal does this, each time on a thread of its own.
    ///
    /// The JDK has this where a compiler must not see it without a warning, and has nothing else.
    ///
    /// @param name without `SIG`
    public static void on(String name, Runnable deed) {
        try {
            Class<?> signal = Class.forName("sun.misc.Signal");
            Class<?> handler = Class.forName("sun.misc.SignalHandler");
            MethodHandle came =
                    MethodHandles.lookup()
                            .bind(
                                    new CaughtSignal(deed),
                                    "came",
                                    MethodType.methodType(void.class));
            MethodHandle caught = MethodHandles.dropArguments(came, 0, signal);
            signal.getMethod("handle", signal, handler)
                    .invoke(
                            null,
                            signal.getConstructor(String.class).newInstance(name),
                            MethodHandleProxies.asInterfaceInstance(handler, caught));
        } catch (InvocationTargetException _) {
            // This one belongs to the JVM here (-Xrs), or is unknown: it does what it always does.
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("this Java has no signals", e);
        }
    }

    void came() {
        deed.run();
    }
}
