// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class TokenStackTest {
    private final LwktToken k0 = new LwktToken("K0", 0);
    private final LwktToken k1 = new LwktToken("K1", 1);
    private TestKernel test;
    private GlobalData cpu0;
    private GlobalData cpu1;
    private LwktThread main;

    @BeforeEach
    void boot() {
        test = new TestKernel(2);
        cpu0 = test.cpu(0);
        cpu1 = test.cpu(1);
        main = test.main;
    }

    private LwktThread runOnCpu1(String name) {
        LwktThread td = test.make(name, 1, 12);
        test.schedule(0, td);
        test.ipi(1);
        assertEquals(td, cpu1.curThread);
        return td;
    }

    @Nested
    class Gettoken {
        @Test
        void waitsUntilTheOtherCpuLetsGo() {
            LwktThread a = runOnCpu1("A");
            test.run(0, cpu0.tokens.get(k0));
            test.run(1, cpu1.tokens.get(k0));
            assertEquals(cpu1.idleThread, cpu1.curThread);
            assertEquals("K0", a.wmesg());
            assertEquals(main, k0.owner());
            assertTrue(k0.isExclusiveRequested());
            cpu0.tokens.release(k0);
            test.turn(1);
            assertEquals(a, cpu1.curThread);
            assertEquals(a, k0.owner());
            assertEquals(ThreadMpFlag.DIDYIELD, a.mpFlags);
            assertEquals(1 + 10 / 2, k0.collisions(), "its own try and the limited spin");
        }

        @Test
        void recursiveCountsAndLosesTheExclusiveMode() {
            test.run(0, cpu0.tokens.get(k0));
            test.run(0, cpu0.tokens.get(k0));
            assertEquals(1, k0.holds());
            assertTrue(main.token(0).isExclusive());
            assertFalse(main.token(1).isExclusive());
            assertTrue(main.token(0).holdsToken());
            assertFalse(main.token(1).holdsToken());
            cpu0.tokens.release(k0);
            assertEquals(main, k0.owner());
            cpu0.tokens.release(k0);
            assertNull(k0.owner());
            assertEquals(0, main.tokenCount());
        }

        @Trips(function = "lwkt_gettoken", text = "assert tok->t_ref == ref")
        void refusesToReturnWithoutTheToken() {
            test.run(0, cpu0.tokens.get(k0));
            k0.ref = null;
            cpu0.tokens.afterWait(main.token(0), LwktToken.EXCLUSIVE);
        }

        @Trips(function = "lwkt_gettoken", text = "assert ref < &td->td_toks_end")
        void refusesOneTokenTooMany() {
            for (int i = 0; i <= TokenStack.MAX_TOKENS; i++) {
                test.run(0, cpu0.tokens.get(k0));
            }
        }

        @Trips(function = "_lwkt_trytokref", text = "Attempt to acquire token K0 not already held in hard code section")
        void refusesToWaitInAHardCodeSection() {
            cpu0.interrupts.fastEnter();
            cpu0.tokens.get(k0);
        }

        @Trips(function = "_lwkt_trytokref", text = "assert tok->t_ref == NULL")
        void refusesAFreeTokenThatHasAnOwner() {
            k0.ref = new TokenRef(main, 0);
            cpu0.tokens.get(k0);
        }
    }

    @Nested
    class GettokenShared {
        @Test
        void isHeldByManyAtOnce() {
            LwktThread a = runOnCpu1("A");
            test.run(0, cpu0.tokens.getShared(k0));
            test.run(1, cpu1.tokens.getShared(k0));
            assertEquals(a, cpu1.curThread);
            assertEquals(2, k0.holds());
            assertNull(k0.owner());
        }

        @Test
        void waitsBehindAnExclusiveRequestUnlessItHoldsSomethingElse() {
            LwktThread a = runOnCpu1("A");
            LwktThread b = test.make("B", 0, 12);
            test.run(0, cpu0.tokens.getShared(k0));
            test.run(1, cpu1.tokens.get(k0));
            assertEquals(cpu1.idleThread, cpu1.curThread);
            test.schedule(0, b);
            test.block(0);
            assertEquals(b, cpu0.curThread);
            test.run(0, cpu0.tokens.getShared(k1));
            test.run(0, cpu0.tokens.getShared(k0));
            assertEquals(b, cpu0.curThread, "holds K1 already");
            cpu0.tokens.release(k0);
            cpu0.tokens.release(k1);
            test.run(0, cpu0.tokens.getShared(k0));
            assertEquals(cpu0.idleThread, cpu0.curThread);
            test.turn(1);
            assertEquals(a, cpu1.curThread, "nobody holds it, whoever waits");
        }

        @Test
        void theWindowIgnoresAnExclusiveRequest() {
            test = new TestKernel(2, true, TestKernel.sysctl("token_window", 1));
            cpu0 = test.cpu(0);
            k0.count = LwktToken.EXCLREQ;
            test.run(0, cpu0.tokens.getShared(k0));
            assertEquals(test.main, cpu0.curThread);
            assertEquals(1, k0.holds());
        }

        @Test
        void belowOnesOwnExclusiveHoldIsCounted() {
            test.run(0, cpu0.tokens.get(k0));
            test.run(0, cpu0.tokens.getShared(k0));
            assertEquals(1, k0.holds());
            assertEquals(main, k0.owner());
        }

        @Test
        void anotherOnesExclusiveHoldIsWaitedFor() {
            runOnCpu1("A");
            test.run(0, cpu0.tokens.get(k0));
            test.run(1, cpu1.tokens.getShared(k0));
            assertEquals(cpu1.idleThread, cpu1.curThread);
        }
    }

    @Nested
    class Trytoken {
        @Test
        void answersAtOnce() {
            runOnCpu1("A");
            assertTrue(cpu0.tokens.tryGet(k0));
            assertTrue(cpu0.tokens.tryGet(k0));
            assertFalse(cpu1.tokens.tryGet(k0));
            assertEquals(1, k0.collisions());
            assertEquals(0, cpu1.curThread.tokenCount());
            assertFalse(k0.isExclusiveRequested());
        }

        /** The mark of the exclusive hold without a reference is nobody's. */
        @Test
        void failsWhereTheOwnerIsUnknown() {
            k0.count = LwktToken.EXCLUSIVE;
            assertFalse(cpu0.tokens.tryGet(k0));
        }

        /** A thread is no owner by a reference that it has dropped. */
        @Test
        void failsWhereTheOwningReferenceIsNoLongerOnTheStack() {
            assertTrue(cpu0.tokens.tryGet(k1));
            assertTrue(cpu0.tokens.tryGet(k0));
            main.toksStop = 0;
            assertFalse(cpu0.tokens.tryGet(k0));
        }
    }

    @Nested
    class Reltoken {
        @Trips(function = "lwkt_reltoken", text = "lwkt_reltoken: illegal release")
        void refusesAnyButTheLastToken() {
            test.run(0, cpu0.tokens.get(k0));
            test.run(0, cpu0.tokens.get(k1));
            cpu0.tokens.release(k0);
        }

        @Trips(function = "lwkt_reltoken", text = "lwkt_reltoken: illegal release")
        void refusesATokenWhereThereIsNone() {
            cpu0.tokens.release(k0);
        }

        @Trips(function = "_lwkt_reltokref", text = "assert count & TOK_COUNTMASK")
        void refusesAHoldThatIsNotCounted() {
            test.run(0, cpu0.tokens.getShared(k0));
            k0.count = 0;
            cpu0.tokens.release(k0);
        }
    }

    @Nested
    class Getalltokens {
        /** Both CPUs hold one and want the other; tokens are dropped while their thread waits, so one gets both. */
        @Test
        void ordersThatCrossDoNotDeadlock() {
            LwktThread a = runOnCpu1("A");
            test.run(0, cpu0.tokens.get(k0));
            test.run(1, cpu1.tokens.get(k1));
            test.run(0, cpu0.tokens.get(k1));
            assertEquals(cpu0.idleThread, cpu0.curThread);
            test.run(1, cpu1.tokens.get(k0));
            assertEquals(a, cpu1.curThread);
            assertEquals(a, k0.owner());
            test.turn(0);
            assertEquals(cpu0.idleThread, cpu0.curThread);
            cpu1.tokens.release(k0);
            cpu1.tokens.release(k1);
            test.turn(0);
            assertEquals(main, cpu0.curThread);
            assertEquals(main, k1.owner());
        }
    }
}
