// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.runtime.conformance;

import java.util.List;
import org.lwkt.runtime.kernel.Flow;
import org.lwkt.runtime.kernel.GlobalData;
import org.lwkt.runtime.kernel.LwktThread;
import org.lwkt.runtime.kernel.Lwp;
import org.lwkt.runtime.kernel.NewThread;
import org.lwkt.runtime.kernel.ThreadFlag;

/** {@code create NAME C [opts]} and {@code alloc NAME C [stack=B] [opts]}. */
final class CreateCall extends OperationCall {
    private static final int STACK = 65536;
    private static final int ALLOCATED = 1;
    private static final int CREATED = 2;
    private static final int SCHEDULED = 3;

    private final List<String> words;
    private final boolean alloc;

    CreateCall(List<String> words, Replay replay) {
        super(words.get(0), replay);
        this.words = words;
        this.alloc = words.get(0).equals("alloc");
    }

    @Override
    String createdName() {
        return words.get(1);
    }

    @Override
    Flow step(int number, GlobalData gd, LwktThread td) {
        return switch (number) {
            case 0 -> begin(gd);
            case ALLOCATED -> {
                gd.lifecycle().setThreadHandler(td.created(), replay().body());
                setAttributes(gd, td.created());
                yield complete(td, null);
            }
            case CREATED -> {
                setAttributes(gd, td.created());
                if (!has("nostart") && isHeldBack()) {
                    then(gd, SCHEDULED);
                    yield gd.scheduler().schedule(td.created());
                }
                yield complete(td, null);
            }
            default -> complete(td, null);
        };
    }

    private Flow begin(GlobalData gd) {
        int cpu = Integer.parseInt(words.get(2));
        int flags = flag("int", ThreadFlag.INTTHREAD)
                | flag("spinport", ThreadFlag.FORCE_SPINPORT)
                | flag("fixed", ThreadFlag.FIXEDCPU)
                | flag("systhread", ThreadFlag.SYSTHREAD);
        if (alloc) {
            then(gd, ALLOCATED);
            return gd.lifecycle().alloc(null, option("stack=", STACK), cpu, flags);
        }
        LwktThread template = has("static") ? LwktThread.template() : null;
        int start = has("nostart") || isHeldBack() ? ThreadFlag.NOSTART : 0;
        then(gd, CREATED);
        return gd.lifecycle().create(new NewThread(replay().body(), template, flags | start, cpu, createdName()));
    }

    /** Whether the thread gets attributes that it must have before it is scheduled. */
    private boolean isHeldBack() {
        return words.stream().anyMatch(word -> word.startsWith("pri="))
                || option("upri=", 0) != 0
                || has("int")
                || has("lwp");
    }

    private void setAttributes(GlobalData gd, LwktThread created) {
        if (words.stream().anyMatch(word -> word.startsWith("pri="))) {
            gd.scheduler().setPriorityInitial(created, option("pri=", 0));
        }
        created.setUpri(option("upri=", 0));
        if (has("int")) {
            created.setPreemptable(true);
        }
        if (has("lwp")) {
            created.setLwp(new Lwp(created, replay().names().makeLwpToken(created)));
        }
    }

    private boolean has(String option) {
        return words.subList(3, words.size()).contains(option);
    }

    private int flag(String option, int flag) {
        return has(option) ? flag : 0;
    }

    private int option(String prefix, int otherwise) {
        return words.stream()
                .filter(word -> word.startsWith(prefix))
                .map(word -> Integer.parseInt(word.substring(prefix.length())))
                .findFirst()
                .orElse(otherwise);
    }
}
