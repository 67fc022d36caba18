// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** An array of serializers that are entered in order and left in the opposite one: serialize2.h. */
@Ports("sys/sys/serialize2.h")
public final class SerializerArray {
    private final LwktSerializer[] serializers;

    public SerializerArray(LwktSerializer... serializers) {
        this.serializers = serializers.clone();
    }

    /** Enters those from {@code from} up to, not including, {@code count}. Context: thread. */
    @Ports("sys/sys/serialize2.h#lwkt_serialize_array_enter")
    public Flow enter(GlobalData gd, int count, int from) {
        check(gd, count, from, "lwkt_serialize_array_enter", "nothing to be serialized");
        return enterNext(gd, count, from);
    }

    Flow enterNext(GlobalData gd, long count, long at) {
        if (at >= count) {
            return Flow.RETURN;
        }
        gd.curThread.kernelStack.push(Frame.SLZ_ARRAY_ENTER, count, at + 1, this);
        return serializers[(int) at].enter(gd);
    }

    /** Enters them if nobody holds any; the result is 1 or 0. */
    @Ports("sys/sys/serialize2.h#lwkt_serialize_array_try")
    public Flow tryEnter(GlobalData gd, int count, int from) {
        check(gd, count, from, "lwkt_serialize_array_try", "nothing to be serialized");
        LwktThread td = gd.curThread;
        for (int i = from; i < count; i++) {
            if (!serializers[i].tryEnter(gd)) {
                td.kernelStack.push(Frame.SLZ_ARRAY_FAILED);
                return exitNext(gd, from, i);
            }
        }
        td.result = 1;
        return Flow.RETURN;
    }

    @Ports("sys/sys/serialize2.h#lwkt_serialize_array_exit")
    public Flow exit(GlobalData gd, int count, int from) {
        check(gd, count, from, "lwkt_serialize_array_exit", "nothing to be deserialized");
        return exitNext(gd, from, count);
    }

    /** Leaves those from {@code from} up to, not including, {@code end}, the last first. */
    Flow exitNext(GlobalData gd, long from, long end) {
        if (end <= from) {
            return Flow.RETURN;
        }
        gd.curThread.kernelStack.push(Frame.SLZ_ARRAY_EXIT, from, end - 1, this);
        return serializers[(int) end - 1].exit(gd);
    }

    private static void check(GlobalData gd, int count, int from, String function, String text) {
        if (from >= count) {
            gd.kernel.kassert.panicked(function, text);
        }
    }
}
