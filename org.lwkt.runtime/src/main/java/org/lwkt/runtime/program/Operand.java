// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.program;

/** What an argument of a kernel call means; what a scenario is checked against before it runs. */
public enum Operand {
    /** Nanoseconds, not negative. */
    TIME,
    /** Nanoseconds, or 0: without limit. */
    TIMEOUT,
    /** A number without a unit. */
    COUNT,
    /** A number of a CPU, from 0. */
    CPU,
    /** Bit n stands for CPU n, n below {@link #MASK_CPUS}; or {@link #ALL_CPUS}, {@link #OTHER_CPUS}. */
    CPU_MASK,
    /** A number of a thread: index in the scenario, arrays unrolled, in order of declaration from 0. */
    THREAD,
    /** {@code TDPRI_*}, 0 to 31. */
    PRIORITY,
    /** A user priority, {@code td_upri}. */
    USER_PRIORITY,
    /** The number of a resource: a token or a pool token. */
    TOKEN,
    /** The number of a resource: a spin lock. */
    SPINLOCK,
    /** The number of a resource: a serializer. */
    SERIALIZER,
    /** The number of a resource: a lockmgr lock. */
    LOCK,
    /** The number of a resource: something to sleep on. */
    CHANNEL,
    /** The number of a resource: a message port. */
    PORT,
    /** The number of a resource: a message. */
    MESSAGE,
    /** The number of a resource: a cpusync. */
    CPUSYNC,
    /** Flags of the call, by the kernel's values. */
    FLAGS,
    /** A sleep domain, {@code PDOMAIN_*}. */
    DOMAIN,
    /** 0 or an errno. */
    ERRNO,
    /** 0 is false, everything else true. */
    CONDITION;

    /** How many CPUs have a bit in a {@link #CPU_MASK}. */
    public static final int MASK_CPUS = 63;
    /** The {@link #CPU_MASK} of all CPUs of the machine. */
    public static final long ALL_CPUS = -1;
    /** The {@link #CPU_MASK} of all CPUs of the machine but the one that calls. */
    public static final long OTHER_CPUS = -2;
}
