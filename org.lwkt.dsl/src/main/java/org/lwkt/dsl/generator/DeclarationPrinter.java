// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.generator;

import org.lwkt.runtime.program.Expr;
import org.lwkt.runtime.scenario.ResourceSpec;
import org.lwkt.runtime.scenario.ThreadSpec;

/** Prints threads and resources without what they have by default. */
final class DeclarationPrinter {
    private final Imports imports;
    private final ExprPrinter expressions;

    DeclarationPrinter(Imports imports, ExprPrinter expressions) {
        this.imports = imports;
        this.expressions = expressions;
    }

    /** {@code ThreadSpec.kernel("pageout").onCpu(1)}. */
    String print(ThreadSpec thread) {
        ThreadSpec preset = preset(thread);
        StringBuilder text = new StringBuilder(imports.use(ThreadSpec.class) + "." + factory(thread.kind()) + "("
                + JavaText.string(thread.name()) + ")");
        if (thread.count() != preset.count()) {
            text.append(".times(").append(thread.count()).append(")");
        }
        if (!thread.cpu().equals(preset.cpu())) {
            text.append(cpu(thread.cpu()));
        }
        if (thread.priority() != preset.priority()) {
            text.append(".atPriority(")
                    .append(expressions.priority(thread.priority()))
                    .append(")");
        }
        if (thread.nice() != preset.nice()) {
            text.append(".withNice(").append(thread.nice()).append(")");
        }
        switch (thread.start()) {
            case RUNNING -> {}
            case NOSTART -> text.append(".nostart()");
            case TEMPLATE -> text.append(".template()");
        }
        if (thread.startNs() != preset.startNs()) {
            text.append(".startingAt(")
                    .append(JavaText.number(thread.startNs()))
                    .append(")");
        }
        if (thread.daemon()) {
            text.append(".asDaemon()");
        }
        return text.toString();
    }

    private static ThreadSpec preset(ThreadSpec thread) {
        return switch (thread.kind()) {
            case KERNEL -> ThreadSpec.kernel(thread.name());
            case INTERRUPT_SUPPORT -> ThreadSpec.interruptSupport(thread.name());
            case INTERRUPT -> ThreadSpec.interrupt(thread.name());
            case USER -> ThreadSpec.user(thread.name());
        };
    }

    private static String factory(ThreadSpec.Kind kind) {
        return switch (kind) {
            case KERNEL -> "kernel";
            case INTERRUPT_SUPPORT -> "interruptSupport";
            case INTERRUPT -> "interrupt";
            case USER -> "user";
        };
    }

    private String cpu(Expr cpu) {
        if (cpu instanceof Expr.Constant it) {
            return it.value() == ThreadSpec.ANY_CPU ? ".onAnyCpu()" : ".onCpu(" + it.value() + ")";
        }
        return ".onCpu(" + expressions.print(cpu) + ")";
    }

    /** {@code ResourceSpec.of("vm", ResourceSpec.Kind.TOKEN)}. */
    String print(ResourceSpec resource) {
        String type = imports.use(ResourceSpec.class);
        StringBuilder text = new StringBuilder(type + ".of(" + JavaText.string(resource.name()) + ", " + type + ".Kind."
                + resource.kind().name() + ")");
        if (resource.count() != ThreadSpec.SINGLE) {
            text.append(".times(").append(resource.count()).append(")");
        }
        text.append(owner(resource.of()));
        if (resource.flags() != 0) {
            text.append(".withFlags(").append(resource.flags()).append(")");
        }
        return text.toString();
    }

    private String owner(Expr owner) {
        if (owner instanceof Expr.Constant it) {
            return it.value() == ResourceSpec.NONE ? "" : ".of(" + JavaText.number(it.value()) + ")";
        }
        return ".of(" + expressions.print(owner) + ")";
    }
}
