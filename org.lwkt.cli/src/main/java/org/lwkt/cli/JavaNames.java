// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.cli;

import java.util.Set;

/** What Java accepts as a name. */
final class JavaNames {
    private static final Set<String> RESERVED = Set.of(
            ("abstract assert boolean break byte case catch char class const continue default do double else enum"
                            + " extends false final finally float for goto if implements import instanceof int"
                            + " interface long native new null package private protected public return short static"
                            + " strictfp super switch synchronized this throw throws transient true try void volatile"
                            + " while _")
                    .split(" "));

    private JavaNames() {}

    static boolean isPackage(String name) {
        for (String part : name.split("\\.", -1)) {
            if (!isIdentifier(part)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdentifier(String part) {
        return !part.isEmpty()
                && Character.isJavaIdentifierStart(part.codePointAt(0))
                && part.codePoints().allMatch(Character::isJavaIdentifierPart)
                && part.codePoints().noneMatch(Character::isIdentifierIgnorable)
                && !RESERVED.contains(part);
    }
}
