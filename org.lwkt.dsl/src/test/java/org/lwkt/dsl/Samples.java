// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Texts that several tests start from. */
public final class Samples {
    /** Every construct of the language. */
    public static final String EVERYTHING = """
            package demo.everything

            machine smp4 {
                cpus 4
                hz 1_000
                ipi latency 2.5us
                horizon 2s
            }

            machine plain { }

            /** Everything there is to say. */
            scenario "everything" on smp4 {
                /** Works, and is not left alone. */
                thread worker on cpu 1 at KERN_USER {
                    run 1ms; yield; yield quick
                    switch
                    repeat 3 { run 1us  critical { run 2us } }
                    schedule nic
                    deschedule sleeper
                    setpri 20
                    setpri SOFT_NORM
                    migrate cpu 2
                    exit
                }
                thread sleeper { deschedule sleeper  switch }
                thread roamer on any cpu at 0 { run 0.5us }
                interrupt thread nic on cpu 3 at INT_HIGH { forever { wait  run 20us } }
                interrupt thread disk { wait }
                thread idle at 31 { }

                at 5ms interrupt nic
                at 0ns interrupt nic on cpu 2
                every 1ms interrupt disk
                every 1ms from 10ms until 20ms interrupt nic on cpu 0

                expect nic preempts worker
                expect worker ends before 100ms
                expect start(nic) before end(worker)
                expect end(worker) before 1s
                expect start(worker) before panic
                expect panic before start(sleeper)
                expect panic before 1s
                expect cputime(worker) == 5ms
                expect cputime(nic) <= 5ms
                expect cputime(nic) in 1us .. 5ms
                expect switches(cpu 0) >= 3
                expect switches(nic) < 100
                expect switches(worker) > 1
                expect switches(cpu 3) in 1..5
                expect panic "assert"
                expect panic
            }

            scenario "on the second machine" on plain {
                thread t { run 1ms }
                expect quiescent
            }

            machine detailed extends smp4 {
                phase 1ms
                ipi latency from cpu 0 to cpu 3 5us
                cost profile x86_64 { switch 150ns kernel_call 10ns }
                cost poll 50ns
                sysctl lwkt.spin_loops = 20
                sysctl kern.livelock_debug = -1
                scheduler bsd4
                invariants on
                seed 42
                order random
            }

            machine bare extends detailed { cost profile ideal invariants off order fixed cost tick 1us }

            scenario "on the detailed machine" on detailed {
                thread t { run 1ms }
                expect quiescent
            }

            scenario "on the bare machine" on bare {
                thread t { run 1ms }
                expect quiescent
            }
            """;

    /** Elements of arrays whose index is known only when a body runs. */
    public static final String ELEMENTS = """
            channel done

            scenario "elements" {
                token slot[2]
                thread w[3] nostart { wakeup done }
                thread starter {
                    var i = 2
                    while i >= 0 {
                        schedule w[i]
                        with token slot[i % 2] { run 1us }
                        i = i - 1
                    }
                    assert not w[i + 1] is self
                }
            }
            """;

    /** Procedures with parameters of all kinds. */
    public static final String PROCEDURES = """
            token vm
            spinlock rq
            serializer ifq
            lock inode
            channel done

            /** Takes everything. */
            procedure all(d : time, n : int, b : bool, w : thread, t : token, s : spinlock, z : serializer, l : lock, c : channel) {
                if b { repeat n { run d } }
                with token t { with spinlock s { run 1us } }
                with serializer z { with lock l { run 1us } }
                schedule w
                wakeup c
                nothing()
            }

            procedure nothing() { }

            scenario "procedures" {
                thread other nostart { run 5us }
                thread waiter { tsleep done }
                thread t { all(1us, 3, not false, other, vm, rq, ifq, inode, done)  nothing() }
            }
            """;

    /** Everything that can vary. */
    public static final String SWEEP = """
            machine pair { cpus 2 }

            scenario "sweep" on pair with machine.cpus in [3, 4], machine.ipi latency in [1us], n in [1, 2],
                work in [1ms, 2.5ms], busy in [true], part in [0.25, 1], below in [-1] {
                token vm[n]
                thread w[n] on cpu n { repeat n { with token vm[n - 1] { run work } } }
                user thread u nice n start work { run work + 1ms }
                interrupt thread nic { forever { wait run 1us } }
                at work interrupt nic on cpu n
                every work from work until 20ms interrupt nic
                expect cputime(w) in 0s .. work between 0s and work
                expect switches(cpu n) >= n
                expect fairness(w) >= part
                expect at work n > below or busy
                expect eventually ended(w) within work
                expect start(w) before work
                expect ipis(cpu n -> any) <= n
            }
            """;

    /** Random numbers, errnos, created threads and signals. */
    public static final String CHANCE = """
            channel tick

            scenario "chance" {
                thread child template { run uniform(1us, 1ms) }
                user thread shell { syscall { var e = tsleep tick flags PCATCH  assert e == EINTR or e == ERESTART } }
                thread t on cpu 0 {
                    var c = create child on cpu 0
                    create child
                    run exponential(1ms)
                    run normal(1ms, 100us) + oneof(1us, 2us, uniform(3us, 4us))
                    var e = tsleep tick timeout 20ms
                    assert e == EWOULDBLOCK and ended(c)
                    lwpsignal shell SIGINT
                    lwpsignal shell 30
                }
            }
            """;

    /** Events and faults of all kinds. */
    public static final String FAULTS = """
            machine small { cpus 2 budget steps 1_000 budget steps at one instant 100 budget events 5_000 budget threads 9 }

            machine pair extends small { budget steps 2_000 }

            scenario "faults" on pair with late in [1ms, 2ms], n in [0, 1] {
                thread t on cpu 1 { run 10ms }
                interrupt thread nic { forever { wait run 1us } }
                at late stop cpu n
                at 5ms restart cpu n
                at late spurious interrupt on cpu n
                every 1ms from 2ms until 8ms jitter late interrupt nic
                channel ch
                thread slept[2] nostart { tsleep ch }
                at late start slept[0]
                every 1ms from 3ms start slept[1]
                every late wakeup ch one on cpu n
                when asleep(slept) or not running(t) once after late wakeup ch
                when sleepers(ch) > 0 stop cpu n
                when ended(t) after 1ms restart cpu n
                when true once spurious interrupt on cpu 0
                from 1us until 9ms fault delay ipi from cpu 0 to cpu n by late
                from 0ns fault next 3 drop ipi to cpu 1
                from 0ns fault chance 25% duplicate ipi after 7us
                from late fault reorder ipi from cpu n within late
                from 0ns until late fault lose tick on cpu n
                from 0ns fault next 2 chance 10% delay tick by 1ms
                from 0ns fault slow cpu n to 150%
            }
            """;

    private Samples() {}

    /** Texts that compile: the examples, and everything there is. */
    public static List<String> valid() {
        List<String> texts =
                new ArrayList<>(Compiler.examples().stream().map(Compiler::read).toList());
        texts.add(EVERYTHING);
        texts.add(ELEMENTS);
        texts.add(PROCEDURES);
        texts.add(SWEEP);
        texts.add(CHANCE);
        texts.add(FAULTS);
        meaning().forEach(it -> texts.add(it.text()));
        return texts;
    }

    /** A sample that is a file of its own. */
    public record File(String name, String text) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The files that say what each statement means. */
    public static List<File> meaning() {
        return Compiler.files(Path.of("src", "test", "resources", "org", "lwkt", "dsl", "meaning")).stream()
                .map(it -> new File(it.getFileName().toString(), Compiler.read(it)))
                .toList();
    }

    /** One thread with the given body. */
    public static String body(String statements) {
        return "scenario \"s\" {\n    thread t {\n        " + statements + "\n    }\n}\n";
    }

    /** Two threads and an interrupt thread, and the given members. */
    public static String members(String members) {
        return """
                scenario "s" {
                    thread t { run 1ms }
                    thread u { run 1ms }
                    interrupt thread nic { forever { wait run 1us } }
                    %s
                }
                """.formatted(members);
    }
}
