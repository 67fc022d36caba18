// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.scenario;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lwkt.runtime.kernel.LockFlag;
import org.lwkt.runtime.kernel.MsgFlag;

/** What the resources of a scenario belong to exists and is of the right kind. */
final class ResourceChecks {
    private static final int MESSAGE_FLAGS =
            MsgFlag.DROPABLE | MsgFlag.ABORTABLE | MsgFlag.PRIORITY | MsgFlag.RECEIPT | MsgFlag.USER0;

    private ResourceChecks() {}

    /** The kind of each resource by its number. */
    static List<ResourceSpec.Kind> kinds(Scenario scenario) {
        List<ResourceSpec.Kind> kinds = new ArrayList<>();
        for (ResourceSpec resource : scenario.resources()) {
            for (int index = 0; index < resource.resources(); index++) {
                kinds.add(resource.kind());
            }
        }
        return kinds;
    }

    static void check(Scenario scenario) {
        Set<String> names = new HashSet<>();
        for (ResourceSpec resource : scenario.resources()) {
            require(resource.count() >= 0, resource, "an array of " + resource.count() + " elements");
        }
        List<ResourceSpec.Kind> kinds = kinds(scenario);
        for (ResourceSpec resource : scenario.resources()) {
            require(names.add(resource.name()), resource, "two resources have this name");
            for (int index = 0; index < resource.resources(); index++) {
                checkOwner(scenario, kinds, resource, of(resource, index));
            }
            int flags = resource.flags();
            switch (resource.kind()) {
                case MESSAGE -> require((flags & ~MESSAGE_FLAGS) == 0, resource, "no such flags: " + flags);
                case LOCK -> require((flags & ~LockFlag.EXTFLG_MASK) == 0, resource, "no such flags: " + flags);
                default -> require(flags == 0, resource, "takes no flags");
            }
        }
    }

    private static long of(ResourceSpec resource, int index) {
        try {
            return resource.ofElement(index);
        } catch (IllegalArgumentException notKnown) {
            throw new IllegalArgumentException(
                    resource.position() + ": " + resource.nameOf(index) + ": what it belongs to: "
                            + notKnown.getMessage(),
                    notKnown);
        }
    }

    private static void checkOwner(Scenario scenario, List<ResourceSpec.Kind> kinds, ResourceSpec resource, long of) {
        boolean nobody = of == ResourceSpec.NONE;
        switch (resource.kind()) {
            case POOL_TOKEN -> {}
            case THREAD_PORT -> require(isThread(scenario, of), resource, "belongs to no thread: " + of);
            case SPIN_PORT -> require(nobody || isThread(scenario, of), resource, "belongs to no thread: " + of);
            case SERIALIZE_PORT ->
                require(
                        of >= 0 && of < kinds.size() && kinds.get((int) of) == ResourceSpec.Kind.SERIALIZER,
                        resource,
                        "belongs to no serializer: " + of);
            case MESSAGE ->
                require(
                        nobody
                                || of >= 0
                                        && of < kinds.size()
                                        && kinds.get((int) of).isPort(),
                        resource,
                        "has no port to reply to: " + of);
            default -> require(nobody, resource, "belongs to nothing: " + of);
        }
    }

    private static boolean isThread(Scenario scenario, long number) {
        long first = 0;
        for (ThreadSpec thread : scenario.threads()) {
            if (number >= first && number < first + thread.threads()) {
                return thread.start() != ThreadSpec.Start.TEMPLATE;
            }
            first += thread.threads();
        }
        return false;
    }

    private static void require(boolean holds, ResourceSpec resource, String message) {
        if (!holds) {
            throw new IllegalArgumentException(resource.position() + ": " + resource.name() + ": " + message);
        }
    }
}
