// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

/** What an IPI message calls on its target: {@code ipifunc3_t}. The C name is what traces show. */
public enum IpiFunction {
    INIT_THREAD_REMOTE("lwkt_init_thread_remote"),
    SCHEDULE_REMOTE("lwkt_schedule_remote"),
    SETCPU_REMOTE("lwkt_setcpu_remote"),
    DESCHEDULE("lwkt_deschedule"),
    WAKEUP("_wakeup"),
    SCHED_ITHD_REMOTE("sched_ithd_remote"),
    PUTPORT_REMOTE("lwkt_thread_putport_remote"),
    REPLYPORT_REMOTE("lwkt_thread_replyport_remote"),
    SYNC_IPIQ("lwkt_sync_ipiq"),
    CPUSYNC_REMOTE1("lwkt_cpusync_remote1"),
    CPUSYNC_REMOTE2("lwkt_cpusync_remote2"),
    /** The argument is an {@link IpiCall}. */
    EXTERNAL("external"),
    NEED_USER_RESCHED_REMOTE("bsd4_need_user_resched_remote"),
    LWP_SIGNOTIFY_REMOTE("lwp_signotify_remote");

    private final String cName;

    IpiFunction(String cName) {
        this.cName = cName;
    }

    public String cName() {
        return cName;
    }
}
