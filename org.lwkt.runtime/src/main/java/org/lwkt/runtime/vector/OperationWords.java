// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.vector;

import java.util.ArrayList;
import java.util.List;
import org.lwkt.runtime.kernel.SleepQueue;
import org.lwkt.runtime.machine.ResourceConfig;
import org.lwkt.runtime.machine.ThreadConfig;
import org.lwkt.runtime.program.Opcode;

/** The operation of a vector for each kernel call, with its arguments. */
final class OperationWords {
    private final ThreadNames threads;
    private final ObjectNames objects;
    private final HandlerLog handlers;
    private final int cpus;

    OperationWords(ThreadNames threads, ObjectNames objects, HandlerLog handlers, int cpus) {
        this.threads = threads;
        this.objects = objects;
        this.handlers = handlers;
        this.cpus = cpus;
    }

    /** The operations that come to the call, in their order. */
    List<String> of(Call call) throws NoVectorException {
        List<String> operations = new ArrayList<>();
        if (call.prepared) {
            operations.addAll(MessageWords.init(
                    objects.of(call.value(1)),
                    threads.of(call.owner),
                    objects.config(call.value(1)).flags()));
        }
        operations.add(operation(call));
        return operations;
    }

    private String operation(Call call) throws NoVectorException {
        return switch (call.opcode) {
            case EXIT -> "exit";
            case YIELD -> "yield";
            case YIELD_QUICK -> "yield_quick";
            case USER_YIELD -> "user_yield";
            case SWITCH -> "switch";
            case WAIT -> "iwait";
            case CRIT_ENTER -> "crit_enter";
            case CRIT_EXIT -> "crit_exit";
            case SCHEDULE -> "schedule " + thread(call, 0);
            case DESCHEDULE -> "deschedule " + thread(call, 0);
            case DESCHEDULE_SELF -> "deschedule_self";
            case SETPRI -> "setpri " + thread(call, 0) + " " + call.word(1);
            case SETPRI_SELF -> "setpri_self " + call.word(0);
            case SET_UPRI -> "upri " + thread(call, 0) + " " + call.word(1);
            case MIGRATE -> "migratecpu " + call.word(0);
            case GIVEAWAY -> "giveaway " + thread(call, 0);
            case ACQUIRE -> "acquire " + thread(call, 0);
            case HOLD -> "hold " + thread(call, 0);
            case RELE -> "rele " + thread(call, 0);
            case CREATE -> create(call);
            case INT_SUPPORT -> "int_support";

            case GETTOKEN -> isOfPool(call) ? "getpool " + address(call) : "gettoken " + object(call, 0);
            case RELTOKEN -> isOfPool(call) ? "relpool " + address(call) : "reltoken " + object(call, 0);
            case GETTOKEN_SHARED -> "gettoken_shared " + plainToken(call);
            case TRYTOKEN -> "trytoken " + plainToken(call);
            case TOKEN_SWAP -> "token_swap";

            case SPIN_LOCK -> "splock " + object(call, 0);
            case SPIN_LOCK_SHARED -> "splock_sh " + object(call, 0);
            case SPIN_TRYLOCK -> "sptry " + object(call, 0);
            case SPIN_UNLOCK -> "spunlock " + object(call, 0);
            case SPIN_UNLOCK_SHARED -> "spunlock_sh " + object(call, 0);

            case SERIALIZE_ENTER -> "slz_enter " + object(call, 0);
            case SERIALIZE_ADAPTIVE_ENTER -> "slz_adaptive " + object(call, 0);
            case SERIALIZE_TRY -> "slz_try " + object(call, 0);
            case SERIALIZE_EXIT -> "slz_exit " + object(call, 0);
            case SERIALIZE_HANDLER_DISABLE -> "slz_hdis " + object(call, 0);
            case SERIALIZE_HANDLER_ENABLE -> "slz_hen " + object(call, 0);
            case SERIALIZE_HANDLER_CALL -> "slz_hcall " + object(call, 0) + " " + serializerFunction(call);
            case SERIALIZE_HANDLER_TRY -> "slz_htry " + object(call, 0) + " " + serializerFunction(call);

            case TSLEEP -> "tsleepx " + object(call, 0) + sleepOptions(call, 1);
            case TSLEEP_INTERLOCK -> "interlockx " + object(call, 0) + domainOption(call.word(1));
            case SSLEEP -> "ssleep " + object(call, 0) + " " + object(call, 1) + sleepOptions(call, 2);
            case ZSLEEP -> "zsleep " + object(call, 0) + " " + object(call, 1) + sleepOptions(call, 2);
            case LWKT_SLEEP -> "lwkt_sleep" + catchOption(call, 0);
            case WAKEUP -> "wakeup " + object(call, 0);
            case WAKEUP_ONE -> "wakeup_one " + object(call, 0);
            case WAKEUP_MYCPU -> "wakeup_mycpu " + object(call, 0);
            case WAKEUP_MYCPU_ONE -> "wakeup_mycpu_one " + object(call, 0);
            case WAKEUP_ONCPU -> "wakeup_oncpu " + call.word(0) + " " + object(call, 1);
            case WAKEUP_ONCPU_ONE -> "wakeup_oncpu_one " + call.word(0) + " " + object(call, 1);
            case WAKEUP_DOMAIN -> "wakeup_domain " + object(call, 0) + " " + Integer.toHexString(call.word(1));
            case WAKEUP_DOMAIN_ONE -> "wakeup_domain_one " + object(call, 0) + " " + Integer.toHexString(call.word(1));
            case WAKEUP_START_DELAYED -> "delay_start";
            case WAKEUP_END_DELAYED -> "delay_end";

            case SEND_IPIQ -> "ipiq " + call.word(0) + " " + messageHandler(call);
            case SEND_IPIQ_PASSIVE -> "ipiq_passive " + call.word(0) + " " + messageHandler(call);
            case SEND_IPIQ_MASK -> "ipiq_mask " + mask(call, 0) + " " + messageHandler(call);
            case WAIT_IPIQ -> "wait_ipiq " + call.word(0);
            case SYNCHRONIZE_IPIQS -> "sync_ipiqs";
            case CPUSYNC_SIMPLE -> "cpusync " + mask(call, 0) + " " + syncFunction(call);
            case CPUSYNC_INTERLOCK ->
                "cs_interlock " + object(call, 0) + " " + mask(call, 1) + " " + syncFunction(call);
            case CPUSYNC_DEINTERLOCK -> "cs_deinterlock " + object(call, 0);
            case CPUSYNC_QUICK -> "cs_quick " + object(call, 0) + " " + mask(call, 1) + " " + syncFunction(call);

            case SENDMSG -> "sendmsg " + target(call) + " " + object(call, 1);
            case DOMSG -> "domsg " + target(call) + " " + object(call, 1) + catchOption(call, 2);
            case FORWARDMSG -> "forwardmsg " + target(call) + " " + object(call, 1);
            case GETPORT -> "getport " + object(call, 0);
            case WAITPORT -> "waitport " + object(call, 0) + catchOption(call, 1);
            case WAITMSG -> "waitmsg " + object(call, 0) + catchOption(call, 1);
            case REPLYMSG -> "replymsg " + object(call, 0) + " " + call.word(1);
            case ABORTMSG -> "abortmsg " + object(call, 0);
            case DROPMSG -> "dropmsg " + object(call, 0);

            case LOCKMGR, LKSLEEP, SIGNAL, USERENTER, USEREXIT -> throw noCommand(call);
            case RUN, SET, JUMP, BRANCH, LOOP_ENTER, LOOP_NEXT, MARK, LOG, ASSERT ->
                throw new IllegalStateException("not a kernel call: " + call.opcode);
        };
    }

    private static NoVectorException noCommand(Call call) {
        return noCommand(call, "");
    }

    private static NoVectorException noCommand(Call call, String why) {
        return new NoVectorException(call.position, call.opcode.cName() + why + " has no command in a vector");
    }

    private String thread(Call call, int index) {
        return threads.of(call.value(index));
    }

    private String object(Call call, int index) {
        return objects.of(call.value(index));
    }

    private String create(Call call) {
        ThreadConfig config = call.createdConfig;
        return "create " + threads.of(call.created) + " " + config.cpu() + options(config, true);
    }

    /** What a thread is created with, from its priority on. */
    static String options(ThreadConfig config, boolean starts) {
        boolean forInterrupts = config.kind() != ThreadConfig.Kind.KERNEL;
        return " pri=" + config.priority()
                + (forInterrupts ? " int" : "")
                + (starts && config.start() != ThreadConfig.Start.NOSTART ? "" : " nostart");
    }

    private boolean isOfPool(Call call) {
        return objects.config(call.value(0)).kind() == ResourceConfig.Kind.POOL_TOKEN;
    }

    private String address(Call call) {
        return Long.toHexString(objects.config(call.value(0)).of());
    }

    private String plainToken(Call call) throws NoVectorException {
        if (isOfPool(call)) {
            throw noCommand(call, " of a pool token");
        }
        return object(call, 0);
    }

    private String target(Call call) throws NoVectorException {
        if (objects.config(call.value(0)).kind() == ResourceConfig.Kind.PUTONLY_PORT) {
            throw noCommand(call, " to a put-only port");
        }
        return object(call, 0);
    }

    private String sleepOptions(Call call, int index) throws NoVectorException {
        int flags = call.word(index);
        if ((flags & ~(SleepQueue.PCATCH | SleepQueue.PINTERLOCKED | SleepQueue.PDOMAIN_MASK)) != 0) {
            throw noCommand(call, " with flags " + Integer.toHexString(flags));
        }
        return domainOption(flags)
                + ((flags & SleepQueue.PINTERLOCKED) != 0 ? " ilk" : "")
                + ((flags & SleepQueue.PCATCH) != 0 ? " pcatch" : "")
                + (call.value(index + 1) > 0 ? " timo" : "");
    }

    private static String domainOption(int flags) {
        int domain = flags & SleepQueue.PDOMAIN_MASK;
        return domain == 0 ? "" : " dom=" + Integer.toHexString(domain);
    }

    private static String catchOption(Call call, int index) throws NoVectorException {
        int flags = call.word(index);
        if ((flags & ~SleepQueue.PCATCH) != 0) {
            throw noCommand(call, " with flags " + Integer.toHexString(flags));
        }
        return flags == 0 ? "" : " pcatch";
    }

    private String mask(Call call, int index) {
        long all = (1L << cpus) - 1;
        return Long.toHexString(call.value(index) & all);
    }

    private String messageHandler(Call call) throws NoVectorException {
        Call act = act(call);
        if (act != null && act.opcode == Opcode.SEND_IPIQ && act(act) == null) {
            return "resend " + act.word(0);
        }
        return function(act, "none");
    }

    private String syncFunction(Call call) throws NoVectorException {
        return function(act(call), "count");
    }

    private String serializerFunction(Call call) throws NoVectorException {
        Call act = act(call);
        if (act != null && act.opcode == Opcode.TSLEEP && act.value(1) == 0 && act.value(2) == 0) {
            return "sleep " + object(act, 0);
        }
        if (act != null && act.opcode == Opcode.SCHEDULE) {
            throw noCommand(act, " in a handler of a serializer");
        }
        return function(act, "none");
    }

    private String function(Call act, String nothing) throws NoVectorException {
        if (act == null) {
            return nothing;
        }
        return switch (act.opcode) {
            case SCHEDULE -> "sched " + thread(act, 0);
            case WAKEUP -> "wakeup " + object(act, 0);
            default -> throw noCommand(act, " in a handler");
        };
    }

    /** The one call that the handler makes whenever it runs, or null. */
    private Call act(Call call) throws NoVectorException {
        HandlerLog.Behaviour behaviour = handlers.of(call);
        Call different = behaviour.different();
        if (different != null) {
            throw noCommand(different, " in a handler that does more, or not the same each time,");
        }
        return behaviour.first();
    }
}
