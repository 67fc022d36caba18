// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.validation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.emf.common.util.TreeIterator;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.EObject;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.EcoreUtil2;
import org.eclipse.xtext.validation.Check;
import org.lwkt.dsl.diagnostics.IssueCodes;
import org.lwkt.dsl.imports.ImportTarget;
import org.lwkt.dsl.imports.Imports;
import org.lwkt.dsl.lwkt.Element;
import org.lwkt.dsl.lwkt.Import;
import org.lwkt.dsl.lwkt.LwktFile;
import org.lwkt.dsl.lwkt.LwktPackage;
import org.lwkt.dsl.lwkt.ResourceDeclaration;
import org.lwkt.dsl.lwkt.ScenarioDeclaration;
import org.lwkt.dsl.model.Declarations;
import org.lwkt.dsl.model.UsedResources;

/** Imports: there is such a file, it does not come back to this one, what it brings is not here already, and is used. */
public class ImportChecks extends Checks {
    @Check
    public void theFileIsThere(Import statement) {
        ImportTarget target = Imports.follow(statement);
        if (target != null && target.problem() != null) {
            fail(target.problem(), statement, IssueCodes.IMPORT);
        }
    }

    @Check
    public void filesDoNotImportEachOther(Import statement) {
        List<URI> circle = Imports.circle(statement);
        if (circle.size() == 2) {
            fail("a file does not import itself", statement, IssueCodes.IMPORT_CYCLE);
        } else if (!circle.isEmpty()) {
            List<String> names = new ArrayList<>();
            circle.forEach(it -> names.add(URI.decode(it.lastSegment())));
            fail(
                    "files import each other in a circle: " + String.join(" -> ", names),
                    statement,
                    IssueCodes.IMPORT_CYCLE);
        }
    }

    @Check
    public void thereAreNotTooManyFiles(LwktFile file) {
        if (!file.getImports().isEmpty() && Imports.closure(file.eResource()).size() > Imports.FILES_MAX) {
            fail(
                    "more than " + Imports.FILES_MAX + " files are imported, those that imports import included",
                    file.getImports().getFirst(),
                    IssueCodes.TOO_COMPLEX);
        }
    }

    /** Of one kind a name means one thing in the file and in all that it imports. */
    @Check
    public void namesMeanOneThing(LwktFile file) {
        Map<String, Element> known = new HashMap<>();
        file.getElements().forEach(it -> known.putIfAbsent(key(it), it));
        Set<Resource> read = new HashSet<>(Set.of(file.eResource()));
        for (Import statement : file.getImports()) {
            ImportTarget target = Imports.follow(statement);
            if (target == null || target.file() == null || !read.add(target.resource())) {
                continue;
            }
            for (Element element : target.file().getElements()) {
                Element other = isImported(element) ? known.putIfAbsent(key(element), element) : null;
                if (other != null && other.eResource() != element.eResource()) {
                    fail(
                            "'" + element.getName() + "' would have two meanings: it is declared in line "
                                    + lineOf(element) + " of " + fileOf(element) + " and in line " + lineOf(other)
                                    + " of " + (other.eResource() == file.eResource() ? "this file" : fileOf(other)),
                            statement,
                            IssueCodes.AMBIGUOUS_IMPORT);
                    break;
                }
            }
        }
    }

    /** A scenario hides nothing of what is imported. */
    @Check
    public void scenariosDeclareNothingThatIsImported(ScenarioDeclaration scenario) {
        Map<String, ResourceDeclaration> imported = new HashMap<>();
        Imports.filesOf((LwktFile) scenario.eContainer())
                .forEach(file -> Declarations.resources(file).forEach(it -> imported.putIfAbsent(it.getName(), it)));
        for (ResourceDeclaration own : EcoreUtil2.typeSelect(scenario.getMembers(), ResourceDeclaration.class)) {
            ResourceDeclaration other = imported.get(own.getName());
            if (own.getName() != null && other != null) {
                error(
                        "'" + own.getName() + "' is imported already: it is declared in line " + lineOf(other) + " of "
                                + fileOf(other),
                        own,
                        LwktPackage.eINSTANCE.getElement_Name(),
                        IssueCodes.DUPLICATE_RESOURCE);
            }
        }
    }

    /** In a run the resources are told apart by name, those too that only imported files know. */
    @Check
    public void resourcesOfARunHaveDifferentNames(ScenarioDeclaration scenario) {
        if (((LwktFile) scenario.eContainer()).getImports().isEmpty()) {
            return;
        }
        Map<String, ResourceDeclaration> known = new HashMap<>();
        for (ResourceDeclaration resource : UsedResources.of(scenario)) {
            ResourceDeclaration other = known.putIfAbsent(resource.getName(), resource);
            boolean elsewhere = other != null && other.eResource() != resource.eResource();
            if (elsewhere && !isReportedAtImport(other, resource, scenario)) {
                error(
                        "this scenario uses two resources that are called '" + resource.getName() + "': one of "
                                + fileOf(other) + ", line " + lineOf(other) + ", and one of " + fileOf(resource)
                                + ", line " + lineOf(resource),
                        scenario,
                        LwktPackage.eINSTANCE.getElement_Name(),
                        IssueCodes.AMBIGUOUS_IMPORT);
                return;
            }
        }
    }

    private static boolean isReportedAtImport(
            ResourceDeclaration one, ResourceDeclaration other, ScenarioDeclaration scenario) {
        LwktFile file = (LwktFile) scenario.eContainer();
        List<LwktFile> visible = new ArrayList<>(Imports.filesOf(file));
        visible.add(file);
        return visible.contains(one.eContainer()) && visible.contains(other.eContainer());
    }

    @Check
    public void importsAreUsed(LwktFile file) {
        if (file.getImports().isEmpty()) {
            return;
        }
        Set<Resource> used = used(file);
        if (used == null) {
            return;
        }
        Map<Resource, Import> first = new HashMap<>();
        for (Import statement : file.getImports()) {
            ImportTarget target = Imports.follow(statement);
            if (target == null || target.file() == null || target.file() == file) {
                continue;
            }
            Import earlier = first.putIfAbsent(target.resource(), statement);
            if (earlier != null) {
                warn("this file is imported in line " + lineOf(earlier) + " already", statement);
            } else if (!used.contains(target.resource())) {
                warn(
                        Declarations.imported(target.file()).isEmpty()
                                ? "nothing can be imported from this file: it declares scenarios alone"
                                : "this import is not used: nothing of the file is named here",
                        statement);
            }
        }
    }

    /** The files of which something is named; {@code null} where it is not known what a name means. */
    private static Set<Resource> used(LwktFile file) {
        Set<Resource> used = new HashSet<>();
        for (TreeIterator<EObject> parts = file.eAllContents(); parts.hasNext(); ) {
            for (EObject target : parts.next().eCrossReferences()) {
                if (target.eIsProxy()) {
                    return null;
                }
                used.add(target.eResource());
            }
        }
        return used;
    }

    private static boolean isImported(Element element) {
        return element.getName() != null && !(element instanceof ScenarioDeclaration);
    }

    /** Resources of all kinds share their names; scenarios have texts. */
    private static String key(Element element) {
        String kind = element instanceof ResourceDeclaration
                ? "resource"
                : element.eClass().getName();
        return kind + " " + element.getName();
    }

    private void fail(String message, Import statement, String code) {
        error(message, statement, LwktPackage.eINSTANCE.getImport_Path(), code);
    }

    private void warn(String message, Import statement) {
        warning(message, statement, LwktPackage.eINSTANCE.getImport_Path(), IssueCodes.UNUSED_IMPORT);
    }
}
