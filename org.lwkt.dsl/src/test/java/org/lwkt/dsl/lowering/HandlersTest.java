// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Samples;
import org.lwkt.runtime.outcome.RunEnd;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Operand;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.scenario.Result;
import org.lwkt.runtime.scenario.Runner;

/** Calls with a handler, and sets of CPUs, as data. */
class HandlersTest {
    private static Program body(String statements) {
        return Compiler.scenario(scenario(statements)).threads().getFirst().body();
    }

    private static String scenario(String statements) {
        return "machine smp { cpus 4 ipi latency 2us } serializer z[2] scenario \"s\" on smp { thread t {\n"
                + statements + "\n} thread other on cpu 1 { run 1ms assert not z[0] held } }";
    }

    private static List<String> diagnostics(String statements) {
        return Compiler.diagnostics(scenario(statements));
    }

    @Test
    void onlyWhatAHandlerNamesIsGivenToIt() {
        Program body = body("var a = 1 var b = 2 var c = 3 send_ipiq cpu 1 { log \"{} {} {}\", c, a, c }");
        assertEquals(3, body.arguments(3));
        assertEquals(Expr.local(2), body.argument(3, 1));
        assertEquals(Expr.local(0), body.argument(3, 2));
        Program handler = body.handler(3);
        assertEquals(2, handler.locals());
        assertEquals(Expr.local(0), handler.argument(0, 0));
        assertEquals(Expr.local(1), handler.argument(0, 1));
        assertEquals(Expr.local(0), handler.argument(0, 2));
    }

    @Test
    void aHandlerHasVariablesOfItsOwn() {
        Program body = body("var a = 1 send_ipiq cpu 1 { var b = a  b = b + 1  log \"{}\", b }");
        assertEquals(1, body.locals());
        assertEquals(2, body.handler(1).locals());
        assertEquals(1, body.handler(1).result(0));
    }

    @Test
    void setsAreBits() {
        Program body = body("send_ipiq_mask cpus 0, 3 { } send_ipiq_mask all cpus { } send_ipiq_mask all other cpus { }"
                + " cpusync_simple cpus mycpu, 2 { }");
        assertEquals(Expr.constant(9), body.argument(0, 0));
        assertEquals(Expr.constant(Operand.ALL_CPUS), body.argument(1, 0));
        assertEquals(Expr.constant(Operand.OTHER_CPUS), body.argument(2, 0));
        assertEquals(Expr.ask(Question.CPU_SET, Expr.constant(4), Expr.ask(Question.CPU)), body.argument(3, 0));
    }

    @Test
    void descheduleSelfIsACallOfItsOwn() {
        assertEquals(Opcode.DESCHEDULE_SELF, body("deschedule self").opcode(0));
    }

    @Test
    void theCpuOfAComputedSetIsThereOrTheRunEnds() {
        Result result = Runner.of(Compiler.scenario(scenario("var n = 4\nsend_ipiq_mask cpus n { }")))
                .run();
        assertEquals(RunEnd.Reason.ERROR, result.end().reason());
        assertEquals("no such cpu: 4", result.end().detail());
        assertEquals(3, result.end().position().line());
    }

    /** On the CPU of the sender a handler is an ordinary call. */
    @Test
    void whatSwitchesIsOnlyWarnedOfWhereItPanics() {
        assertEquals(List.of(), diagnostics("send_ipiq cpu 0 { switch } cpusync_simple cpus 0 { switch }"));
        assertEquals(List.of(), diagnostics("serialize_handler_call z[0] { switch }"));
        assertEquals(1, diagnostics("send_ipiq_mask cpus 0, 1 { switch }").size());
        assertEquals(
                1,
                diagnostics("cpusync_simple cpus mycpu { if mycpu == 2 { switch } }")
                        .size());
        assertEquals(
                1,
                diagnostics("serialize_handler_call z[1] { send_ipiq cpu 1 { synchronize_ipiqs } }")
                        .size());
    }

    @Test
    void whatIsWarnedOfPanics() {
        for (String statement : List.of("switch", "lwkt_sleep", "synchronize_ipiqs", "tsleep c timeout 1ms")) {
            String text = "machine smp { cpus 2 } channel c scenario \"s\" on smp { thread t { send_ipiq cpu 1 {\n"
                    + statement + "\n} run 1ms wakeup c } expect panic }";
            assertEquals(List.of(), Compiler.diagnostics(text));
            Result result = Runner.of(Compiler.scenario(text)).run();
            assertTrue(result.held(), () -> statement + ": " + result.end());
        }
        Result passive = Runner.of(Compiler.scenario(Samples.body("send_ipiq_passive cpu 0 { }")))
                .run();
        assertEquals(RunEnd.Reason.PANIC, passive.end().reason());
    }

    /** Words that begin no statement stay names. */
    @Test
    void theWordsOfSetsAreNames() {
        assertEquals(
                List.of(),
                Compiler.diagnostics("package demo.cpusync scenario \"s\" { token other cpusync cpus thread all {"
                        + " var ^cpusync = 0  ^cpusync = ^cpusync + 1  gettoken other reltoken other"
                        + " cpusync_quick cpus cpus 0 { mark \"m\" } all()"
                        + " cpusync_quick cpus all cpus { schedule all } } } procedure all() { }"));
    }

    @Test
    void parametersOfAScenarioAreKnownInHandlers() {
        String text = "machine smp { cpus 4 } scenario \"s\" on smp with n in [1, 3], d in [1ms, 2ms] { thread t {"
                + " send_ipiq_mask cpus n { assert mycpu == n and now < d  mark \"m\" } } expect mark \"m\" before 1us }";
        assertEquals(List.of(), Compiler.diagnostics(text));
        var sweep = Compiler.compile(text).sweeps().getFirst();
        for (int run = 0; run < sweep.size(); run++) {
            assertTrue(Runner.of(sweep.scenario(run)).run().held());
        }
        assertEquals(
                List.of("1:88: error: there is no cpu 4: machine smp has the CPUs 0 .. 3 (with n = 4)"),
                Compiler.diagnostics("machine smp { cpus 4 } scenario \"s\" on smp with n in [1, 4] {"
                        + " thread t { send_ipiq cpu n { mark \"m\" } } }"));
    }
}
