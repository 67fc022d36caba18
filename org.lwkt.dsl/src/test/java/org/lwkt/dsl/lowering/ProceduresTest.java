// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.lwkt.dsl.Holds.assertHolds;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compiler;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;

/** The body of a procedure stands in place of each call of it. */
class ProceduresTest {
    private static Result run(String text) {
        return Runner.of(Compiler.scenario(text)).run();
    }

    @Test
    void givesEachCallItsArguments() {
        assertHolds("""
                procedure work(d : time) { run d }
                scenario "s" {
                    thread a { work(1ms)  work(2ms) }
                    thread b { work(3ms) }
                    expect cputime(a) == 3ms
                    expect cputime(b) == 3ms
                }
                """);
    }

    @Test
    void passesOnWhatItWasGiven() {
        assertHolds("""
                token vm[2]
                procedure outer(t : token, d : time) { inner(t, d + 1ms)  inner(vm[1], d) }
                procedure inner(t : token, d : time) { with token t { run d } }
                scenario "s" {
                    thread a { outer(vm[0], 1ms) }
                    expect cputime(a) == 3ms
                    expect max hold(vm[0]) == 2ms
                    expect max hold(vm[1]) == 1ms
                }
                """);
    }

    @Test
    void isCalledWithWhatItWasGivenItselfInAnotherOrder() {
        assertHolds("""
                procedure show(a : int, b : int) { assert a == 1  assert b == 2  swapped(b, a) }
                procedure swapped(a : int, b : int) { assert a == 2  assert b == 1 }
                scenario "s" { thread t { show(1, 2) } expect quiescent }
                """);
    }

    @Test
    void hasVariablesOfItsOwn() {
        assertHolds("""
                procedure count(to : int) { var n = 0  while n < to { n = n + 1 }  assert n == to }
                scenario "s" { thread t { var n = 7  count(3)  count(5)  assert n == 7 } expect quiescent }
                """);
    }

    @Test
    void computesAnArgumentOnce() {
        assertHolds("""
                procedure twice(d : time) { run d  run d }
                scenario "s" { thread t { var n = 1ms  twice(n)  n = 5ms } expect cputime(t) == 2ms }
                """);
    }

    @Test
    void takesEveryKind() {
        assertHolds("""
                token vm
                spinlock rq
                serializer ifq
                lock inode
                channel done
                procedure all(d : time, n : int, b : bool, w : thread, t : token, s : spinlock, z : serializer, l : lock, c : channel) {
                    if b { repeat n { run d } }
                    with token t { with spinlock s { run 1us } }
                    with serializer z { with lock l { run 1us } }
                    schedule w
                    wakeup c
                }
                scenario "s" {
                    thread other nostart { run 5us }
                    thread waiter { tsleep done }
                    thread t { all(1us, 3, not false, other, vm, rq, ifq, inode, done) }
                    expect cputime(t) == 5us
                    expect cputime(other) == 5us
                }
                """);
    }

    @Test
    void knowsTheThreadThatRunsIt() {
        assertHolds("""
                procedure check(n : int, who : thread) { assert index == n  assert who is self  assert not ended(who) }
                scenario "s" { thread w[3] { check(index, self) } expect quiescent }
                """);
    }

    @Test
    void endsTheThreadWhereItExits() {
        assertHolds("""
                procedure leave() { exit }
                scenario "s" { thread t { if now == 0ms { leave() }  run 1ms } expect cputime(t) == 0ms }
                """);
    }

    @Test
    void isForUserModeWhereItMakesSystemCalls() {
        assertHolds("""
                channel done
                procedure ask(d : time) { run d  syscall { tsleep done timeout 1ms } }
                scenario "s" { user thread t { ask(1ms)  ask(2ms) } expect cputime(t) == 3ms }
                """);
    }

    @Test
    void aStatementStandsAtItsLineInTheProcedure() {
        Program body = Compiler.scenario("""
                procedure work(d : time) {
                    run d
                }
                scenario "s" { thread t { work(1ms) } }
                """).threads().getFirst().body();
        assertEquals(2, body.position(0).line());
        assertEquals(Expr.constant(1_000_000), body.argument(0, 0));
    }

    @Test
    void aWrongArgumentEndsTheRunWhereItIsUsed() {
        RunEnd end = run("""
                procedure away(cpu_number : int) {
                    migrate cpu cpu_number
                }
                scenario "s" { thread t { away(9) } }
                """).end();
        assertEquals(RunEnd.Reason.ERROR, end.reason());
        assertEquals(2, end.position().line());
    }

    @Test
    void callsThatDoubleAreRefusedAtOnce() {
        StringBuilder text = new StringBuilder("procedure p0() { run 1us }\n");
        for (int i = 1; i <= 60; i++) {
            text.append("procedure p%d() { p%d()  p%d() }\n".formatted(i, i - 1, i - 1));
        }
        text.append("scenario \"s\" { thread t { p60() } }\n");
        assertEquals(
                List.of("62:27: error: with this call the body of 't' has more than 100000 statements, those of"
                        + " procedures included"),
                Compiler.diagnostics(text.toString()));
    }

    @Test
    void chainsOfCallsAreRefusedBeforeTheyFillTheStack() {
        StringBuilder text = new StringBuilder("procedure p0() { run 1us }\n");
        for (int i = 1; i <= 5_000; i++) {
            text.append("procedure p%d() { p%d() }\n".formatted(i, i - 1));
        }
        text.append("scenario \"s\" { thread t { p5000() } }\n");
        assertEquals(
                List.of("5002:27: error: with this call the blocks of 't' are nested more than 64 levels deep, those"
                        + " of procedures included"),
                Compiler.diagnostics(text.toString()));
    }

    @Test
    void aCircleIsNamed() {
        assertEquals(
                List.of("3:17: error: procedure 'a' calls itself: a -> b -> c -> a; a procedure is no function that"
                        + " is called, its body stands in place of each call"),
                Compiler.diagnostics("""
                        procedure a() { b() }
                        procedure b() { c() }
                        procedure c() { a() }
                        scenario "s" { thread t { a() } }
                        """));
    }

    @Test
    void whatStandsBehindACallThatNeverReturnsIsUnreachable() {
        assertEquals(
                List.of("2:35: warning: this is never reached: the statement in line 2 does not come to an end"),
                Compiler.diagnostics("""
                        procedure serve() { forever { run 1ms } }
                        scenario "s" { thread t { serve() run 1ms } }
                        """));
    }
}
