// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

import static org.lwkt.runtime.program.Operand.CHANNEL;
import static org.lwkt.runtime.program.Operand.CONDITION;
import static org.lwkt.runtime.program.Operand.CPU;
import static org.lwkt.runtime.program.Operand.CPU_MASK;
import static org.lwkt.runtime.program.Operand.DOMAIN;
import static org.lwkt.runtime.program.Operand.ERRNO;
import static org.lwkt.runtime.program.Operand.FLAGS;
import static org.lwkt.runtime.program.Operand.LOCK;
import static org.lwkt.runtime.program.Operand.MESSAGE;
import static org.lwkt.runtime.program.Operand.PORT;
import static org.lwkt.runtime.program.Operand.PRIORITY;
import static org.lwkt.runtime.program.Operand.SERIALIZER;
import static org.lwkt.runtime.program.Operand.SPINLOCK;
import static org.lwkt.runtime.program.Operand.THREAD;
import static org.lwkt.runtime.program.Operand.TIME;
import static org.lwkt.runtime.program.Operand.TIMEOUT;
import static org.lwkt.runtime.program.Operand.TOKEN;
import static org.lwkt.runtime.program.Operand.USER_PRIORITY;

import java.util.List;

/**
 * What one instruction of a {@link Program} does. A kernel call is named after the C function, and says which operands it
 * takes, whether it answers a number, and whether it may switch to another thread.
 */
public enum Opcode {
    // Control: no kernel call.
    /** Uses the CPU. */
    RUN("", 0, TIME),
    /** Sets a local variable to an expression. */
    SET("", 0),
    /** Goes on at the target. */
    JUMP("", 0),
    /** Goes on at the target if the condition is false. */
    BRANCH("", 0, CONDITION),
    /** Sets a hidden local to the number of turns; goes on at the target if that is less than 1. */
    LOOP_ENTER("", 0, Operand.COUNT),
    /** Ends a turn: goes on at the target while turns are left. */
    LOOP_NEXT("", 0),
    /** Notes that the thread came here, under the instruction's text. */
    MARK("", 0),
    /** {@code kprintf()} of the instruction's text and values: each {@code {}} stands for one. */
    LOG("kprintf", 0),
    /** {@code KASSERT()}: a false condition panics with the instruction's text. */
    ASSERT("KASSERT", 0, CONDITION),
    /** The thread function returns. Ends every program. */
    EXIT("lwkt_exit", Trait.MAY_SWITCH),

    // lwkt_thread.c
    YIELD("lwkt_yield", Trait.MAY_SWITCH),
    YIELD_QUICK("lwkt_yield_quick", Trait.MAY_SWITCH),
    USER_YIELD("lwkt_user_yield", Trait.MAY_SWITCH),
    SWITCH("lwkt_switch", Trait.MAY_SWITCH),
    /** One turn of an interrupt thread's loop: sleeps until the next arrival unless one came while it ran. */
    WAIT("ithread_handler", Trait.MAY_SWITCH),
    CRIT_ENTER("crit_enter", 0),
    CRIT_EXIT("crit_exit", 0),
    SCHEDULE("lwkt_schedule", 0, THREAD),
    DESCHEDULE("lwkt_deschedule", 0, THREAD),
    DESCHEDULE_SELF("lwkt_deschedule_self", 0),
    SETPRI("lwkt_setpri", 0, THREAD, PRIORITY),
    SETPRI_SELF("lwkt_setpri_self", 0, PRIORITY),
    SET_UPRI("td_upri", 0, THREAD, USER_PRIORITY),
    MIGRATE("lwkt_migratecpu", Trait.MAY_SWITCH, CPU),
    GIVEAWAY("lwkt_giveaway", 0, THREAD),
    ACQUIRE("lwkt_acquire", Trait.MAY_SWITCH, THREAD),
    HOLD("lwkt_hold", 0, THREAD),
    RELE("lwkt_rele", 0, THREAD),
    /** Creates one more thread like the declared one, at the CPU; answers its number. */
    CREATE("lwkt_create", Trait.ANSWERS, THREAD, CPU),
    INT_SUPPORT("lwkt_set_interrupt_support_thread", 0),

    // lwkt_token.c
    GETTOKEN("lwkt_gettoken", Trait.MAY_SWITCH, TOKEN),
    GETTOKEN_SHARED("lwkt_gettoken_shared", Trait.MAY_SWITCH, TOKEN),
    /** Answers 1: held now, 0: not. */
    TRYTOKEN("lwkt_trytoken", Trait.ANSWERS, TOKEN),
    RELTOKEN("lwkt_reltoken", 0, TOKEN),
    TOKEN_SWAP("lwkt_token_swap", 0),

    // kern_spinlock.c
    SPIN_LOCK("spin_lock", Trait.MAY_SPIN, SPINLOCK),
    SPIN_LOCK_SHARED("spin_lock_shared", Trait.MAY_SPIN, SPINLOCK),
    /** Answers 1: held now, 0: not. */
    SPIN_TRYLOCK("spin_trylock", Trait.ANSWERS, SPINLOCK),
    SPIN_UNLOCK("spin_unlock", 0, SPINLOCK),
    SPIN_UNLOCK_SHARED("spin_unlock_shared", 0, SPINLOCK),

    // lwkt_serialize.c
    SERIALIZE_ENTER("lwkt_serialize_enter", Trait.MAY_SWITCH, SERIALIZER),
    SERIALIZE_ADAPTIVE_ENTER("lwkt_serialize_adaptive_enter", Trait.MAY_SWITCH, SERIALIZER),
    /** Answers 1: held now, 0: not. */
    SERIALIZE_TRY("lwkt_serialize_try", Trait.ANSWERS, SERIALIZER),
    SERIALIZE_EXIT("lwkt_serialize_exit", 0, SERIALIZER),
    SERIALIZE_HANDLER_DISABLE("lwkt_serialize_handler_disable", 0, SERIALIZER),
    SERIALIZE_HANDLER_ENABLE("lwkt_serialize_handler_enable", 0, SERIALIZER),
    /** Calls the instruction's handler in the serializer, unless handlers are disabled. */
    SERIALIZE_HANDLER_CALL("lwkt_serialize_handler_call", Trait.MAY_SWITCH | Trait.HAS_HANDLER, SERIALIZER),
    /** As above if the serializer is free; answers 0: called, 1: disabled or not free. */
    SERIALIZE_HANDLER_TRY(
            "lwkt_serialize_handler_try", Trait.MAY_SWITCH | Trait.HAS_HANDLER | Trait.ANSWERS, SERIALIZER),

    // kern_lock.c
    /** Flags are those of sys/lock.h: type, {@code LK_NOWAIT}, {@code LK_TIMELOCK}, ...; answers 0 or an errno. */
    LOCKMGR("lockmgr", Trait.MAY_SWITCH | Trait.ANSWERS, LOCK, FLAGS, TIMEOUT),

    // kern_synch.c; a sleep answers 0 or an errno
    TSLEEP("tsleep", Trait.MAY_SWITCH | Trait.ANSWERS, CHANNEL, FLAGS, TIMEOUT),
    TSLEEP_INTERLOCK("tsleep_interlock", 0, CHANNEL, FLAGS),
    SSLEEP("ssleep", Trait.MAY_SWITCH | Trait.ANSWERS, CHANNEL, SPINLOCK, FLAGS, TIMEOUT),
    ZSLEEP("zsleep", Trait.MAY_SWITCH | Trait.ANSWERS, CHANNEL, SERIALIZER, FLAGS, TIMEOUT),
    LKSLEEP("lksleep", Trait.MAY_SWITCH | Trait.ANSWERS, CHANNEL, LOCK, FLAGS, TIMEOUT),
    LWKT_SLEEP("lwkt_sleep", Trait.MAY_SWITCH | Trait.ANSWERS, FLAGS),
    WAKEUP("wakeup", 0, CHANNEL),
    WAKEUP_ONE("wakeup_one", 0, CHANNEL),
    WAKEUP_MYCPU("wakeup_mycpu", 0, CHANNEL),
    WAKEUP_MYCPU_ONE("wakeup_mycpu_one", 0, CHANNEL),
    WAKEUP_ONCPU("wakeup_oncpu", 0, CPU, CHANNEL),
    WAKEUP_ONCPU_ONE("wakeup_oncpu_one", 0, CPU, CHANNEL),
    WAKEUP_DOMAIN("wakeup_domain", 0, CHANNEL, DOMAIN),
    WAKEUP_DOMAIN_ONE("wakeup_domain_one", 0, CHANNEL, DOMAIN),
    WAKEUP_START_DELAYED("wakeup_start_delayed", 0),
    WAKEUP_END_DELAYED("wakeup_end_delayed", 0),
    /** A signal for a user thread: ends an interruptible sleep. */
    SIGNAL("lwpsignal", 0, THREAD, Operand.COUNT),

    // lwkt_ipiq.c; the handler runs on the target, in its interrupt
    SEND_IPIQ("lwkt_send_ipiq", Trait.MAY_SPIN | Trait.HAS_HANDLER | Trait.ANSWERS, CPU),
    SEND_IPIQ_PASSIVE("lwkt_send_ipiq_passive", Trait.MAY_SPIN | Trait.HAS_HANDLER | Trait.ANSWERS, CPU),
    SEND_IPIQ_MASK("lwkt_send_ipiq_mask", Trait.MAY_SPIN | Trait.HAS_HANDLER, CPU_MASK),
    /** Waits until the target has taken what this CPU has sent it so far. */
    WAIT_IPIQ("lwkt_wait_ipiq", Trait.MAY_SPIN, CPU),
    SYNCHRONIZE_IPIQS("lwkt_synchronize_ipiqs", Trait.MAY_SWITCH),
    CPUSYNC_SIMPLE("lwkt_cpusync_simple", Trait.MAY_SPIN | Trait.HAS_HANDLER, CPU_MASK),
    CPUSYNC_INTERLOCK("lwkt_cpusync_interlock", Trait.MAY_SPIN | Trait.HAS_HANDLER, Operand.CPUSYNC, CPU_MASK),
    CPUSYNC_DEINTERLOCK("lwkt_cpusync_deinterlock", Trait.MAY_SPIN, Operand.CPUSYNC),
    CPUSYNC_QUICK("lwkt_cpusync_quick", Trait.MAY_SPIN | Trait.HAS_HANDLER, Operand.CPUSYNC, CPU_MASK),

    // lwkt_msgport.c
    SENDMSG("lwkt_sendmsg", Trait.MAY_SPIN, PORT, MESSAGE),
    /** Sends and waits for the reply; answers its error. */
    DOMSG("lwkt_domsg", Trait.MAY_SWITCH | Trait.ANSWERS, PORT, MESSAGE, FLAGS),
    FORWARDMSG("lwkt_forwardmsg", Trait.MAY_SPIN | Trait.ANSWERS, PORT, MESSAGE),
    /** Answers the message's number, or -1. */
    GETPORT("lwkt_getport", Trait.MAY_SPIN | Trait.ANSWERS, PORT),
    /** Answers the message's number, or -1 where flags let a signal end the wait. */
    WAITPORT("lwkt_waitport", Trait.MAY_SWITCH | Trait.ANSWERS, PORT, FLAGS),
    WAITMSG("lwkt_waitmsg", Trait.MAY_SWITCH | Trait.ANSWERS, MESSAGE, FLAGS),
    REPLYMSG("lwkt_replymsg", Trait.MAY_SPIN, MESSAGE, ERRNO),
    ABORTMSG("lwkt_abortmsg", Trait.MAY_SPIN, MESSAGE),
    DROPMSG("lwkt_dropmsg", Trait.MAY_SPIN | Trait.ANSWERS, MESSAGE),

    // trap.c: a user thread crosses the border
    USERENTER("userenter", 0),
    USEREXIT("userexit", Trait.MAY_SWITCH);

    private final String cName;
    private final int traits;
    private final List<Operand> operands;

    Opcode(String cName, int traits, Operand... operands) {
        this.cName = cName;
        this.traits = traits;
        this.operands = List.of(operands);
    }

    /** The C function that it calls; empty for what is no call. */
    public String cName() {
        return cName;
    }

    /**
     * What its arguments are, in order. {@link #LOG} takes any number of values besides, and what has a handler takes those that
     * the handler's local variables begin with.
     */
    public List<Operand> operands() {
        return operands;
    }

    /** Whether it answers a number, which an instruction may keep in a local variable. */
    public boolean answers() {
        return (traits & Trait.ANSWERS) != 0;
    }

    /** Whether another thread may run before it is complete. */
    public boolean maySwitch() {
        return (traits & Trait.MAY_SWITCH) != 0;
    }

    /** Whether it may keep its CPU busy, taking interrupts, until another CPU has done something. */
    public boolean maySpin() {
        return (traits & Trait.MAY_SPIN) != 0;
    }

    /** Whether its instructions carry a {@linkplain Statement.Call#handler handler}. */
    public boolean hasHandler() {
        return (traits & Trait.HAS_HANDLER) != 0;
    }

    /** Bits of {@link #traits}. */
    private static final class Trait {
        static final int ANSWERS = 1;
        static final int MAY_SWITCH = 2;
        static final int MAY_SPIN = 4;
        static final int HAS_HANDLER = 8;
    }
}
