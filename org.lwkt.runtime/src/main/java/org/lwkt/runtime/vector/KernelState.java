// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.function.ToIntFunction;
import org.lwkt.runtime.digest.Mixer;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.Kernel;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.TokenRef;

/**
 * What must be the same in the kernel of a machine and in that of a replay: who runs and who waits on each CPU, and the
 * state of its threads. Not what boot leaves behind: counters, turns of the idle loop, structures that were used before.
 */
final class KernelState {
    /** The number of a thread that is there in a replay alone, until its boot is over. */
    static final int BOOT_THREAD = -2;

    private static final int NOBODY = -1;

    private final ToIntFunction<LwktThread> numbers;
    private final Mixer mixer = new Mixer();

    private KernelState(ToIntFunction<LwktThread> numbers) {
        this.numbers = numbers;
    }

    /** A number for the state of each CPU. */
    static long[] of(Kernel kernel, ToIntFunction<LwktThread> numbers) {
        long[] states = new long[kernel.ncpus()];
        for (int cpu = 0; cpu < states.length; cpu++) {
            KernelState state = new KernelState(numbers);
            state.add(kernel.cpu(cpu));
            states[cpu] = state.mixer.digest().high();
        }
        return states;
    }

    private void add(GlobalData gd) {
        mixer.mix(number(gd.curThread()), gd.reqFlags());
        mixer.mix(gd.intrNestingLevel(), gd.spinlocks());
        mixer.mix(gd.runQueueCount(), number(gd.freeThread()));
        mixer.mix(gd.ipi().isNpoll() ? 1 : 0, gd.ipi().hasMessages() ? 1 : 0);
        gd.forEachRunnable(td -> mixer.mix(number(td), td.pri()));
        gd.forEachThread(this::addThread);
    }

    private void addThread(LwktThread td) {
        int number = number(td);
        if (number == BOOT_THREAD) {
            return;
        }
        mixer.mix(number, td.gd().cpuId());
        mixer.mix(td.pri(), td.upri());
        mixer.mix(td.critCount(), td.nestCount());
        mixer.mix(td.flags(), td.mpFlags());
        mixer.mix(td.contended(), td.refs());
        mixer.mix(
                number(td.preempted()),
                td.migrateGd() == null ? NOBODY : td.migrateGd().cpuId());
        mixer.mix(td.timeoutArmed() ? 1 : 0, td.wdomain());
        for (int index = 0; index < td.tokenCount(); index++) {
            TokenRef ref = td.token(index);
            mixer.mix(ref.isExclusive() ? 1 : 0, ref.holdsToken() ? 1 : 0);
        }
    }

    private int number(LwktThread td) {
        return td == null ? NOBODY : numbers.applyAsInt(td);
    }
}
