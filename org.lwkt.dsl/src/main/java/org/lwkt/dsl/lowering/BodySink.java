// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import java.util.function.Consumer;
import org.lwkt.runtime.source.SourcePosition;

/**
 * Takes the statements of a thread's body in source order; the methods are those of {@link
 * org.lwkt.runtime.program.ProgramBuilder}. Each statement comes after its place. A nested body is called exactly once, and
 * before the method returns.
 */
public interface BodySink {
    /** The place of the statement that comes next. */
    void at(SourcePosition position);

    void run(long durationNs);

    void yieldThread();

    void yieldQuick();

    void switchThread();

    void awaitInterrupt();

    void critical(Consumer<BodySink> body);

    /** @param thread index of the thread in the scenario, in order of declaration from 0 */
    void schedule(int thread);

    /** @param thread index of the thread in the scenario, in order of declaration from 0 */
    void deschedule(int thread);

    void setPrioritySelf(int priority);

    void migrateCpu(int cpu);

    void exit();

    void repeat(long turns, Consumer<BodySink> body);

    void forever(Consumer<BodySink> body);
}
