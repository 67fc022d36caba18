// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.diagnostics;

/** The kinds of diagnostics: stable names, for quick fixes, for SARIF and for filters. */
public final class IssueCodes {
    // The text
    public static final String ENCODING = "encoding";
    public static final String SYNTAX = "syntax";
    public static final String TOO_COMPLEX = "too-complex";
    public static final String UNCLOSED_COMMENT = "unclosed-comment";
    public static final String VALUE = "value";
    public static final String UNKNOWN_NAME = "unknown-name";
    public static final String INTERNAL = "internal";

    // Data of SYNTAX: what the error is about
    public static final String ABOUT_BRACES = "braces";
    public static final String ABOUT_UNCLOSED_TEXT = "unclosed-text";
    /** What follows in the data: offset and length of the word before, which the message is about. */
    public static final String ABOUT_WORD_BEFORE = "word-before";
    /** What follows in the data: within how many braces the parser took itself to be. */
    public static final String ABOUT_LEVEL = "level";

    // Declarations
    public static final String DUPLICATE_MACHINE = "duplicate-machine";
    public static final String DUPLICATE_SCENARIO = "duplicate-scenario";
    public static final String DUPLICATE_RESOURCE = "duplicate-resource";
    public static final String DUPLICATE_VARIABLE = "duplicate-variable";
    public static final String DUPLICATE_THREAD = "duplicate-thread";
    public static final String IDLE_THREAD_NAME = "idle-thread-name";
    public static final String EMPTY_FILE = "empty-file";
    public static final String EMPTY_SCENARIO = "empty-scenario";
    public static final String SCENARIO_NAME = "scenario-name";
    public static final String PACKAGE_NAME = "package-name";
    public static final String UNUSED_RESOURCE = "unused-resource";
    public static final String UNUSED_VARIABLE = "unused-variable";
    public static final String NEVER_RUNS = "never-runs";
    public static final String UNUSED_MACHINE = "unused-machine";

    // Imports
    public static final String IMPORT = "import";
    public static final String IMPORTED_ERRORS = "imported-errors";
    public static final String IMPORT_CYCLE = "import-cycle";
    public static final String AMBIGUOUS_IMPORT = "ambiguous-import";
    public static final String UNUSED_IMPORT = "unused-import";

    // Sweeps
    public static final String DUPLICATE_VALUE = "duplicate-value";
    public static final String UNKNOWN_PROPERTY = "unknown-property";
    public static final String TOO_MANY_RUNS = "too-many-runs";
    public static final String UNUSED_PARAMETER = "unused-parameter";

    // Machines
    public static final String DUPLICATE_PROPERTY = "duplicate-property";
    public static final String CPUS_RANGE = "cpus-range";
    public static final String HZ_RANGE = "hz-range";
    public static final String HORIZON_RANGE = "horizon-range";
    public static final String EXTENDS_ITSELF = "extends-itself";
    public static final String LOST_PAIR = "lost-pair";
    public static final String CPU_PAIR = "cpu-pair";
    public static final String UNKNOWN_PROFILE = "unknown-profile";
    public static final String UNKNOWN_SYSCTL = "unknown-sysctl";
    public static final String UNKNOWN_SCHEDULER = "unknown-scheduler";
    public static final String UNKNOWN_BUDGET = "unknown-budget";
    public static final String SYSCTL_RANGE = "sysctl-range";
    public static final String COST_RANGE = "cost-range";

    // Procedures
    public static final String DUPLICATE_PROCEDURE = "duplicate-procedure";
    public static final String DUPLICATE_PARAMETER = "duplicate-parameter";
    public static final String RECURSION = "recursion";
    public static final String ARGUMENTS = "arguments";
    public static final String UNUSED_PROCEDURE = "unused-procedure";

    // Threads and their bodies
    public static final String CPU_RANGE = "cpu-range";
    public static final String PRIORITY_RANGE = "priority-range";
    public static final String UNKNOWN_PRIORITY = "unknown-priority";
    public static final String WAIT_OUTSIDE_INTERRUPT_THREAD = "wait-outside-interrupt-thread";
    public static final String UNREACHABLE = "unreachable";
    public static final String TIMELESS_LOOP = "timeless-loop";
    public static final String NO_TURNS = "no-turns";
    public static final String BEHIND_ELSE = "behind-else";

    public static final String DUPLICATE_OPTION = "duplicate-option";
    public static final String OPTION = "option";
    public static final String NICE_RANGE = "nice-range";
    public static final String ARRAY_SIZE = "array-size";
    public static final String TEMPLATE = "template";
    public static final String UNKNOWN_SIGNAL = "unknown-signal";
    public static final String USER_MODE = "user-mode";
    public static final String SYSTEM_CALL = "system-call";

    // Handlers
    public static final String IN_HANDLER = "in-handler";
    public static final String COPIED_VARIABLE = "copied-variable";
    public static final String SWITCH_IN_HANDLER = "switch-in-handler";
    public static final String PASSIVE_TO_SELF = "passive-to-self";

    // What bodies do with locks and sleeps
    public static final String NOT_HELD = "not-held";
    public static final String RELEASE_ORDER = "release-order";
    public static final String LEFT_HELD = "left-held";
    public static final String SELF_DEADLOCK = "self-deadlock";
    public static final String TAKEN_TWICE = "taken-twice";
    public static final String TOO_MANY_TOKENS = "too-many-tokens";
    public static final String LOCK_REQUEST = "lock-request";
    public static final String LOCK_ORDER = "lock-order";
    public static final String SLEEP_WITH_SPINLOCK = "sleep-with-spinlock";
    public static final String NEVER_WOKEN = "never-woken";
    public static final String NOT_INTERLOCKED = "not-interlocked";

    // Ports and messages
    public static final String PORT_PANIC = "port-panic";

    // Values
    public static final String TYPE = "type";
    public static final String NO_VALUE = "no-value";
    public static final String INDEX_RANGE = "index-range";
    public static final String NOT_AN_ARRAY = "not-an-array";
    public static final String VALUE_RANGE = "value-range";
    public static final String UNKNOWN_FLAG = "unknown-flag";
    public static final String UNKNOWN_MARK = "unknown-mark";
    public static final String PLACEHOLDERS = "placeholders";

    // Events
    public static final String NOT_AN_INTERRUPT_THREAD = "not-an-interrupt-thread";
    public static final String PERIOD_RANGE = "period-range";
    public static final String EMPTY_PERIOD = "empty-period";
    public static final String BEYOND_HORIZON = "beyond-horizon";
    public static final String NEVER_HAPPENS = "never-happens";
    public static final String NOT_NOSTART = "not-nostart";

    // Expectations
    public static final String EMPTY_RANGE = "empty-range";
    public static final String NEVER_HOLDS = "never-holds";
    public static final String CONTRADICTION = "contradiction";

    private IssueCodes() {}
}
