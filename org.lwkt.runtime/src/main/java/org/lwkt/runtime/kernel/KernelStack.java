// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import java.util.Arrays;
import org.lwkt.runtime.snapshot.Canonical;
import org.lwkt.runtime.snapshot.StateHasher;

/**
 * What a thread still has to do inside the kernel, as data: a stack of frames, the innermost on top. A frame is a kind
 * (see {@link Frame}), two words and one reference. It takes the place of the C stack, so that a switch costs nothing
 * but a change of the current thread, and the state of a machine can be copied and compared.
 */
final class KernelStack implements Canonical {
    /** The kernel's own nesting limits keep real stacks far below this. */
    static final int DEPTH_MAX = 256;

    private static final int DEPTH_FIRST = 6;

    private int depth;
    private int[] kinds = new int[DEPTH_FIRST];
    private long[] firsts = new long[DEPTH_FIRST];
    private long[] seconds = new long[DEPTH_FIRST];
    private Object[] references = new Object[DEPTH_FIRST];

    boolean isEmpty() {
        return depth == 0;
    }

    int depth() {
        return depth;
    }

    /** The kind of the innermost frame. */
    int top() {
        return kinds[depth - 1];
    }

    void push(int kind) {
        push(kind, 0);
    }

    /** For the many frames without a reference: the slots above the top hold none, so that nothing is to be cleared. */
    void push(int kind, long first) {
        if (depth == kinds.length) {
            grow();
        }
        kinds[depth] = kind;
        firsts[depth] = first;
        seconds[depth] = 0;
        depth++;
    }

    void push(int kind, long first, long second, Object reference) {
        push(kind, first);
        seconds[depth - 1] = second;
        references[depth - 1] = reference;
    }

    /** Takes the innermost frame off; its words stay readable until the next push. */
    int pop() {
        return kinds[--depth];
    }

    /** First word of the frame just popped. */
    long first() {
        return firsts[depth];
    }

    /** Second word of the frame just popped. */
    long second() {
        return seconds[depth];
    }

    /** Reference of the frame just popped, which must be taken where there is one; the stack no longer holds it. */
    Object takeReference() {
        Object reference = references[depth];
        references[depth] = null;
        return reference;
    }

    void clear() {
        Arrays.fill(references, 0, depth, null);
        depth = 0;
    }

    /** The frames, without what earlier ones left above them. */
    @Override
    public void describe(StateHasher hasher) {
        hasher.word(depth);
        for (int frame = 0; frame < depth; frame++) {
            hasher.word(kinds[frame]);
            hasher.word(firsts[frame]);
            hasher.word(seconds[frame]);
            hasher.reference(references[frame]);
        }
    }

    private void grow() {
        if (depth >= DEPTH_MAX) {
            throw new KernelPanic("dblfault_handler", "double fault: kernel stack overflow");
        }
        int size = Math.min(DEPTH_MAX, depth * 2);
        kinds = Arrays.copyOf(kinds, size);
        firsts = Arrays.copyOf(firsts, size);
        seconds = Arrays.copyOf(seconds, size);
        references = Arrays.copyOf(references, size);
    }
}
