// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Modifier;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Diagnostic;
import org.lwkt.dsl.Samples;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.diagnostics.WarningLevels;

/** For every rule a file that breaks it, with the message, and one that only just does not. */
class ValidationTest {
    /** Reported by parser, linker and decoder, by the analysis of flow, or never; they have tests of their own. */
    private static final Set<String> ELSEWHERE = Set.of(
            IssueCodes.ENCODING,
            IssueCodes.SYNTAX,
            IssueCodes.TOO_COMPLEX,
            IssueCodes.UNCLOSED_COMMENT,
            IssueCodes.VALUE,
            IssueCodes.UNKNOWN_NAME,
            IssueCodes.INTERNAL,
            IssueCodes.DUPLICATE_VALUE,
            IssueCodes.UNKNOWN_PROPERTY,
            IssueCodes.TOO_MANY_RUNS,
            IssueCodes.UNUSED_PARAMETER,
            IssueCodes.IMPORT,
            IssueCodes.IMPORTED_ERRORS,
            IssueCodes.IMPORT_CYCLE,
            IssueCodes.AMBIGUOUS_IMPORT,
            IssueCodes.UNUSED_IMPORT,
            IssueCodes.UNUSED_RESOURCE,
            IssueCodes.UNUSED_VARIABLE,
            IssueCodes.NEVER_RUNS,
            IssueCodes.NOT_HELD,
            IssueCodes.RELEASE_ORDER,
            IssueCodes.LEFT_HELD,
            IssueCodes.SELF_DEADLOCK,
            IssueCodes.TAKEN_TWICE,
            IssueCodes.TOO_MANY_TOKENS,
            IssueCodes.LOCK_REQUEST,
            IssueCodes.LOCK_ORDER,
            IssueCodes.SLEEP_WITH_SPINLOCK,
            IssueCodes.NEVER_WOKEN,
            IssueCodes.NOT_INTERLOCKED,
            IssueCodes.ABOUT_BRACES,
            IssueCodes.ABOUT_LEVEL,
            IssueCodes.ABOUT_UNCLOSED_TEXT,
            IssueCodes.ABOUT_WORD_BEFORE);

    /** What is declared to show something need not be used. */
    private static final Set<String> UNUSED = Set.of(
            IssueCodes.UNUSED_RESOURCE, IssueCodes.UNUSED_VARIABLE, IssueCodes.UNUSED_PARAMETER, IssueCodes.NEVER_RUNS);

    private record Rule(String code, String message, String broken, String kept) {}

    private static String machine(String properties) {
        return "machine m { " + properties + " }\nscenario \"s\" on m { thread t { run 1ms } }\n";
    }

    private static String threads(String threads, String members) {
        return "machine m { cpus 2 horizon 1s }\nscenario \"s\" on m {\n" + threads + "\n" + members + "\n}\n";
    }

    private static String procedure(String head, String call) {
        return "procedure " + head + "\nscenario \"s\" { thread t { " + call + " } }\n";
    }

    private static final List<Rule> RULES = List.of(
            new Rule(
                    IssueCodes.TEMPLATE,
                    "1:62: error: 'c' is a template, and no thread: 'create c' makes one and answers it",
                    "scenario \"s\" { thread c template { run 1ms } thread t { hold c } }",
                    "scenario \"s\" { thread c template { run 1ms } thread t { create c } }"),
            new Rule(
                    IssueCodes.UNKNOWN_SIGNAL,
                    "1:65: error: no signal is called 'SIGINTR'; did you mean 'SIGINT'?",
                    "scenario \"s\" { user thread u { run 1ms } thread t { lwpsignal u SIGINTR } }",
                    "scenario \"s\" { user thread u { run 1ms } thread t { lwpsignal u SIGINT } }"),
            new Rule(
                    IssueCodes.DUPLICATE_PROCEDURE,
                    "2:11: error: procedure 'p' is declared twice: the first is in line 1",
                    procedure("p() { }\nprocedure p() { }", "p()"),
                    procedure("p() { }\nprocedure q() { }", "p() q()")),
            new Rule(
                    IssueCodes.DUPLICATE_PARAMETER,
                    "1:23: error: parameter 'd' is declared twice: the first is in line 1",
                    procedure("p(d : time, d : int) { }", "p(1ms, 1)"),
                    procedure("p(d : time, n : int) { }", "p(1ms, 1)")),
            new Rule(
                    IssueCodes.ARGUMENTS,
                    "2:27: error: procedure 'p' takes no arguments, and 1 is given",
                    procedure("p() { }", "p(1)"),
                    procedure("p(n : int) { }", "p(1)")),
            new Rule(
                    IssueCodes.RECURSION,
                    "1:17: error: procedure 'p' calls itself; a procedure is no function that is called, its body stands in"
                            + " place of each call",
                    procedure("p() { p() }", "p()"),
                    procedure("p() { q() }\nprocedure q() { }", "p()")),
            new Rule(
                    IssueCodes.UNUSED_PROCEDURE,
                    "1:11: warning: procedure 'p' is not used: nobody calls it",
                    procedure("p() { }", "run 1ms"),
                    procedure("p() { }", "p()")),
            new Rule(
                    IssueCodes.EXTENDS_ITSELF,
                    "1:19: error: machine 'm' extends itself: m extends m",
                    machine("").replace("machine m", "machine m extends m"),
                    machine("").replace("machine m", "machine n { }\nmachine m extends n")),
            new Rule(
                    IssueCodes.LOST_PAIR,
                    "2:19: error: machine 'b' has an ipi latency from cpu 0 to cpu 1, and machine m has one CPU, 0",
                    "machine b { cpus 2 ipi latency from cpu 0 to cpu 1 5us }\n"
                            + machine("cpus 1").replace("machine m", "machine m extends b"),
                    "machine b { cpus 2 ipi latency from cpu 0 to cpu 1 5us }\n"
                            + machine("cpus 2").replace("machine m", "machine m extends b")),
            new Rule(
                    IssueCodes.CPU_PAIR,
                    "1:50: error: a CPU sends no IPI to itself: the latency is that from one CPU to another",
                    machine("cpus 2 ipi latency from cpu 1 to cpu 1 5us"),
                    machine("cpus 2 ipi latency from cpu 1 to cpu 0 5us")),
            new Rule(
                    IssueCodes.UNKNOWN_PROFILE,
                    "1:26: error: no cost profile is called 'x86_46': there are ideal, x86_64; did you mean 'x86_64'?",
                    machine("cost profile x86_46"),
                    machine("cost profile x86_64")),
            new Rule(
                    IssueCodes.COST_RANGE,
                    "1:23: error: a polling turn must take time, or virtual time would stand still: at least 1ns",
                    machine("cost poll 0ns"),
                    machine("cost poll 1ns cost tick 0ns")),
            new Rule(
                    IssueCodes.UNKNOWN_SYSCTL,
                    "1:20: error: no sysctl is called 'lwkt.spin_loop'; did you mean 'lwkt.spin_loops'?",
                    machine("sysctl lwkt.spin_loop = 10"),
                    machine("sysctl lwkt.spin_loops = 10")),
            new Rule(
                    IssueCodes.SYSCTL_RANGE,
                    "1:45: error: kern.usched_bsd4.decay is 1 .. 2147483647, not 0",
                    machine("sysctl kern.usched_bsd4.decay = 0"),
                    machine("sysctl kern.usched_bsd4.decay = 1")),
            new Rule(
                    IssueCodes.UNKNOWN_SCHEDULER,
                    "1:23: error: no user scheduler is called 'bsd5': there is bsd4; did you mean 'bsd4'?",
                    machine("scheduler bsd5"),
                    machine("scheduler bsd4")),
            new Rule(
                    IssueCodes.DUPLICATE_MACHINE,
                    "3:9: error: machine 'm' is declared twice: the first is in line 1",
                    machine("") + "machine m { }\n",
                    machine("") + "scenario \"t\" on n { thread t { } }\nmachine n { }\n"),
            new Rule(
                    IssueCodes.DUPLICATE_SCENARIO,
                    "2:10: error: scenario \"s\" is declared twice: the first is in line 1",
                    "scenario \"s\" { thread t { } }\nscenario \"s\" { thread t { } }\n",
                    "scenario \"s\" { thread t { } }\nscenario \"S\" { thread t { } }\n"),
            new Rule(
                    IssueCodes.DUPLICATE_THREAD,
                    "3:18: error: thread 't' is declared twice: the first is in line 2",
                    "scenario \"s\" {\nthread t { }\ninterrupt thread t { wait }\n}\n",
                    "scenario \"s\" {\nthread t { }\ninterrupt thread T { wait }\n}\n"),
            new Rule(
                    IssueCodes.IDLE_THREAD_NAME,
                    "2:8: error: 'idle0' is what a thread of the kernel itself is called: choose another name",
                    "scenario \"s\" {\nthread idle0 { }\n}\n",
                    "scenario \"s\" {\nthread idle { }\nthread idle_0 { }\n}\n"),
            new Rule(
                    IssueCodes.EMPTY_FILE,
                    "1:1: warning: this file declares no scenario",
                    "// nothing\n",
                    "machine m { }\n"),
            new Rule(
                    IssueCodes.EMPTY_SCENARIO,
                    "1:10: warning: this scenario has no thread: nothing happens in it",
                    "scenario \"s\" { }\n",
                    "scenario \"s\" { thread t { } }\n"),
            new Rule(
                    IssueCodes.SCENARIO_NAME,
                    "1:10: error: a scenario needs a name, such as \"the interrupt preempts\"",
                    "scenario \" \" { thread t { } }\n",
                    "scenario \"-\" { thread t { } }\n"),
            new Rule(
                    IssueCodes.PACKAGE_NAME,
                    "1:9: error: 'demo.class' cannot be the package of the generated Java: a part of it is a word of Java",
                    "package demo.class\nscenario \"s\" { thread t { } }\n",
                    "package demo.classes\nscenario \"s\" { thread t { } }\n"),
            new Rule(
                    IssueCodes.UNUSED_MACHINE,
                    "1:9: warning: machine 'm' is not used: no scenario says 'on m'",
                    "machine m { }\nscenario \"s\" { thread t { } }\n",
                    "machine m { }\nscenario \"s\" on m { thread t { } }\n"),
            new Rule(
                    IssueCodes.DUPLICATE_PROPERTY,
                    "1:20: error: 'cpus' is declared twice: the first is in line 1",
                    machine("cpus 2 cpus 2"),
                    machine("cpus 2 hz 2")),
            new Rule(
                    IssueCodes.CPUS_RANGE,
                    "1:18: error: a machine has 1 .. 256 cpus, not 257",
                    machine("cpus 257"),
                    machine("cpus 256")),
            new Rule(
                    IssueCodes.CPUS_RANGE,
                    "1:18: error: a machine has 1 .. 256 cpus, not 0",
                    machine("cpus 0"),
                    machine("cpus 1")),
            new Rule(
                    IssueCodes.HZ_RANGE,
                    "1:16: error: hz is 1 .. 1000000 ticks a second, not 1000001",
                    machine("hz 1000001"),
                    machine("hz 1_000_000")),
            new Rule(
                    IssueCodes.HORIZON_RANGE,
                    "1:21: error: the horizon is where a run ends: it must be more than 0",
                    machine("horizon 0s"),
                    machine("horizon 1ns")),
            new Rule(
                    IssueCodes.CPU_RANGE,
                    "3:17: error: there is no cpu 2: machine m has the CPUs 0 .. 1",
                    threads("thread t on cpu 2 { }", ""),
                    threads("thread t on cpu 1 { }", "")),
            new Rule(
                    IssueCodes.CPU_RANGE,
                    "3:21: error: there is no cpu 1: the default machine has one CPU, 0",
                    Samples.body("migrate cpu 1"),
                    Samples.body("migrate cpu 0")),
            new Rule(
                    IssueCodes.CPU_RANGE,
                    "5:33: error: there is no cpu 7: the default machine has one CPU, 0",
                    Samples.members("at 1ms interrupt nic on cpu 7"),
                    Samples.members("at 1ms interrupt nic on cpu 0")),
            new Rule(
                    IssueCodes.CPU_RANGE,
                    "5:25: error: there is no cpu 9223372036854775807: the default machine has one CPU, 0",
                    Samples.members("expect switches(cpu 9223372036854775807) > 1"),
                    Samples.members("expect switches(cpu 0) > 1")),
            new Rule(
                    IssueCodes.PRIORITY_RANGE,
                    "3:16: error: a priority is 0 .. 31, not 32",
                    Samples.body("setpri 32"),
                    Samples.body("setpri 31")),
            new Rule(
                    IssueCodes.UNKNOWN_PRIORITY,
                    "3:16: error: no priority is called 'INT_MEDIUM'; did you mean 'INT_MED'?",
                    Samples.body("setpri INT_MEDIUM"),
                    Samples.body("setpri INT_MED")),
            new Rule(
                    IssueCodes.WAIT_OUTSIDE_INTERRUPT_THREAD,
                    "2:30: error: only an interrupt thread can wait for interrupts, and 't' is none",
                    "scenario \"s\" {\nthread t { forever { run 1ms wait } }\n}\n",
                    "scenario \"s\" {\ninterrupt thread t { forever { run 1ms wait } }\n}\n"),
            new Rule(
                    IssueCodes.UNREACHABLE,
                    "3:40: warning: this is never reached: the statement in line 3 does not come to an end",
                    Samples.body("critical { repeat 2 { exit } } yield run 1ms"),
                    Samples.body("critical { repeat 2 { yield } } yield exit")),
            new Rule(
                    IssueCodes.UNREACHABLE,
                    "3:29: warning: this is never reached: the statement in line 3 does not come to an end",
                    Samples.body("forever { run 1ms } yield yield"),
                    Samples.body("forever { run 1ms yield }")),
            new Rule(
                    IssueCodes.TIMELESS_LOOP,
                    "3:9: warning: no time passes in this loop: as soon as it spins, the Zeno guard ends the run",
                    Samples.body("forever { repeat 3 { yield } run 0ns }"),
                    Samples.body("forever { repeat 3 { yield } run 1ns }")),
            new Rule(
                    IssueCodes.NO_TURNS,
                    "3:16: warning: this loop has no turns: its body never runs",
                    Samples.body("repeat 0 { yield }"),
                    Samples.body("repeat 1 { yield }")),
            new Rule(
                    IssueCodes.BEHIND_ELSE,
                    "3:49: error: the 'else' in line 3 is for all that is left: behind it there is no other",
                    Samples.body("if now > 1ms { yield } else { run 1ms } else { run 2ms }"),
                    Samples.body("if now > 1ms { yield } else if now > 0ms { run 1ms } else { run 2ms }")),
            new Rule(
                    IssueCodes.NOT_AN_INTERRUPT_THREAD,
                    "5:22: error: 't' is not an interrupt thread: declare it as 'interrupt thread t', or interrupt another",
                    Samples.members("at 1ms interrupt t"),
                    Samples.members("at 1ms interrupt nic")),
            new Rule(
                    IssueCodes.NOT_AN_INTERRUPT_THREAD,
                    "5:25: error: 't' is not an interrupt thread: declare it as 'interrupt thread t', or interrupt another",
                    Samples.members("every 1ms interrupt t"),
                    Samples.members("every 1ms interrupt nic")),
            new Rule(
                    IssueCodes.PERIOD_RANGE,
                    "5:11: error: the time between two events must be more than 0",
                    Samples.members("every 0ns interrupt nic"),
                    Samples.members("every 1ns interrupt nic")),
            new Rule(
                    IssueCodes.EMPTY_PERIOD,
                    "5:30: error: nothing happens before 'until 5ms': the first is at 5ms",
                    Samples.members("every 1ms from 5ms until 5ms interrupt nic"),
                    Samples.members("every 1ms from 5ms until 5.000001ms interrupt nic")),
            new Rule(
                    IssueCodes.EMPTY_PERIOD,
                    "5:21: error: nothing happens before 'until 0s': the first is at 0s",
                    Samples.members("every 1ms until 0s interrupt nic"),
                    Samples.members("every 1ms until 1ns interrupt nic")),
            new Rule(
                    IssueCodes.BEYOND_HORIZON,
                    "5:8: warning: this never happens: the run ends at 10s, the horizon of the default machine",
                    Samples.members("at 10s interrupt nic"),
                    Samples.members("at 9.999999999s interrupt nic")),
            new Rule(
                    IssueCodes.NOT_NOSTART,
                    "3:35: error: 't' starts by itself: declare it as 'thread t nostart', or start another",
                    threads("thread t { run 1ms } at 1ms start t", ""),
                    threads("thread t nostart { run 1ms } at 1ms start t", "")),
            new Rule(
                    IssueCodes.NEVER_HAPPENS,
                    "5:10: warning: this never happens: the condition is never true",
                    Samples.members("when false interrupt nic"),
                    Samples.members("when true interrupt nic")),
            new Rule(
                    IssueCodes.UNKNOWN_BUDGET,
                    "1:20: error: no budget is called 'traces': there are steps, events, threads",
                    machine("budget traces 5"),
                    machine("budget events 5")),
            new Rule(
                    IssueCodes.EMPTY_RANGE,
                    "5:27: error: this range has no values: the first must not be more than the second",
                    Samples.members("expect switches(t) in 4 .. 3"),
                    Samples.members("expect switches(t) in 3 .. 3")),
            new Rule(
                    IssueCodes.EMPTY_RANGE,
                    "5:26: error: this range has no values: the first must not be more than the second",
                    Samples.members("expect cputime(t) in 4ms .. 3ms"),
                    Samples.members("expect cputime(t) in 3ms .. 4ms")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: no number of switches is like that",
                    Samples.members("expect switches(t) < 0"),
                    Samples.members("expect switches(t) < 1")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: no number of switches is like that",
                    Samples.members("expect switches(t) > 9223372036854775807"),
                    Samples.members("expect switches(t) > 9223372036854775806")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: no CPU time is like that",
                    Samples.members("expect cputime(t) < 0s"),
                    Samples.members("expect cputime(t) <= 0s")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: a thread cannot use more time than there is: the run ends at 10s, the"
                            + " horizon of the default machine",
                    Samples.members("expect cputime(t) > 10s"),
                    Samples.members("expect cputime(t) >= 10s")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: a thread cannot preempt itself",
                    Samples.members("expect nic preempts nic"),
                    Samples.members("expect nic preempts t")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: only interrupt threads preempt, and 't' is none",
                    Samples.members("expect t preempts u"),
                    Samples.members("expect nic preempts u")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "4:8: warning: this can never hold: the priority of 'i', 12, is not above that of 't', 12",
                    threads("interrupt thread i at KERN_DAEMON { wait } thread t { }", "expect i preempts t"),
                    threads("interrupt thread i at 13 { wait } thread t { }", "expect i preempts t")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "4:8: warning: this can never hold: 'i' is on cpu 0 and 't' on cpu 1",
                    threads("interrupt thread i { wait } thread t on cpu 1 { }", "expect i preempts t"),
                    threads("interrupt thread i { wait } thread t on cpu 1 { migrate cpu 0 }", "expect i preempts t")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: 'nic' never ends: its body loops forever",
                    Samples.members("expect nic ends before 1s"),
                    Samples.members("expect t ends before 1s")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: 'nic' never ends: its body loops forever",
                    Samples.members("expect end(nic) before end(t)"),
                    Samples.members("expect end(t) before end(nic)")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: nothing happens before 0",
                    Samples.members("expect t ends before 0s"),
                    Samples.members("expect t ends before 1ns")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: nothing happens before itself",
                    Samples.members("expect start(t) before start(t)"),
                    Samples.members("expect start(t) before start(u)")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: nothing happens before itself",
                    Samples.members("expect panic before panic"),
                    Samples.members("expect panic before end(t)")),
            new Rule(
                    IssueCodes.NEVER_HOLDS,
                    "5:12: warning: this can never hold: a thread does not end before it starts",
                    Samples.members("expect end(t) before start(t)"),
                    Samples.members("expect start(t) before end(t)")),
            new Rule(
                    IssueCodes.DUPLICATE_RESOURCE,
                    "3:6: error: 'a' is declared twice: the first is in line 2",
                    "scenario \"s\" {\ntoken a\nlock a thread t { }\n}\n",
                    "scenario \"s\" {\ntoken a\nlock b thread t { }\n}\n"),
            new Rule(
                    IssueCodes.DUPLICATE_VARIABLE,
                    "3:44: error: variable 'n' is declared twice: the first is in line 3",
                    Samples.body("var n = 1  critical { run 1ms  var n = 2 }"),
                    Samples.body("critical { var n = 2 }  var n = 1")),
            new Rule(
                    IssueCodes.DUPLICATE_OPTION,
                    "2:17: error: 'daemon' is declared twice: the first is in line 2",
                    "scenario \"s\" {\nthread t daemon daemon { }\n}\n",
                    "scenario \"s\" {\nthread t daemon nostart { }\n}\n"),
            new Rule(
                    IssueCodes.OPTION,
                    "2:10: error: only a user thread has a nice value, and 't' is none",
                    "scenario \"s\" {\nthread t nice 5 { }\n}\n",
                    "scenario \"s\" {\nuser thread t nice 5 { }\n}\n"),
            new Rule(
                    IssueCodes.NICE_RANGE,
                    "2:20: error: nice is -20 .. 20, not 21",
                    "scenario \"s\" {\nuser thread t nice 21 { }\n}\n",
                    "scenario \"s\" {\nuser thread t nice -20 { }\n}\n"),
            new Rule(
                    IssueCodes.ARRAY_SIZE,
                    "2:10: error: an array has 1 .. 4096 elements, not 0",
                    "scenario \"s\" {\nthread t[0] { }\n}\n",
                    "scenario \"s\" {\nthread t[4_096] { }\n}\n"),
            new Rule(
                    IssueCodes.USER_MODE,
                    "2:17: error: this calls the kernel from user mode: it needs 'syscall { }' around it",
                    "scenario \"s\" {\nuser thread t { yield }\n}\n",
                    "scenario \"s\" {\nuser thread t { syscall { yield } }\n}\n"),
            new Rule(
                    IssueCodes.IN_HANDLER,
                    "3:27: error: a handler runs at one instant, and 'run' takes time",
                    Samples.body("send_ipiq cpu 0 { run 1us }"),
                    Samples.body("send_ipiq cpu 0 { } run 1us")),
            new Rule(
                    IssueCodes.COPIED_VARIABLE,
                    "3:37: error: 'n' is a variable of the body around this handler, which has a copy of it from the time of"
                            + " the call: it can read it, and not set it",
                    Samples.body("var n = 0 send_ipiq cpu 0 { n = 1 }"),
                    Samples.body("var n = 0 send_ipiq cpu 0 { var m = n  m = 1 } n = 2")),
            new Rule(
                    IssueCodes.SWITCH_IN_HANDLER,
                    "4:1: warning: this switches to another thread, and the handler runs in an interrupt, where a switch"
                            + " panics",
                    threads("thread t { send_ipiq cpu 1 {", "switch } }"),
                    threads("thread t { send_ipiq cpu 1 {", "switch } } expect panic")),
            new Rule(
                    IssueCodes.PASSIVE_TO_SELF,
                    "3:34: warning: this sends to the CPU that 't' runs on, and lwkt_send_ipiq_passive() panics there:"
                            + " 'send_ipiq' calls the handler at once",
                    threads("thread t { send_ipiq_passive cpu 0 { } }", ""),
                    threads("thread t { send_ipiq_passive cpu 1 { } }", "")),
            new Rule(
                    IssueCodes.SYSTEM_CALL,
                    "3:9: error: only a user thread makes system calls, and 't' is none",
                    Samples.body("syscall { yield }"),
                    "scenario \"s\" {\nuser thread t { syscall { } syscall { } }\n}\n"),
            new Rule(
                    IssueCodes.SYSTEM_CALL,
                    "2:27: error: a system call inside of a system call",
                    "scenario \"s\" {\nuser thread t { syscall { syscall { } } }\n}\n",
                    "scenario \"s\" {\nuser thread t { syscall { } }\n}\n"),
            new Rule(
                    IssueCodes.TYPE,
                    "3:13: error: expected a time, and this is a truth value",
                    Samples.body("run true"),
                    Samples.body("run 1ms * 2")),
            new Rule(
                    IssueCodes.TYPE,
                    "3:25: error: '+' does not go with a number and a time",
                    Samples.body("var n = 1 run 1 + n * 5ms"),
                    Samples.body("var n = 1 run 1ms + n * 5ms")),
            new Rule(
                    IssueCodes.TYPE,
                    "3:13: error: what is held is a token or a lock, and this is a number",
                    Samples.body("if  5 held { run 1ms }"),
                    "scenario \"s\" {\ntoken a thread t { if a held { run 1ms } }\n}\n"),
            new Rule(
                    IssueCodes.TYPE,
                    "4:16: error: outside of bodies an index is a number",
                    "scenario \"s\" {\nthread w[2] { }\nthread v { }\nexpect start(w[now]) before 1s\n}\n",
                    "scenario \"s\" {\nthread w[2] { }\nthread v { }\nexpect start(w[1]) before 1s\n}\n"),
            new Rule(
                    IssueCodes.NO_VALUE,
                    "3:43: error: overflow: 9223372036854775807 + 1",
                    Samples.body("var n = 9_223_372_036_854_775_807 + 1"),
                    Samples.body("var n = 9_223_372_036_854_775_806 + 1")),
            new Rule(
                    IssueCodes.NO_VALUE,
                    "3:19: error: division by zero: 1 / 0",
                    Samples.body("var n = 1 / 0"),
                    Samples.body("var n = 0 / 1")),
            new Rule(
                    IssueCodes.INDEX_RANGE,
                    "2:34: error: 'a' has no element 2: there are 0 .. 1",
                    "scenario \"s\" {\ntoken a[2] thread t { gettoken a[2] }\n}\n",
                    "scenario \"s\" {\ntoken a[2] thread t { gettoken a[1] }\n}\n"),
            new Rule(
                    IssueCodes.NOT_AN_ARRAY,
                    "2:32: error: 'a' is an array: say which one, such as a[0]",
                    "scenario \"s\" {\ntoken a[2] thread t { gettoken a }\n}\n",
                    "scenario \"s\" {\ntoken a[2] thread t { gettoken a[0] }\n}\n"),
            new Rule(
                    IssueCodes.NOT_AN_ARRAY,
                    "2:31: error: 'a' is no array",
                    "scenario \"s\" {\ntoken a thread t { gettoken a[0] }\n}\n",
                    "scenario \"s\" {\ntoken a thread t { gettoken a }\n}\n"),
            new Rule(
                    IssueCodes.VALUE_RANGE,
                    "3:13: error: a time is not negative here",
                    Samples.body("run 1ms - 2ms"),
                    Samples.body("run 2ms - 2ms")),
            new Rule(
                    IssueCodes.VALUE_RANGE,
                    "3:17: error: a priority is 0 .. 31, not 32",
                    Samples.body("setpri (31 + 1)"),
                    Samples.body("setpri (30 + 1)")),
            new Rule(
                    IssueCodes.UNKNOWN_FLAG,
                    "2:37: error: no flag is called 'PCATH' here; did you mean 'PCATCH'?",
                    "scenario \"s\" {\nchannel c thread t { tsleep c flags PCATH }\n}\n",
                    "scenario \"s\" {\nchannel c thread t { tsleep c flags PCATCH }\n}\n"),
            new Rule(
                    IssueCodes.UNKNOWN_FLAG,
                    "2:38: error: no domain is called 'UMTX'; did you mean 'PDOMAIN_UMTX'?",
                    "scenario \"s\" {\nchannel c thread t { wakeup c domain UMTX }\n}\n",
                    "scenario \"s\" {\nchannel c thread t { wakeup c domain PDOMAIN_UMTX }\n}\n"),
            new Rule(
                    IssueCodes.UNKNOWN_MARK,
                    "3:13: error: no thread says 'mark \"hafl\"'; did you mean 'half'?",
                    "scenario \"s\" {\nthread t { mark \"half\" }\nexpect mark \"hafl\" before 1s\n}\n",
                    "scenario \"s\" {\nthread t { mark \"half\" }\nexpect mark \"half\" before 1s\n}\n"),
            new Rule(
                    IssueCodes.PLACEHOLDERS,
                    "3:13: error: the text has 1 places {} for values, and 2 follow it",
                    Samples.body("log \"{}\", 1, 2"),
                    Samples.body("log \"{}{}\", 1, 2")),
            new Rule(
                    IssueCodes.PORT_PANIC,
                    "5:37: warning: no messages are taken from a null port: lwkt_waitport() panics",
                    Samples.members("port p null thread v { waitport p }"),
                    Samples.members("port p null thread v { waitport p } expect panic")),
            new Rule(
                    IssueCodes.CONTRADICTION,
                    "5:18: warning: a run that panics does not end quiescent: only one of both can hold",
                    Samples.members("expect panic expect quiescent"),
                    Samples.members("expect panic before 1s expect quiescent")));

    @TestFactory
    Stream<DynamicTest> aBrokenRuleIsReported() {
        return RULES.stream()
                .map(it -> DynamicTest.dynamicTest(it.code + " " + it.message, () -> {
                    List<Diagnostic> found = Compiler.compile(it.broken).diagnostics();
                    assertEquals(List.of(it.message), Compiler.diagnostics(it.broken));
                    assertEquals(it.code, found.get(0).code());
                }));
    }

    @TestFactory
    Stream<DynamicTest> aNearMissIsNotReported() {
        return RULES.stream()
                .map(it -> DynamicTest.dynamicTest(
                        it.code + " " + it.message,
                        () -> assertEquals(
                                List.of(),
                                Compiler.compile(it.kept).diagnostics().stream()
                                        .filter(found -> it.code.equals(found.code()) || !UNUSED.contains(found.code()))
                                        .toList())));
    }

    /** What is an error is one for everybody. */
    @Test
    void warningsAloneCanBeMoreOrLess() {
        RULES.forEach(it ->
                assertEquals(it.message.contains(": warning: "), WarningLevels.CODES.contains(it.code), it.message));
    }

    @Test
    void everyCodeHasARule() throws IllegalAccessException {
        Set<String> codes = new TreeSet<>();
        for (var field : IssueCodes.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers())) {
                codes.add((String) field.get(null));
            }
        }
        Set<String> tested = new TreeSet<>(ELSEWHERE);
        RULES.forEach(it -> tested.add(it.code));
        assertEquals(codes, tested);
    }

    @Test
    void threeMistakesAreThreeMessages() {
        assertEquals(
                List.of(
                        "2:18: error: a time needs a unit (ns, us, ms or s): write 5ms, for example, instead of 5",
                        "3:14: error: expected a statement or '}' after '{', not 'yeild'; did you mean 'yield'?",
                        "4:31: error: no thread is called 'w' in this scenario"),
                Compiler.diagnostics("""
                        scenario "s" {
                          thread t { run 5 }
                          thread u { yeild }
                          thread v { run 1ms schedule w }
                        }
                        """));
    }
}
