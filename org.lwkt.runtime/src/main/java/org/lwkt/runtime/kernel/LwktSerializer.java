// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/**
 * {@code struct lwkt_serialize}: a sleeping lock between threads and an interrupt handler, which is disabled by a bit of the
 * same word. The methods take the CPU that calls.
 */
@Ports("sys/kern/lwkt_serialize.c")
public final class LwktSerializer extends WaitIdent {
    /** What the interrupt handler does inside: {@code void (*func)(void *, void *)}. */
    public interface Handler {
        Flow call(GlobalData gd);
    }

    private static final int HELD = 0x80000000;
    private static final int DISABLED = 0x40000000;
    private static final int WAITERS = 0x3fffffff;
    private static final int ADAPTIVE_SPIN_MAX = 4096;

    private int interlock;
    /** {@code last_td}; null where the C shows -4 or -2. */
    private LwktThread lastThread;

    private boolean initialised;

    /** The word: bit 31 held, bit 30 handler disabled, the rest counts waiters. */
    public int word() {
        return interlock;
    }

    /** The thread that holds it, or null. */
    public LwktThread lastThread() {
        return lastThread;
    }

    /** Whether nobody has left it since {@link #init}. */
    public boolean isFresh() {
        return initialised;
    }

    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_init")
    public void init() {
        interlock = 0;
        lastThread = null;
        initialised = true;
    }

    boolean isSerialized(GlobalData gd) {
        return lastThread == gd.curThread;
    }

    void assertSerialized(GlobalData gd, String function, String expression) {
        if (!isSerialized(gd)) {
            gd.kernel.kassert.failed(function, "IS_SERIALIZED((" + expression + "))");
        }
    }

    private void assertNotSerialized(GlobalData gd, String function) {
        if (isSerialized(gd)) {
            gd.kernel.kassert.failed(function, "!IS_SERIALIZED((s))");
        }
    }

    private boolean tryWord() {
        if ((interlock & HELD) != 0) {
            return false;
        }
        interlock |= HELD;
        return true;
    }

    private void own(GlobalData gd) {
        lastThread = gd.curThread;
    }

    /** Takes it, and sleeps for it. Context: thread. */
    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_enter")
    public Flow enter(GlobalData gd) {
        assertNotSerialized(gd, "lwkt_serialize_enter");
        return condEnter(gd);
    }

    private Flow condEnter(GlobalData gd) {
        if (tryWord()) {
            own(gd);
            return Flow.RETURN;
        }
        interlock++;
        return enterRetry(gd);
    }

    /** The loop of {@code atomic_intr_cond_enter()}. */
    Flow enterRetry(GlobalData gd) {
        if (tryWord()) {
            interlock--;
            own(gd);
            return Flow.RETURN;
        }
        gd.curThread.kernelStack.push(Frame.SLZ_INTERLOCKED, 0, 0, this);
        return gd.sleepQueue.tsleepInterlock(this, 0);
    }

    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_sleep")
    Flow enterInterlocked(GlobalData gd) {
        if ((interlock & HELD) == 0) {
            return enterRetry(gd);
        }
        gd.kernel.observer.serializer(gd, this, SerializerEvent.SLEEPS);
        gd.curThread.kernelStack.push(Frame.SLZ_AWAKE, 0, 0, this);
        return gd.sleepQueue.tsleep(this, SleepQueue.PINTERLOCKED, "slize", 0);
    }

    Flow enterAwake(GlobalData gd) {
        gd.kernel.observer.serializer(gd, this, SerializerEvent.AWAKE);
        return enterRetry(gd);
    }

    /** Takes it if nobody holds it; answers whether it did. */
    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_try")
    public boolean tryEnter(GlobalData gd) {
        assertNotSerialized(gd, "lwkt_serialize_try");
        if (tryWord()) {
            own(gd);
            return true;
        }
        gd.kernel.observer.serializer(gd, this, SerializerEvent.TRY_FAILED);
        return false;
    }

    /** Takes it after a bounded spin or a sleep. Context: thread. */
    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_adaptive_enter")
    public Flow adaptiveEnter(GlobalData gd) {
        assertNotSerialized(gd, "lwkt_serialize_adaptive_enter");
        if (tryWord()) {
            own(gd);
            return Flow.RETURN;
        }
        return adaptiveRestart(gd);
    }

    private Flow adaptiveRestart(GlobalData gd) {
        // Nothing moves here during the bounded spin: one turn stands for all.
        if (tryWord()) {
            own(gd);
            gd.kernel.observer.serializerSpun(gd, this, ADAPTIVE_SPIN_MAX);
            return Flow.RETURN;
        }
        interlock++;
        gd.curThread.kernelStack.push(Frame.SLZ_ADAPTIVE_INTERLOCKED, 0, 0, this);
        return gd.sleepQueue.tsleepInterlock(this, 0);
    }

    Flow adaptiveInterlocked(GlobalData gd) {
        if (tryWord()) {
            interlock--;
            own(gd);
            gd.kernel.observer.serializerSpun(gd, this, 0);
            return Flow.RETURN;
        }
        gd.kernel.observer.serializer(gd, this, SerializerEvent.ADAPTIVE_SLEEPS);
        gd.curThread.kernelStack.push(Frame.SLZ_ADAPTIVE_AWAKE, 0, 0, this);
        return gd.sleepQueue.tsleep(this, SleepQueue.PINTERLOCKED, "aslize", 0);
    }

    Flow adaptiveAwake(GlobalData gd) {
        gd.kernel.observer.serializer(gd, this, SerializerEvent.ADAPTIVE_AWAKE);
        interlock--;
        return adaptiveRestart(gd);
    }

    /** Leaves it and wakes all who wait; nobody is handed it. */
    @Ports({"sys/kern/lwkt_serialize.c#lwkt_serialize_exit", "sys/kern/lwkt_serialize.c#lwkt_serialize_wakeup"})
    public Flow exit(GlobalData gd) {
        assertSerialized(gd, "lwkt_serialize_exit", "s");
        return condExit(gd);
    }

    private Flow condExit(GlobalData gd) {
        lastThread = null;
        initialised = false;
        interlock &= ~HELD;
        if ((interlock & WAITERS) == 0) {
            return Flow.RETURN;
        }
        gd.kernel.observer.serializer(gd, this, SerializerEvent.WAKES_UP);
        return gd.sleepQueue.wakeup(this);
    }

    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_handler_disable")
    public void handlerDisable() {
        interlock |= DISABLED;
    }

    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_handler_enable")
    public void handlerEnable() {
        interlock &= ~DISABLED;
    }

    private boolean isHandlerEnabled() {
        return (interlock & DISABLED) == 0;
    }

    /** Runs an interrupt handler inside, unless it is disabled; waits for it. Context: interrupt thread. */
    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_handler_call")
    public Flow handlerCall(GlobalData gd, Handler handler) {
        if (!isHandlerEnabled()) {
            return Flow.RETURN;
        }
        LwktThread td = gd.curThread;
        td.kernelStack.push(Frame.SLZ_HANDLER_LEAVE, 0, 0, this);
        td.kernelStack.push(Frame.SLZ_HANDLER_ENTERED, 0, 0, handler);
        td.kernelStack.push(Frame.SLZ_HANDLER_CHECK, 0, 0, this);
        return condEnter(gd);
    }

    /** Inside: the handler may have been disabled meanwhile. Its frame is the next one. */
    Flow handlerCheck(GlobalData gd) {
        if (!isHandlerEnabled()) {
            gd.curThread.kernelStack.pop();
            gd.curThread.kernelStack.takeReference();
        }
        return Flow.RETURN;
    }

    Flow handlerLeave(GlobalData gd) {
        assertSerialized(gd, "lwkt_serialize_handler_call", "s");
        return condExit(gd);
    }

    /** Runs an interrupt handler inside if nobody is there; the result is 0, or 1 where it was not run. */
    @Ports("sys/kern/lwkt_serialize.c#lwkt_serialize_handler_try")
    public Flow handlerTry(GlobalData gd, Handler handler) {
        LwktThread td = gd.curThread;
        if (isHandlerEnabled() && tryWord()) {
            own(gd);
            td.kernelStack.push(Frame.SLZ_TRY_LEAVE, 0, 0, this);
            return handler.call(gd);
        }
        gd.kernel.observer.serializer(gd, this, SerializerEvent.TRY_FAILED);
        td.result = 1;
        return Flow.RETURN;
    }

    Flow tryLeave(GlobalData gd) {
        assertSerialized(gd, "lwkt_serialize_handler_try", "s");
        gd.curThread.result = 0;
        return condExit(gd);
    }
}
