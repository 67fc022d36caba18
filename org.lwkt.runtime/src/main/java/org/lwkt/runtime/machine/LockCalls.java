// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.machine;

import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.kernel.LockmgrLock;
import org.lwkt.runtime.kernel.LwktSerializer;
import org.lwkt.runtime.kernel.SpinLock;
import org.lwkt.runtime.program.Arithmetic;
import org.lwkt.runtime.program.Opcode;

/** The calls of kern_spinlock.c, lwkt_serialize.c and kern_lock.c. Notes who holds what does not know its holders. */
final class LockCalls {
    private final Operands operands;
    /** Set when the machine is put together. */
    HandlerRuns handlers;

    LockCalls(Operands operands) {
        this.operands = operands;
    }

    /** Whether {@link #complete} has something to note. */
    static boolean isNoted(Opcode opcode) {
        return switch (opcode) {
            case SPIN_LOCK, SPIN_LOCK_SHARED, SPIN_TRYLOCK, LOCKMGR -> true;
            default -> false;
        };
    }

    Flow call(GlobalData gd, Activation activation, Opcode opcode) {
        return switch (opcode) {
            case SPIN_LOCK -> spinLock(gd, activation).lock(gd);
            case SPIN_LOCK_SHARED -> spinLock(gd, activation).lockShared(gd);
            case SPIN_TRYLOCK -> spinLock(gd, activation).tryLock(gd);
            case SPIN_UNLOCK, SPIN_UNLOCK_SHARED -> {
                SpinLock lock = spinLock(gd, activation);
                activation.owner().held.remove(activation.resource);
                yield lock.unlock(gd);
            }
            case LOCKMGR -> lockmgr(gd, activation);
            default -> serialize(gd, activation, opcode);
        };
    }

    private SpinLock spinLock(GlobalData gd, Activation activation) {
        return operands.resource(gd, activation, 0, SpinLock.class);
    }

    private Flow lockmgr(GlobalData gd, Activation activation) {
        LockmgrLock lock = operands.resource(gd, activation, 0, LockmgrLock.class);
        int flags = operands.word(gd, activation, 1);
        int ticks = operands.ticks(gd, activation, 2);
        activation.answer = flags;
        if ((flags & LockFlag.TIMELOCK) != 0) {
            lock.reinit(lock.wmesg(), ticks);
        }
        return lock.lockmgr(gd, flags);
    }

    private Flow serialize(GlobalData gd, Activation activation, Opcode opcode) {
        LwktSerializer serializer = operands.resource(gd, activation, 0, LwktSerializer.class);
        return switch (opcode) {
            case SERIALIZE_ENTER -> serializer.enter(gd);
            case SERIALIZE_ADAPTIVE_ENTER -> serializer.adaptiveEnter(gd);
            case SERIALIZE_TRY -> {
                activation.answer = Arithmetic.of(serializer.tryEnter(gd));
                yield Flow.RETURN;
            }
            case SERIALIZE_EXIT -> serializer.exit(gd);
            case SERIALIZE_HANDLER_DISABLE -> {
                serializer.handlerDisable();
                yield Flow.RETURN;
            }
            case SERIALIZE_HANDLER_ENABLE -> {
                serializer.handlerEnable();
                yield Flow.RETURN;
            }
            case SERIALIZE_HANDLER_CALL -> serializer.handlerCall(gd, operands.handler(gd, activation, handlers));
            case SERIALIZE_HANDLER_TRY -> serializer.handlerTry(gd, operands.handler(gd, activation, handlers));
            default -> throw new IllegalStateException("not of lwkt_serialize.c: " + opcode);
        };
    }

    /** A call of {@link #isNoted} is complete. */
    void complete(GlobalData gd, Activation activation, Opcode opcode) {
        HeldLocks held = activation.owner().held;
        int result = gd.curThread().result();
        switch (opcode) {
            case SPIN_LOCK, SPIN_LOCK_SHARED -> held.add(activation.resource);
            case SPIN_TRYLOCK -> {
                if (result != 0) {
                    held.add(activation.resource);
                }
            }
            default -> completeLockmgr(held, activation, result);
        }
    }

    private static void completeLockmgr(HeldLocks held, Activation activation, int error) {
        switch ((int) activation.answer & LockFlag.TYPE_MASK) {
            case LockFlag.SHARED, LockFlag.EXCLUSIVE -> {
                if (error == 0) {
                    held.add(activation.resource);
                }
            }
            case LockFlag.RELEASE -> held.remove(activation.resource);
            case LockFlag.UPGRADE, LockFlag.EXCLUPGRADE -> {
                // An upgrade that fails gives up the shared hold.
                if (error != 0) {
                    held.remove(activation.resource);
                }
            }
            default -> {}
        }
    }
}
