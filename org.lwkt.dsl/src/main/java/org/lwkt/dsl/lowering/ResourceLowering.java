// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.lowering;

import org.lwkt.dsl.lwkt.ArrayResource;
import org.lwkt.dsl.lwkt.MessageDeclaration;
import org.lwkt.dsl.lwkt.PoolToken;
import org.lwkt.dsl.lwkt.PortDeclaration;
import org.lwkt.dsl.lwkt.Ref;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.SimpleResource;
import org.lwkt.dsl.model.KernelFlags;
import org.lwkt.dsl.model.PortSort;
import org.lwkt.runtime.scenario.ResourceSpec;

/** What a resource is, with what it belongs to. */
final class ResourceLowering {
    private final ExprLowering expressions;

    ResourceLowering(ExprLowering expressions) {
        this.expressions = expressions;
    }

    ResourceSpec lower(ResourceDeclaration resource) {
        ResourceSpec spec = switch (resource) {
            case PoolToken it ->
                ResourceSpec.of(it.getName(), ResourceSpec.Kind.POOL_TOKEN).of(it.getAddress());
            case SimpleResource it ->
                ResourceSpec.of(
                        it.getName(), ResourceSpec.Kind.valueOf(it.getKind().name()));
            case PortDeclaration it -> port(it);
            case MessageDeclaration it ->
                belonging(ResourceSpec.of(it.getName(), ResourceSpec.Kind.MESSAGE), it.getReplyPort())
                        .withFlags(KernelFlags.value(it.getFlags()));
            default ->
                throw new IllegalStateException("a resource that cannot be lowered: "
                        + resource.eClass().getName());
        };
        return resource instanceof ArrayResource array && array.getSize() != null
                ? spec.times(Math.toIntExact(array.getSize()))
                : spec;
    }

    private ResourceSpec port(PortDeclaration port) {
        ResourceSpec spec = ResourceSpec.of(
                port.getName(), ResourceSpec.Kind.valueOf(PortSort.of(port).name() + "_PORT"));
        return belonging(spec, port.getSerializer() == null ? port.getThread() : port.getSerializer());
    }

    /** @param owner may be {@code null} */
    private ResourceSpec belonging(ResourceSpec spec, Ref owner) {
        return owner == null ? spec : spec.of(expressions.reference(owner));
    }
}
