// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.lwkt.dsl.Holds.assertHolds;

import org.junit.jupiter.api.Test;

/** Threads that are made while the machine runs, and signals for user threads. */
class CreatedThreadsTest {
    @Test
    void aTemplateIsNoThreadUntilItIsCreated() {
        assertHolds("""
                scenario "s" {
                    thread child template { run 2ms  mark "child" }
                    thread t { run 1ms  create child  run 1ms }
                    expect mark "child" before 4.001ms
                    expect end(t) before mark "child"
                    expect switches(cpu 0) >= 2
                }
                """);
    }

    @Test
    void whatIsCreatedIsKnownByTheAnswer() {
        assertHolds("""
                scenario "s" {
                    channel tick
                    thread child template { run 5ms }
                    thread t {
                        var c = create child
                        assert not started(c)
                        tsleep tick timeout 10ms
                        assert ended(c) and not c is self
                        var d = create child
                        deschedule d
                        schedule d
                        assert priority(d) == 12
                    }
                    expect quiescent
                }
                """);
    }

    @Test
    void aThreadIsCreatedOnAnotherCpu() {
        assertHolds("""
                machine two { cpus 2 }
                scenario "s" on two {
                    thread child template { assert mycpu == 1  run 1ms }
                    thread t { var c = create child on cpu 1  run 3ms  assert ended(c) }
                    expect quiescent
                }
                """);
    }

    @Test
    void aProcedureCreatesWhatItIsGiven() {
        assertHolds("""
                procedure two(what : thread) { create what  create what }
                scenario "s" {
                    thread child template { run 1ms  mark "born" }
                    thread t { two(child) }
                    expect mark "born" before 1.1ms
                }
                """);
    }

    @Test
    void aUserThreadForks() {
        assertHolds("""
                scenario "s" {
                    user thread child template { run 5ms }
                    user thread parent { run 1ms  syscall { create child }  run 1ms }
                    expect cputime(parent) == 2ms
                }
                """);
    }

    @Test
    void aSignalEndsASleepThatCatchesSignals() {
        assertHolds("""
                channel never
                scenario "s" {
                    channel tick
                    user thread shell {
                        syscall {
                            var e = tsleep never flags PCATCH
                            assert e == EINTR
                        }
                        syscall {
                            var e = tsleep never flags PCATCH
                            assert e == ERESTART
                        }
                        syscall {
                            var e = tsleep never flags PCATCH timeout 10ms
                            assert e == EWOULDBLOCK
                        }
                    }
                    thread killer {
                        tsleep tick timeout 10ms
                        lwpsignal shell SIGINT
                        tsleep tick timeout 10ms
                        lwpsignal shell 30
                    }
                    expect shell ends before 100ms
                }
                """);
    }
}
