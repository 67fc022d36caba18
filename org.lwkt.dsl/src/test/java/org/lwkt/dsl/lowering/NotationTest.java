// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Samples;
import org.lwkt.runtime.expect.Ending;
import org.lwkt.runtime.expect.Expectation;
import org.lwkt.runtime.expect.Measure;
import org.lwkt.runtime.expect.Moment;
import org.lwkt.runtime.expect.Statistic;
import org.lwkt.runtime.machine.FaultKind;
import org.lwkt.runtime.machine.ScriptedEvent;
import org.lwkt.runtime.program.BinaryOperator;
import org.lwkt.runtime.program.Distribution;
import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.program.Opcode;
import org.lwkt.runtime.program.Program;
import org.lwkt.runtime.program.Question;
import org.lwkt.runtime.program.Statement;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.ThreadSpec;

/** What the runtime can do, the language can say: all that a scenario is made of comes out of some sample. */
class NotationTest {
    /** What is no part of a scenario, but follows from something else that is. */
    private static final Set<Object> FOLLOWING =
            Set.of(FaultKind.CPU_STOP, FaultKind.CPU_RESTART, FaultKind.SPURIOUS_INTERRUPT, ScriptedEvent.Kind.START);

    private static final Set<Object> FOUND = new HashSet<>();

    @BeforeAll
    static void readAllSamples() {
        for (String text : Samples.valid()) {
            Compilation compilation = Compiler.compile(text);
            compilation.sweeps().forEach(it -> find(it.scenario(0)));
        }
    }

    private static void find(Object part) {
        switch (part) {
            case Enum<?> constant -> FOUND.add(constant);
            case Program program -> find(program);
            case Iterable<?> parts -> parts.forEach(NotationTest::find);
            case Record record -> {
                FOUND.add(record.getClass());
                for (RecordComponent component : record.getClass().getRecordComponents()) {
                    try {
                        find(component.getAccessor().invoke(record));
                    } catch (ReflectiveOperationException hidden) {
                        throw new AssertionError(hidden);
                    }
                }
            }
            case null, default -> {}
        }
    }

    private static void find(Program program) {
        find(program.statements());
        for (int pc = 0; pc < program.size(); pc++) {
            FOUND.add(program.opcode(pc));
            for (int index = 0; index < program.arguments(pc); index++) {
                find(program.argument(pc, index));
            }
        }
    }

    static Stream<Map.Entry<String, List<Object>>> vocabularies() {
        return Stream.of(
                words(Opcode.class),
                words(Question.class),
                words(BinaryOperator.class),
                words(Distribution.class),
                words(ResourceSpec.Kind.class),
                words(ThreadSpec.Kind.class),
                words(ThreadSpec.Start.class),
                words(ScriptedEvent.Kind.class),
                words(FaultKind.class),
                words(Expectation.class),
                words(Measure.class),
                words(Statistic.class),
                words(Moment.class),
                words(Ending.class),
                words(Expr.class),
                words(Statement.class));
    }

    private static Map.Entry<String, List<Object>> words(Class<?> type) {
        Object[] words = type.isEnum() ? type.getEnumConstants() : type.getPermittedSubclasses();
        return Map.entry(type.getSimpleName(), List.of(words));
    }

    @ParameterizedTest
    @MethodSource("vocabularies")
    void everyWordOfTheRuntimeHasANotation(Map.Entry<String, List<Object>> vocabulary) {
        Set<Object> missing = new LinkedHashSet<>(vocabulary.getValue());
        missing.removeAll(FOLLOWING);
        missing.removeAll(FOUND);
        assertEquals(Set.of(), missing);
    }
}
