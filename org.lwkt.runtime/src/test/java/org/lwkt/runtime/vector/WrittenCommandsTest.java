// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.runtime.vector.Vectors.INT_MED;
import static org.lwkt.runtime.vector.Vectors.KERN_DAEMON;
import static org.lwkt.runtime.vector.Vectors.MS;
import static org.lwkt.runtime.vector.Vectors.commands;
import static org.lwkt.runtime.vector.Vectors.scenario;
import static org.lwkt.runtime.vector.Vectors.script;
import static org.lwkt.runtime.vector.Vectors.vector;

import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lwkt.runtime.kernel.MsgFlag;
import org.lwkt.runtime.machine.MachineSpec;
import org.lwkt.runtime.program.Distribution;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.ProgramBuilder;
import org.lwkt.runtime.scenario.EventSpec;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.ScenarioBuilder;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Each kernel call and each arrival as the command that a vector has for it. */
class WrittenCommandsTest {
    private static final int A = 0;
    private static final int B = 1;

    private static ScenarioBuilder with(int cpus, ResourceSpec.Kind... kinds) {
        ScenarioBuilder scenario = scenario(cpus);
        for (ResourceSpec.Kind kind : kinds) {
            scenario.resource(ResourceSpec.of(kind.name(), kind));
        }
        return scenario;
    }

    private static ScenarioBuilder one(Consumer<ProgramBuilder> body, ResourceSpec.Kind... kinds) {
        return with(1, kinds).thread("a", 0, KERN_DAEMON, body);
    }

    @Test
    void theHeaderAndTheBootStandInFrontOfTheRun() {
        String text = vector(scenario(3)
                .machine(MachineSpec.DEFAULT
                        .withCpus(3)
                        .withSeed(7)
                        .withSysctl("lwkt.spin_loops", 3)
                        .withHorizon(MS))
                .thread("main", 0, 5, body -> body.run(MS))
                .thread(ThreadSpec.kernel("w").times(2).onCpu(1).nostart(), body -> body.run(MS))
                .thread(ThreadSpec.interruptSupport("swi").onCpu(2), body -> body.run(MS))
                .thread(ThreadSpec.interrupt("nic").onCpu(0), body -> body.awaitInterrupt())
                .thread(ThreadSpec.kernel("later").onAnyCpu().startingAt(MS / 2), body -> body.run(MS))
                .build());
        assertEquals("""
                vector a-run
                profile scenario
                seed 7.0
                ncpus 3
                set ext 1
                set lwkt.spin_loops 3
                set passive_tick 1
                """, text.substring(0, text.indexOf("begin")));
        assertEquals("""
                step 0 crit_enter
                step 0 create thread0 0 pri=5
                step 0 create w[0] 1 pri=12 nostart
                step 0 create w[1] 1 pri=12 nostart
                step 0 create swi 2 pri=20 int
                step 0 create nic 0 pri=28 int nostart
                step 0 create later -1 pri=12 nostart
                ipi 1
                fast 2 smp_stopped
                ipi 2
                step 0 crit_exit
                step 0 exit
                fast 1 schedule later
                end
                """, String.join("\n", commands(text)) + "\n");
    }

    @Test
    void callsThatSchedule() {
        assertEquals(
                """
                step 0 yield
                step 0 yield_quick
                step 0 user_yield
                step 0 crit_enter
                step 0 setpri a 9
                step 0 crit_exit
                step 0 setpri_self 10
                step 0 upri a -3
                step 0 hold a
                step 0 rele a
                step 0 int_support
                step 0 deschedule_self
                step 0 schedule a
                step 0 switch
                step 0 exit
                """,
                script(one(body -> body.yieldThread()
                        .yieldQuick()
                        .call(Opcode.USER_YIELD)
                        .critical(it -> it.call(Opcode.SETPRI, A, 9))
                        .setPrioritySelf(10)
                        .call(Opcode.SET_UPRI, A, -3)
                        .call(Opcode.HOLD, A)
                        .call(Opcode.RELE, A)
                        .call(Opcode.INT_SUPPORT)
                        .call(Opcode.DESCHEDULE_SELF)
                        .schedule(A)
                        .switchThread())));
    }

    @Test
    void callsThatMoveThreads() {
        assertEquals(
                """
                step 0 giveaway b
                step 1 acquire b
                step 0 migratecpu 1
                step 1 schedule b
                step 1 deschedule b
                step 1 exit
                ipi 1
                step 1 exit
                """,
                script(scenario(2)
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.call(Opcode.GIVEAWAY, B)
                                        .run(MS)
                                        .migrateCpu(1)
                                        .run(MS))
                        .thread(ThreadSpec.kernel("b").onCpu(0).nostart(), body -> body.run(MS))
                        .thread(
                                "c",
                                1,
                                KERN_DAEMON,
                                body -> body.call(Opcode.ACQUIRE, B)
                                        .run(MS)
                                        .schedule(B)
                                        .deschedule(B))));
    }

    @Test
    void threadsThatAreCreatedInTheRun() {
        assertEquals(
                """
                step 0 create b#1 1 pri=12
                step 0 create b#2 0 pri=12
                step 0 create s#1 0 pri=20 int
                step 0 schedule s#1
                step 0 exit
                ipi 1
                step 0 exit
                step 1 exit
                step 0 exit
                """,
                script(scenario(2)
                        .thread("a", 0, INT_MED, body -> {
                            body.call(Opcode.CREATE, B, 1);
                            body.call(Opcode.CREATE, B, 0);

                            int made = body.local();
                            body.callInto(made, Opcode.CREATE, Expr.constant(2), Expr.ZERO);
                            body.call(Opcode.SCHEDULE, Expr.local(made));
                        })
                        .thread(ThreadSpec.kernel("b").template(), body -> body.run(MS))
                        .thread(ThreadSpec.interruptSupport("s").nostart().template(), body -> body.run(MS))));
    }

    @Test
    void tokensAndWhoWaitsForThem() {
        assertEquals(
                """
                step 0 gettoken K0
                step 1 gettoken_shared K0
                step 1 poll
                step 0 trytoken K1
                step 0 token_swap
                step 0 reltoken K0
                step 0 reltoken K1
                step 0 getpool ffffffffffffffff
                step 0 relpool ffffffffffffffff
                step 0 exit
                step 1 poll
                step 1 reltoken K0
                step 1 exit
                """,
                script(with(2, ResourceSpec.Kind.TOKEN, ResourceSpec.Kind.POOL_TOKEN)
                        .resource(ResourceSpec.of("second", ResourceSpec.Kind.TOKEN))
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.call(Opcode.GETTOKEN, 0)
                                        .run(MS)
                                        .call(Opcode.TRYTOKEN, 2)
                                        .call(Opcode.TOKEN_SWAP)
                                        .call(Opcode.RELTOKEN, 0)
                                        .call(Opcode.RELTOKEN, 2)
                                        .call(Opcode.GETTOKEN, 1)
                                        .call(Opcode.RELTOKEN, 1))
                        .thread(
                                "b",
                                1,
                                KERN_DAEMON,
                                body -> body.run(MS - 250)
                                        .call(Opcode.GETTOKEN_SHARED, 0)
                                        .call(Opcode.RELTOKEN, 0))));
    }

    @Test
    void spinLocksAndTurnsOfPolling() {
        assertEquals(
                """
                step 0 splock L0
                step 1 splock_sh L0
                step 1 poll
                step 0 spunlock L0
                step 0 sptry L0
                step 0 spunlock L0
                step 0 exit
                step 1 poll
                step 1 spunlock_sh L0
                step 1 exit
                """,
                script(with(2, ResourceSpec.Kind.SPINLOCK)
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.call(Opcode.SPIN_LOCK, 0)
                                        .run(250)
                                        .call(Opcode.SPIN_UNLOCK, 0)
                                        .call(Opcode.SPIN_TRYLOCK, 0)
                                        .call(Opcode.SPIN_UNLOCK, 0))
                        .thread(
                                "b",
                                1,
                                KERN_DAEMON,
                                body -> body.run(50)
                                        .call(Opcode.SPIN_LOCK_SHARED, 0)
                                        .call(Opcode.SPIN_UNLOCK_SHARED, 0))));
    }

    @Test
    void serializersAndTheirHandlers() {
        assertEquals(
                """
                step 0 slz_enter S0
                step 0 slz_exit S0
                step 0 slz_adaptive S0
                step 0 slz_exit S0
                step 0 slz_try S0
                step 0 slz_exit S0
                step 0 slz_hcall S0 none
                step 0 slz_htry S0 wakeup I0
                step 0 slz_hcall S0 sleep I0
                step 0 wakeup I0
                step 0 exit
                step 0 slz_hdis S0
                step 0 slz_hen S0
                step 0 exit
                """,
                script(with(1, ResourceSpec.Kind.SERIALIZER, ResourceSpec.Kind.CHANNEL)
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.call(Opcode.SERIALIZE_ENTER, 0)
                                        .call(Opcode.SERIALIZE_EXIT, 0)
                                        .call(Opcode.SERIALIZE_ADAPTIVE_ENTER, 0)
                                        .call(Opcode.SERIALIZE_EXIT, 0)
                                        .call(Opcode.SERIALIZE_TRY, 0)
                                        .call(Opcode.SERIALIZE_EXIT, 0)
                                        .callWith(it -> it.mark("here"), Opcode.SERIALIZE_HANDLER_CALL, Expr.ZERO)
                                        .callWith(
                                                it -> it.call(Opcode.WAKEUP, 1),
                                                Opcode.SERIALIZE_HANDLER_TRY,
                                                Expr.ZERO)
                                        .callWith(
                                                it -> it.call(Opcode.TSLEEP, 1, 0, 0),
                                                Opcode.SERIALIZE_HANDLER_CALL,
                                                Expr.ZERO)
                                        .call(Opcode.SERIALIZE_HANDLER_DISABLE, 0)
                                        .call(Opcode.SERIALIZE_HANDLER_ENABLE, 0))
                        .thread("b", 0, KERN_DAEMON, body -> body.run(MS).call(Opcode.WAKEUP, 1))));
    }

    @Test
    void sleepsAndTheirTimeouts() {
        assertEquals(
                """
                step 0 tsleepx I0 dom=10000 pcatch
                step 0 wakeup_domain I0 10000
                step 0 exit
                step 0 interlockx I0 dom=10000
                step 0 tsleepx I0 ilk timo
                step 0 splock L0
                step 0 ssleep I0 L0 timo
                timeout 0 a
                step 0 spunlock L0
                step 0 slz_enter S0
                step 0 zsleep I0 S0 timo
                timeout 0 a
                step 0 slz_exit S0
                step 0 lwkt_sleep pcatch
                step 1 schedule a
                step 1 exit
                ipi 0
                step 0 exit
                """,
                script(with(2, ResourceSpec.Kind.CHANNEL, ResourceSpec.Kind.SPINLOCK, ResourceSpec.Kind.SERIALIZER)
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.call(Opcode.TSLEEP, 0, 0x100 | 0x10000, 0)
                                        .call(Opcode.TSLEEP_INTERLOCK, 0, 0x10000)
                                        .call(Opcode.TSLEEP, 0, 0x400, 15 * MS)
                                        .call(Opcode.SPIN_LOCK, 1)
                                        .call(Opcode.SSLEEP, 0, 1, 0, 10 * MS)
                                        .call(Opcode.SPIN_UNLOCK, 1)
                                        .call(Opcode.SERIALIZE_ENTER, 2)
                                        .call(Opcode.ZSLEEP, 0, 2, 0, 10 * MS)
                                        .call(Opcode.SERIALIZE_EXIT, 2)
                                        .call(Opcode.LWKT_SLEEP, 0x100))
                        .thread("b", 0, KERN_DAEMON, body -> body.call(Opcode.WAKEUP_DOMAIN, 0, 0x10000))
                        .thread("c", 1, KERN_DAEMON, body -> body.run(90 * MS).schedule(A))));
    }

    @Test
    void wakeupsOfEverySort() {
        assertEquals(
                """
                step 0 delay_start
                step 0 wakeup I0
                step 0 delay_end
                step 0 wakeup_one I0
                step 0 wakeup_mycpu I0
                step 0 wakeup_mycpu_one I0
                step 0 wakeup_oncpu 1 I0
                step 0 wakeup_oncpu_one 1 I0
                step 0 wakeup_domain_one I0 0
                step 0 exit
                step 1 tsleepx I0
                ipi 1
                step 1 exit
                """,
                script(with(2, ResourceSpec.Kind.CHANNEL)
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.call(Opcode.WAKEUP_START_DELAYED)
                                        .call(Opcode.WAKEUP, 0)
                                        .call(Opcode.WAKEUP_END_DELAYED)
                                        .call(Opcode.WAKEUP_ONE, 0)
                                        .call(Opcode.WAKEUP_MYCPU, 0)
                                        .call(Opcode.WAKEUP_MYCPU_ONE, 0)
                                        .call(Opcode.WAKEUP_ONCPU, 1, 0)
                                        .call(Opcode.WAKEUP_ONCPU_ONE, 1, 0)
                                        .call(Opcode.WAKEUP_DOMAIN_ONE, 0, 0))
                        .thread("b", 1, KERN_DAEMON, body -> body.call(Opcode.TSLEEP, 0, 0, 0))));
    }

    @Test
    void ipisAndWhatTheirHandlersDid() {
        assertEquals(
                """
                step 0 ipiq 1 none
                step 0 wait_ipiq 1
                step 0 poll
                ipi 1
                step 0 poll
                step 0 ipiq_passive 1 sched b
                step 0 ipiq_mask 7 wakeup I0
                ipi 1
                ipi 2
                step 1 deschedule b
                step 1 switch
                step 0 ipiq 1 resend 2
                step 0 sync_ipiqs
                ipi 1
                ipi 2
                ipi 0
                step 0 cpusync 6 count
                step 0 poll
                ipi 1
                ipi 2
                step 0 poll
                step 1 poll
                step 2 poll
                step 0 poll
                step 0 cs_interlock X0 2 wakeup I0
                step 0 poll
                ipi 1
                step 0 poll
                step 0 cs_deinterlock X0
                step 0 poll
                step 1 poll
                step 0 poll
                step 0 cs_quick X0 3 sched b
                step 0 poll
                ipi 1
                step 0 poll
                step 0 exit
                step 1 deschedule b
                step 1 switch
                ipi 1
                step 1 deschedule b
                step 1 switch
                """,
                script(with(3, ResourceSpec.Kind.CPUSYNC, ResourceSpec.Kind.CHANNEL)
                        .thread(
                                "a",
                                0,
                                KERN_DAEMON,
                                body -> body.callWith(it -> {}, Opcode.SEND_IPIQ, Expr.constant(1))
                                        .call(Opcode.WAIT_IPIQ, 1)
                                        .callWith(it -> it.schedule(B), Opcode.SEND_IPIQ_PASSIVE, Expr.constant(1))
                                        .callWith(
                                                it -> it.call(Opcode.WAKEUP, 1),
                                                Opcode.SEND_IPIQ_MASK,
                                                Expr.constant(-1))
                                        .run(MS)
                                        .callWith(
                                                it -> it.callWith(none -> {}, Opcode.SEND_IPIQ, Expr.constant(2)),
                                                Opcode.SEND_IPIQ,
                                                Expr.constant(1))
                                        .call(Opcode.SYNCHRONIZE_IPIQS)
                                        .callWith(it -> it.mark("sync"), Opcode.CPUSYNC_SIMPLE, Expr.constant(6))
                                        .callWith(
                                                it -> it.call(Opcode.WAKEUP, 1),
                                                Opcode.CPUSYNC_INTERLOCK,
                                                Expr.ZERO,
                                                Expr.constant(2))
                                        .call(Opcode.CPUSYNC_DEINTERLOCK, 0)
                                        .callWith(
                                                it -> it.schedule(B),
                                                Opcode.CPUSYNC_QUICK,
                                                Expr.ZERO,
                                                Expr.constant(3)))
                        .thread(
                                ThreadSpec.kernel("b").onCpu(1).nostart(),
                                body -> body.forever(it -> it.deschedule(B).switchThread()))));
    }

    @Test
    void messagesAreMadeReadyWhereTheMachineDoes() {
        assertEquals(
                """
                > step 0 crit_enter
                > step 0 create a 0 pri=12
                > step 0 create b 1 pri=12
                > step 0 slz_init S0
                > step 0 initport P0 thread b
                > step 0 initport P1 spin -
                > step 0 initport P2 serialize S0
                > step 0 initmsg M1 P1 drop abort=reply
                > ipi 1
                > step 0 crit_exit
                > step 0 exit
                > step 0 getport P1
                > step 0 initmsg M0 a prio
                > step 0 receipt M0
                > step 0 domsg P0 M0
                > step 1 waitport P0
                > ipi 1
                > step 1 replymsg M0 3
                > step 1 waitport P0
                > ipi 0
                > step 0 sendmsg P1 M1
                > step 0 abortmsg M1
                > step 0 getport P1
                > step 0 initmsg M2 a
                > step 0 sendmsg P0 M2
                > step 0 waitmsg M2 pcatch
                > ipi 1
                > step 1 slz_enter S0
                > step 1 forwardmsg P2 M2
                > step 1 getport P2
                > step 1 replymsg M2 0
                > step 1 exit
                > ipi 0
                > step 0 exit
                > end
                """,
                vector(scenario(2)
                                .resource(ResourceSpec.of("port", ResourceSpec.Kind.THREAD_PORT)
                                        .of(1))
                                .resource(ResourceSpec.of("spin", ResourceSpec.Kind.SPIN_PORT))
                                .resource(ResourceSpec.of("slz", ResourceSpec.Kind.SERIALIZER))
                                .resource(ResourceSpec.of("sport", ResourceSpec.Kind.SERIALIZE_PORT)
                                        .of(2))
                                .resource(ResourceSpec.of("m", ResourceSpec.Kind.MESSAGE)
                                        .withFlags(MsgFlag.PRIORITY | MsgFlag.RECEIPT))
                                .resource(ResourceSpec.of("n", ResourceSpec.Kind.MESSAGE)
                                        .of(1)
                                        .withFlags(MsgFlag.ABORTABLE | MsgFlag.DROPABLE))
                                .resource(ResourceSpec.of("o", ResourceSpec.Kind.MESSAGE))
                                .resource(ResourceSpec.of("reply", ResourceSpec.Kind.REPLYONLY_PORT))
                                .thread(
                                        "a",
                                        0,
                                        KERN_DAEMON,
                                        body -> body.call(Opcode.GETPORT, 1)
                                                .call(Opcode.DOMSG, 0, 4, 0)
                                                .call(Opcode.SENDMSG, 1, 5)
                                                .call(Opcode.ABORTMSG, 5)
                                                .call(Opcode.GETPORT, 1)
                                                .call(Opcode.SENDMSG, 0, 6)
                                                .call(Opcode.WAITMSG, 6, 0x100))
                                .thread(
                                        "b",
                                        1,
                                        KERN_DAEMON,
                                        body -> body.call(Opcode.WAITPORT, 0, 0)
                                                .call(Opcode.REPLYMSG, 4, 3)
                                                .call(Opcode.WAITPORT, 0, 0)
                                                .call(Opcode.SERIALIZE_ENTER, 2)
                                                .call(Opcode.FORWARDMSG, 3, 6)
                                                .call(Opcode.GETPORT, 3)
                                                .call(Opcode.REPLYMSG, 6, 0))
                                .build())
                        .lines()
                        .filter(it -> it.startsWith("> ") && !it.contains("tick"))
                        .reduce("", (x, y) -> x + y + "\n"));
    }

    @Test
    void whatArrivesFromOutside() {
        assertEquals(
                """
                fast 1 schedule later
                intr 0 nic
                step 0 iwait
                step 1 exit
                step 0 iwait
                step 0 crit_enter
                intr 1 nic
                step 0 crit_exit
                step 0 exit
                ipi 0
                step 0 iwait
                step 1 poll
                """,
                script(scenario(2)
                        .thread("a", 0, KERN_DAEMON, body -> body.run(3 * MS).critical(it -> it.run(MS)))
                        .interruptThread(
                                "nic",
                                0,
                                INT_MED,
                                body -> body.forever(it -> it.awaitInterrupt().run(MS)))
                        .thread(
                                ThreadSpec.kernel("later").onCpu(1).startingAt(MS),
                                body -> body.run(
                                        Expr.draw(Distribution.UNIFORM, Expr.constant(MS), Expr.constant(2 * MS))))
                        .interruptAt("nic", 0, 2 * MS)
                        .interruptAt("nic", 1, 5 * MS)
                        .spuriousInterruptAt(1, 20 * MS)));
    }

    @Test
    void anIpiThatComesBeforeTheFirstSwitchOfItsCpu() {
        ScenarioBuilder scenario = scenario(2)
                .machine(MachineSpec.DEFAULT.withCpus(2).withHorizon(5 * MS))
                .thread("a", 0, KERN_DAEMON, body -> body.schedule(B))
                .thread(ThreadSpec.kernel("b").onCpu(1).atPriority(20).nostart(), body -> body.run(MS))
                .thread(ThreadSpec.interruptSupport("c").onCpu(1).atPriority(10), body -> body.run(MS));
        assertEquals("""
                step 0 schedule b
                fast 1 smp_stopped
                ipi 1
                step 0 exit
                step 1 exit
                step 1 exit
                """, script(scenario));
    }

    @Test
    void wakeupsAndStartsOfTheScript() {
        ScenarioBuilder scenario = with(2, ResourceSpec.Kind.CHANNEL)
                .thread("a", 0, KERN_DAEMON, body -> body.call(Opcode.TSLEEP, 0, 0, 0))
                .thread(ThreadSpec.kernel("b").onCpu(1).nostart(), body -> body.run(2 * MS))
                .event(EventSpec.start("b").at(2 * MS))
                .event(EventSpec.wakeup("CHANNEL").onCpu(1).at(3 * MS))
                .event(EventSpec.wakeupOne("CHANNEL").at(6 * MS));
        assertEquals("""
                step 0 tsleepx I0
                fast 1 schedule b
                fast 1 wakeup I0
                ipi 0
                step 0 exit
                step 1 exit
                fast 0 wakeup_one I0
                """, script(scenario));
    }
}
