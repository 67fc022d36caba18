// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The run queue against a list that is scanned and rotated as the C does it. */
class RunQueueTest {
    private static final int THREADS = 12;

    /** {@code gd_tdrunq} as lwkt_thread.c handles it. */
    private static final class CList {
        final List<LwktThread> list = new ArrayList<>();

        /** {@code _lwkt_enqueue()}. */
        void insert(LwktThread td) {
            int forward = 0;
            int reverse = list.size() - 1;
            while (forward < list.size() && goesBefore(list.get(forward), td)) {
                forward++;
                if (goesBefore(list.get(reverse), td)) {
                    list.add(reverse + 1, td);
                    return;
                }
                reverse--;
            }
            list.add(forward, td);
        }

        private static boolean goesBefore(LwktThread xtd, LwktThread td) {
            return xtd.pri > td.pri || xtd.pri == td.pri && xtd.upri >= td.upri;
        }

        /** {@code lwkt_schedulerclock()} for the head. */
        boolean rotateHead() {
            LwktThread td = list.get(0);
            if (list.size() == 1 || list.get(1).pri != td.pri) {
                return false;
            }
            list.remove(0);
            int place = 0;
            while (place < list.size() && list.get(place).pri == td.pri) {
                place++;
            }
            list.add(place, td);
            return true;
        }
    }

    private record Step(Kind kind, int thread, int pri, int upri) {
        enum Kind {
            INSERT,
            REMOVE,
            ROTATE,
            UPRI,
            PRI
        }
    }

    private final RunQueue queue = new RunQueue(KernelObserver.NONE);
    private final CList model = new CList();
    private final List<LwktThread> threads = new ArrayList<>();

    RunQueueTest() {
        for (int i = 0; i < THREADS; i++) {
            LwktThread td = LwktThread.template();
            td.comm = "t" + i;
            threads.add(td);
        }
    }

    @Property(tries = 3000)
    void keepsTheOrderOfTheSource(@ForAll("legalSteps") List<Step> steps) {
        RunQueueTest test = new RunQueueTest();
        steps.forEach(test::apply);
    }

    @Property(tries = 1000)
    void keepsTheOrderOfTheSourceWhateverThePriorities(@ForAll("wildSteps") List<Step> steps) {
        RunQueueTest test = new RunQueueTest();
        steps.forEach(test::apply);
    }

    @Property(tries = 1000)
    void keepsTheOrderOfTheSourceWherePrioritiesChangeInPlace(@ForAll("changingSteps") List<Step> steps) {
        RunQueueTest test = new RunQueueTest();
        steps.forEach(test::apply);
    }

    /** Few priorities, so that many are equal; td_upri changes in place now and then. */
    @Provide
    Arbitrary<List<Step>> legalSteps() {
        return steps(
                Arbitraries.of(0, 9, 10, 11, 31),
                Arbitraries.frequency(
                        Tuple.of(8, Step.Kind.INSERT),
                        Tuple.of(5, Step.Kind.REMOVE),
                        Tuple.of(5, Step.Kind.ROTATE),
                        Tuple.of(1, Step.Kind.UPRI)));
    }

    @Provide
    Arbitrary<List<Step>> changingSteps() {
        return steps(
                Arbitraries.of(0, 10, 31),
                Arbitraries.frequency(
                        Tuple.of(8, Step.Kind.INSERT),
                        Tuple.of(8, Step.Kind.REMOVE),
                        Tuple.of(3, Step.Kind.ROTATE),
                        Tuple.of(1, Step.Kind.PRI)));
    }

    /** What only a kernel without assertions sees: priorities out of range, and td_pri changed in place. */
    @Provide
    Arbitrary<List<Step>> wildSteps() {
        return steps(
                Arbitraries.of(-2, -1, 0, 10, 31, 32, 40),
                Arbitraries.frequency(
                        Tuple.of(8, Step.Kind.INSERT),
                        Tuple.of(5, Step.Kind.REMOVE),
                        Tuple.of(5, Step.Kind.ROTATE),
                        Tuple.of(1, Step.Kind.UPRI),
                        Tuple.of(1, Step.Kind.PRI)));
    }

    private static Arbitrary<List<Step>> steps(Arbitrary<Integer> priorities, Arbitrary<Step.Kind> kinds) {
        return Combinators.combine(
                        kinds,
                        Arbitraries.integers().between(0, THREADS - 1),
                        priorities,
                        Arbitraries.integers().between(-1, 2))
                .as(Step::new)
                .list()
                .ofMaxSize(80);
    }

    private void apply(Step step) {
        LwktThread td = threads.get(step.thread);
        boolean queued = model.list.contains(td);
        switch (step.kind) {
            case INSERT -> {
                if (!queued) {
                    td.pri = step.pri;
                    td.upri = step.upri;
                    queue.insert(td);
                    model.insert(td);
                }
            }
            case REMOVE -> {
                if (queued) {
                    queue.remove(td);
                    model.list.remove(td);
                }
            }
            case ROTATE -> {
                if (!model.list.isEmpty()) {
                    assertEquals(model.rotateHead(), queue.rotateHead());
                }
            }
            case UPRI -> {
                if (queued && td.upri != step.upri) {
                    td.upri = step.upri;
                    queue.upriChanged(td);
                }
            }
            case PRI -> {
                if (queued) {
                    queue.priChanged();
                    td.pri = step.pri;
                }
            }
        }
        assertSame();
    }

    private void assertSame() {
        List<LwktThread> forward = new ArrayList<>();
        queue.forEach(forward::add);
        assertEquals(model.list, forward);
        assertEquals(model.list.size(), queue.count());
        assertEquals(model.list.isEmpty(), queue.isEmpty());
        LwktThread prev = null;
        for (LwktThread td = queue.first(); td != null; td = RunQueue.next(td)) {
            assertEquals(prev, td.runqPrev, "the way back");
            prev = td;
        }
    }

    @Nested
    class Insert {
        @Test
        void placesBehindEqualsOfEqualOrHigherUpri() {
            insert(0, 12, 1);
            insert(1, 12, 0);
            insert(2, 12, 1);
            insert(3, 12, 2);
            insert(4, 13, 0);
            insert(5, 11, 9);
            assertOrder("t4 t3 t0 t2 t1 t5");
        }

        @Test
        void takesTheHighestAndTheLowestPriority() {
            insert(0, ThreadPriority.MAX, 0);
            insert(1, 0, 0);
            insert(2, ThreadPriority.MAX, 0);
            insert(3, 1, 0);
            assertOrder("t0 t2 t3 t1");
        }

        /** The reverse scan ends first, in front of a thread of higher td_upri that a rotation moved back. */
        @Test
        void isOrderlyAgainWhenItWasEmpty() {
            insert(0, 12, 0);
            insert(1, 12, 0);
            insert(2, 40, 0);
            for (int i = 0; i < 3; i++) {
                queue.remove(threads.get(i));
            }
            insert(3, 12, 0);
            insert(4, 12, 5);
            insert(5, 12, 3);
            assertOrder("t4 t5 t3");
        }

        @Test
        void letsTheScanFromTheEndDecideWhereTheOrderIsLost() {
            insert(0, 12, 5);
            insert(1, 12, 1);
            insert(2, 12, 1);
            queue.rotateHead();
            assertOrder("t1 t2 t0");
            insert(3, 12, 3);
            assertOrder("t3 t1 t2 t0");
            insert(4, 12, 0);
            assertOrder("t3 t1 t2 t0 t4");
        }
    }

    @Nested
    class Membership {
        @Trips(function = "tailq", text = "insert td_threadq t0")
        void refusesAThreadThatIsOnAQueue() {
            insert(0, 12, 0);
            new RunQueue(KernelObserver.NONE).insert(threads.get(0));
        }

        @Trips(function = "tailq", text = "remove td_threadq t0")
        void refusesToRemoveAThreadThatIsOnNone() {
            queue.remove(threads.get(0));
        }

        @Trips(function = "tailq", text = "remove td_threadq t0")
        void refusesToRemoveAThreadThatIsOnAnother() {
            insert(0, 12, 0);
            new RunQueue(KernelObserver.NONE).remove(threads.get(0));
        }
    }

    @Nested
    class Rotate {
        @Test
        void movesTheHeadBehindItsEquals() {
            insert(0, 12, 0);
            insert(1, 12, 0);
            insert(2, 10, 0);
            assertEquals(true, queue.rotateHead());
            assertOrder("t1 t0 t2");
        }

        @Test
        void doesNothingToAThreadThatIsAloneInItsPriority() {
            insert(0, 12, 0);
            assertEquals(false, queue.rotateHead());
            insert(1, 10, 0);
            insert(2, 10, 0);
            assertEquals(false, queue.rotateHead());
            assertOrder("t0 t1 t2");
        }
    }

    @Nested
    class Remove {
        @Test
        void leavesNoLinkBehind() {
            insert(0, 12, 0);
            insert(1, 12, 0);
            insert(2, 12, 0);
            queue.remove(threads.get(1));
            assertOrder("t0 t2");
            assertNull(threads.get(1).runqNext);
            assertNull(threads.get(1).runqPrev);
        }

        @Test
        void forgetsALostOrderWithTheLastThreadOfItsPriority() {
            insert(0, 12, 5);
            insert(1, 12, 1);
            insert(2, 10, 0);
            queue.rotateHead();
            queue.remove(threads.get(0));
            queue.remove(threads.get(1));
            insert(3, 12, 1);
            insert(4, 12, 5);
            assertOrder("t4 t3 t2");
        }
    }

    private void insert(int thread, int pri, int upri) {
        LwktThread td = threads.get(thread);
        td.pri = pri;
        td.upri = upri;
        queue.insert(td);
    }

    private void assertOrder(String names) {
        List<String> order = new ArrayList<>();
        queue.forEach(td -> order.add(td.comm));
        assertEquals(names, String.join(" ", order));
    }
}
