// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.tree.AbstractInsnNode;
import org.objectweb.asm.tree.ClassNode;
import org.objectweb.asm.tree.JumpInsnNode;
import org.objectweb.asm.tree.MethodInsnNode;
import org.objectweb.asm.tree.MethodNode;

/**
 * A routine that answers a {@link Flow} may have suspended its thread, so its caller may do nothing afterwards but answer
 * the same. The class files show it: such a call is followed by a return.
 */
class TailCallRuleTest {
    private static final String FLOW = ")Lorg/lwkt/runtime/kernel/Flow;";

    /** The trampoline, and the boot that drives it. */
    private static final Set<String> EXEMPT = Set.of("GlobalData.proceed", "Kernel.boot");

    @Test
    void everyCallThatMaySuspendIsATailCall() throws IOException {
        List<String> violations = new ArrayList<>();
        int calls = 0;
        try (Stream<Path> classes = Files.walk(Path.of("target/classes/org/lwkt/runtime/kernel"))) {
            for (Path file :
                    classes.filter(it -> it.toString().endsWith(".class")).toList()) {
                calls += check(read(file), violations);
            }
        }
        assertEquals(List.of(), violations);
        assertTrue(calls > 100, "the rule must have found the kernel's calls: " + calls);
    }

    @Test
    void aCallThatIsNotATailCallIsFound() throws IOException {
        List<String> violations = new ArrayList<>();
        try (InputStream in = getClass().getResourceAsStream("TailCallRuleTest$Offender.class")) {
            check(node(in), violations);
        }
        assertEquals(List.of("TailCallRuleTest$Offender.forgetsTheAnswer calls suspend"), violations);
    }

    private static ClassNode read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return node(in);
        }
    }

    private static ClassNode node(InputStream in) throws IOException {
        ClassNode node = new ClassNode();
        new ClassReader(in).accept(node, ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return node;
    }

    private static int check(ClassNode owner, List<String> violations) {
        int calls = 0;
        String name = owner.name.substring(owner.name.lastIndexOf('/') + 1);
        for (MethodNode method : owner.methods) {
            boolean exempt = EXEMPT.contains(name + "." + method.name);
            for (AbstractInsnNode instruction : method.instructions) {
                if (instruction instanceof MethodInsnNode call && call.desc.endsWith(FLOW) && !isOfEnum(call)) {
                    calls++;
                    if (!exempt && !isReturned(call)) {
                        violations.add(name + "." + method.name + " calls " + call.name);
                    }
                }
            }
        }
        return calls;
    }

    private static boolean isOfEnum(MethodInsnNode call) {
        return call.owner.endsWith("/Flow");
    }

    private static boolean isReturned(AbstractInsnNode call) {
        AbstractInsnNode next = call.getNext();
        while (next != null && (next.getOpcode() == -1 || next.getOpcode() == Opcodes.GOTO)) {
            next = next.getOpcode() == Opcodes.GOTO ? ((JumpInsnNode) next).label : next.getNext();
        }
        return next != null && next.getOpcode() == Opcodes.ARETURN;
    }

    /** What the rule forbids, so that a rule that finds nothing is noticed. */
    static final class Offender {
        static Flow suspend() {
            return Flow.RETURN;
        }

        static Flow forgetsTheAnswer() {
            Flow ignored = suspend();
            return ignored == Flow.IDLE ? Flow.SPIN : Flow.RETURN;
        }

        static Flow answersIt(boolean which) {
            return which ? suspend() : Flow.RETURN;
        }
    }
}
