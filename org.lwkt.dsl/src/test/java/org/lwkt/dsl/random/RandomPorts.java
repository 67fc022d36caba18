// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import java.util.List;
import java.util.Random;
import org.lwkt.dsl.model.Kind;

/** Ports and messages, which belong to what is declared before. */
final class RandomPorts {
    private final GrammarWalk walk;
    private final Random random;
    private final RandomNames names;
    private String lastName;

    RandomPorts(GrammarWalk walk, Random random, RandomNames names) {
        this.walk = walk;
        this.random = random;
        this.names = names;
        for (String rule : List.of("PortDeclaration", "MessageDeclaration")) {
            walk.write(rule + ".name", scope -> {
                lastName = names.fresh();
                walk.token(names.written(lastName, "ValidID"));
            });
        }
    }

    void write(Scope scope) {
        for (int i = random.nextInt(4); i > 0; i--) {
            declare("PortDeclaration", Kind.PORT, scope);
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            declare("MessageDeclaration", Kind.MESSAGE, scope);
        }
    }

    private void declare(String rule, Kind kind, Scope scope) {
        int before = walk.written();
        if (walk.tries(() -> walk.rule(rule, scope), scope)) {
            List<String> words = walk.since(before);
            String elements = words.size() > 3 && words.get(2).equals("[") ? words.get(3) : null;
            scope.add(new Named(lastName, kind, "", elements));
        }
        walk.token("\n");
    }
}
