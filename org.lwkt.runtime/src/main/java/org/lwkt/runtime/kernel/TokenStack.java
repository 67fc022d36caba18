// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import org.lwkt.runtime.snapshot.Unhashed;

/**
 * The soft locks of LWKT: held only while their thread runs, taken again when it is resumed. One object per CPU, called
 * for its current thread unless a thread is given.
 */
@Ports("sys/kern/lwkt_token.c")
public final class TokenStack {
    /** Of one thread, each hold counted. */
    public static final int MAX_TOKENS = 32;

    private final GlobalData gd;
    private final Kernel kernel;

    @Unhashed
    private final TokenRef[] sorted = new TokenRef[MAX_TOKENS];

    TokenStack(GlobalData gd) {
        this.gd = gd;
        this.kernel = gd.kernel;
    }

    /** Takes the token exclusively, and waits for it by switching. Context: thread, not in a hard code section. */
    @Ports("sys/kern/lwkt_token.c#lwkt_gettoken")
    public Flow get(LwktToken token) {
        return acquire(token, LwktToken.EXCLUSIVE | LwktToken.EXCLREQ, "lwkt_gettoken");
    }

    /** Takes the token shared, and waits for it by switching. Context: thread, not in a hard code section. */
    @Ports("sys/kern/lwkt_token.c#lwkt_gettoken_shared")
    public Flow getShared(LwktToken token) {
        return acquire(token, LwktToken.EXCLREQ, "lwkt_gettoken_shared");
    }

    private Flow acquire(LwktToken token, long mode, String function) {
        LwktThread td = gd.curThread;
        TokenRef ref = push(td, token, mode, function);
        if (tryHard(ref, td)) {
            if (kernel.tokensHeard) {
                kernel.observer.tokenTaken(gd, td, token);
            }
            return Flow.RETURN;
        }
        td.wmesg = token.desc;
        token.collisions++;
        td.toksHave = td.toksStop - 1;
        kernel.observer.tokenWait(gd, td, token);
        if (kernel.sysctls.tokensDebugOutput > 0) {
            kernel.sysctls.tokensDebugOutput--;
            showWait(td, token, (mode & LwktToken.EXCLUSIVE) != 0 ? "Excl" : "Shar");
        }
        td.mpFlags |= ThreadMpFlag.DIDYIELD;
        td.kernelStack.push(Frame.TOKEN_AFTER_WAIT, mode, 0, ref);
        return gd.scheduler.switchThread();
    }

    private void showWait(LwktThread td, LwktToken token, String kind) {
        KernelObserver observer = kernel.observer;
        observer.kprintf(
                gd,
                kind + " Token " + observer.tokenName(token) + " thread " + observer.name(td) + " " + token.desc + " "
                        + td.comm);
        observer.backtrace(gd);
        observer.kprintf(gd, "");
    }

    /** Takes the pool token for {@code address} exclusively. Context: as {@link #get}. */
    @Ports("sys/kern/lwkt_token.c#lwkt_getpooltoken")
    public Flow getPool(long address) {
        return get(kernel.tokenPool.lookup(address));
    }

    @Ports("sys/kern/lwkt_token.c#lwkt_relpooltoken")
    public void releasePool(long address) {
        release(kernel.tokenPool.lookup(address));
    }

    /** Takes the first of all tokens, which nobody may hold. Context: boot. */
    @Ports("sys/kern/lwkt_token.c#cpu_get_initial_mplock")
    public void getInitialMplock() {
        if (kernel.mpToken.ref != null) {
            kernel.kassert.failed("cpu_get_initial_mplock", "mp_token.t_ref == NULL");
        }
        if (!tryGet(kernel.mpToken)) {
            throw new KernelPanic("cpu_get_initial_mplock", "cpu_get_initial_mplock");
        }
    }

    /** How often {@code td} holds or wants the token. */
    @Ports("sys/kern/lwkt_token.c#lwkt_cnttoken")
    public int count(LwktToken token, LwktThread td) {
        int count = 0;
        for (int i = 0; i < td.toksStop; i++) {
            if (td.toks[i].token == token) {
                count++;
            }
        }
        return count;
    }

    /** Whether the current thread holds the token exclusively, or anybody holds it shared. */
    @Ports("sys/sys/thread2.h#_lwkt_token_held_any")
    public boolean isHeldAny(LwktToken token) {
        return isHeldExclusively(token) || !token.isExclusive() && (token.count & LwktToken.COUNT_MASK) != 0;
    }

    /** Whether the current thread holds the token exclusively. */
    @Ports("sys/sys/thread2.h#_lwkt_token_held_excl")
    public boolean isHeldExclusively(LwktToken token) {
        LwktThread td = gd.curThread;
        return token.ref != null && token.ref.owner == td && token.ref.index < td.toksStop;
    }

    /** Exchanges the last two tokens taken, so that they can be released in the other order. */
    @Ports("sys/kern/lwkt_token.c#lwkt_token_swap")
    public Flow swap() {
        LwktThread td = gd.curThread;
        gd.critical.enter();
        if (td.toksStop < 1) {
            kernel.kassert.failed("lwkt_token_swap", "ref1 >= &td->td_toks_base");
        }
        if (td.toksStop < 2) {
            kernel.kassert.failed("lwkt_token_swap", "ref2 >= &td->td_toks_base");
            // Without assertions the kernel would exchange what lies in front of the array.
            return gd.critical.exit();
        }
        TokenRef ref1 = td.toks[td.toksStop - 1];
        TokenRef ref2 = td.toks[td.toksStop - 2];
        LwktToken token1 = ref1.token;
        LwktToken token2 = ref2.token;
        if (token1 != token2) {
            long mode1 = ref1.mode;
            ref1.token = token2;
            ref1.mode = ref2.mode;
            ref2.token = token1;
            ref2.mode = mode1;
            if (token1.ref == ref1) {
                token1.ref = ref2;
            }
            if (token2.ref == ref2) {
                token2.ref = ref1;
            }
        }
        return gd.critical.exit();
    }

    /** {@link LwktScheduler#switchThread} came back, which it does with all tokens of the thread taken. */
    Flow afterWait(TokenRef ref, long mode) {
        if ((mode & LwktToken.EXCLUSIVE) != 0 && ref.token.ref != ref) {
            kernel.kassert.failed("lwkt_gettoken", "tok->t_ref == ref");
        }
        return Flow.RETURN;
    }

    /** Takes the token exclusively if that needs no wait; answers whether it did. */
    @Ports("sys/kern/lwkt_token.c#lwkt_trytoken")
    public boolean tryGet(LwktToken token) {
        LwktThread td = gd.curThread;
        TokenRef ref = push(td, token, LwktToken.EXCLUSIVE | LwktToken.EXCLREQ, "lwkt_trytoken");
        if (tryRef(ref, td, LwktToken.EXCLUSIVE)) {
            if (kernel.tokensHeard) {
                kernel.observer.tokenTaken(gd, td, token);
            }
            return true;
        }
        td.toksStop--;
        token.collisions++;
        return false;
    }

    /** Gives the last token taken back; any other one panics. */
    @Ports("sys/kern/lwkt_token.c#lwkt_reltoken")
    public void release(LwktToken token) {
        LwktThread td = gd.curThread;
        int top = td.toksStop - 1;
        if (top < 0 || td.toks[top].token != token) {
            throw illegalRelease(td, token, top);
        }
        drop(td.toks[top]);
        td.toksStop = top;
        if (kernel.tokensHeard) {
            kernel.observer.tokenDropped(gd, td, token);
        }
    }

    /** Drops what {@code td} holds, so that it can be switched out. Context: critical section, {@code td} running. */
    @Ports("sys/kern/lwkt_token.c#lwkt_relalltokens")
    void releaseAll(LwktThread td) {
        int stop = td.toksHave == LwktThread.NO_TOKENS_HAVE ? td.toksStop : td.toksHave;
        td.toksHave = LwktThread.NO_TOKENS_HAVE;
        for (int i = stop - 1; i >= 0; i--) {
            drop(td.toks[i]);
            if (kernel.tokensHeard) {
                kernel.observer.tokenDropped(gd, td, td.toks[i].token);
            }
        }
    }

    /**
     * Takes all tokens that {@code td} wants, or none; answers whether it got them. Context: critical section.
     *
     * @param spinning whether the thread failed so often that all CPUs must try in one order
     */
    @Ports({"sys/kern/lwkt_token.c#lwkt_getalltokens", "sys/kern/lwkt_token.c#_lwkt_getalltokens_sorted"})
    boolean getAll(LwktThread td, boolean spinning) {
        TokenRef[] refs = spinning ? sort(td) : td.toks;
        TokenRef last = td.toks[td.toksStop - 1];
        for (int i = 0; i < td.toksStop; i++) {
            TokenRef ref = refs[i];
            if (ref == last ? tryHard(ref, td) : tryRef(ref, td, ref.mode)) {
                continue;
            }
            if (kernel.sysctls.schedDebug > 0) {
                kernel.sysctls.schedDebug--;
                kernel.observer.kprintf(
                        gd,
                        (spinning ? "tokb " : "toka ") + kernel.observer.tokenName(ref.token) + " " + ref.token.desc
                                + " " + td.comm);
            }
            td.wmesg = ref.token.desc;
            ref.token.collisions++;
            if (kernel.tokensHeard) {
                kernel.observer.tokenRefused(gd, td, ref.token);
            }
            while (--i >= 0) {
                drop(refs[i]);
            }
            return false;
        }
        if (kernel.tokensHeard) {
            for (int i = 0; i < td.toksStop; i++) {
                kernel.observer.tokenTaken(gd, td, td.toks[i].token);
            }
        }
        return true;
    }

    private TokenRef[] sort(LwktThread td) {
        for (int i = 0; i < td.toksStop; i++) {
            TokenRef ref = td.toks[i];
            int at = i;
            while (at > 0 && sorted[at - 1].token.order > ref.token.order) {
                sorted[at] = sorted[at - 1];
                at--;
            }
            sorted[at] = ref;
        }
        return sorted;
    }

    @Ports("sys/kern/lwkt_token.c#_lwkt_tokref_init")
    private TokenRef push(LwktThread td, LwktToken token, long mode, String function) {
        if (td.toksStop >= MAX_TOKENS) {
            throw new KernelPanic(function, "assert ref < &td->td_toks_end");
        }
        if (td.toks == null) {
            td.toks = new TokenRef[MAX_TOKENS];
        }
        TokenRef ref = td.toks[td.toksStop];
        if (ref == null) {
            ref = new TokenRef(td, td.toksStop);
            td.toks[td.toksStop] = ref;
        }
        ref.token = token;
        ref.mode = mode;
        td.toksStop++;
        return ref;
    }

    /** The bounded spin of the kernel, during which nothing else moves here: a second try, with the window's rule. */
    @Ports("sys/kern/lwkt_token.c#_lwkt_trytokref_spin")
    private boolean tryHard(TokenRef ref, LwktThread td) {
        if (tryRef(ref, td, ref.mode)) {
            return true;
        }
        boolean shared = (ref.mode & LwktToken.EXCLUSIVE) == 0;
        boolean window = shared && (kernel.sysctls.tokenWindow || kernel.ncpus() == 1);
        if (tryRef(ref, td, window ? ref.mode & ~LwktToken.EXCLREQ : ref.mode)) {
            return true;
        }
        gd.vLockColls++;
        return false;
    }

    @Ports("sys/kern/lwkt_token.c#_lwkt_trytokref")
    private boolean tryRef(TokenRef ref, LwktThread td, long mode) {
        LwktToken token = ref.token;
        if ((mode & LwktToken.EXCLREQ) != 0 && td.gd.intrNestingLevel != 0) {
            kernel.kassert.panicked(
                    "_lwkt_trytokref",
                    "Attempt to acquire token " + kernel.observer.tokenName(token)
                            + " not already held in hard code section");
        }
        return (mode & LwktToken.EXCLUSIVE) != 0 ? tryExclusive(ref, td, mode) : tryShared(ref, td, mode);
    }

    private boolean tryExclusive(TokenRef ref, LwktThread td, long mode) {
        LwktToken token = ref.token;
        if ((token.count & ~LwktToken.EXCLREQ) == 0) {
            token.count = LwktToken.EXCLUSIVE;
            if (token.ref != null) {
                kernel.kassert.failed("_lwkt_trytokref", "tok->t_ref == NULL");
            }
            token.ref = ref;
            return true;
        }
        if (isHeldExclusivelyBy(token, td)) {
            token.count += LwktToken.INCR;
            ref.mode &= ~LwktToken.EXCLUSIVE;
            return true;
        }
        if ((mode & LwktToken.EXCLREQ) != 0) {
            token.count |= LwktToken.EXCLREQ;
        }
        return false;
    }

    private static boolean tryShared(TokenRef ref, LwktThread td, long mode) {
        LwktToken token = ref.token;
        if ((token.count & LwktToken.EXCLUSIVE) == 0) {
            if ((token.count & mode) == 0 || td.toksStop != 1) {
                token.count += LwktToken.INCR;
                return true;
            }
            return false;
        }
        if (isHeldExclusivelyBy(token, td)) {
            token.count += LwktToken.INCR;
            return true;
        }
        return false;
    }

    private static boolean isHeldExclusivelyBy(LwktToken token, LwktThread td) {
        return (token.count & LwktToken.EXCLUSIVE) != 0
                && token.ref != null
                && token.ref.owner == td
                && token.ref.index < td.toksStop;
    }

    @Ports("sys/kern/lwkt_token.c#_lwkt_reltokref")
    private void drop(TokenRef ref) {
        LwktToken token = ref.token;
        if (token.ref == ref) {
            token.ref = null;
            token.count &= ~LwktToken.EXCLUSIVE;
            return;
        }
        if ((token.count & LwktToken.COUNT_MASK) == 0) {
            kernel.kassert.failed("_lwkt_reltokref", "count & TOK_COUNTMASK");
        }
        token.count -= LwktToken.INCR;
    }

    private KernelPanic illegalRelease(LwktThread td, LwktToken wanted, int top) {
        KernelObserver observer = kernel.observer;
        String name = observer.name(td);
        String base = "ref." + name + ".0";
        observer.kprintf(
                gd,
                "LWKT_RELTOKEN ASSERTION td " + name + " tok " + observer.tokenName(wanted) + " ref " + base + "/ref."
                        + name + "." + top);
        if (top < 0) {
            observer.kprintf(gd, "REF CONTENT: tok=- count=" + hex(0) + " owner=" + base);
            observer.kprintf(gd, "lwkt_reltoken: no tokens to release");
        } else {
            TokenRef ref = td.toks[top];
            observer.kprintf(
                    gd,
                    "REF CONTENT: tok=" + observer.tokenName(ref.token) + " count=" + hex(ref.mode) + " owner=" + name);
            observer.kprintf(gd, "lwkt_reltoken: release wants " + wanted.desc + " and got " + ref.token.desc);
        }
        return new KernelPanic("lwkt_reltoken", "lwkt_reltoken: illegal release");
    }

    private static String hex(long word) {
        return "0".repeat(16 - Long.toHexString(word).length()) + Long.toHexString(word);
    }
}
