// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.architecture;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;

/** The classes of all modules, without their tests; read once. */
final class ProjectClasses {
    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.lwkt");

    private ProjectClasses() {}

    static List<JavaClass> all() {
        return ALL.stream().toList();
    }

    /** The classes of {@code packageName} and of the packages below it. */
    static List<JavaClass> below(String packageName) {
        return ALL.stream()
                .filter(type -> (type.getPackageName() + ".").startsWith(packageName + "."))
                .toList();
    }
}
