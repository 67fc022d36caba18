// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.imports;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.emf.ecore.resource.ResourceSet;
import org.eclipse.emf.ecore.resource.URIConverter;
import org.eclipse.xtext.resource.ClasspathUriUtil;
import org.lwkt.dsl.lwkt.Import;
import org.lwkt.dsl.lwkt.LwktFile;

/** Follows imports. No import makes it throw, and none makes it read anything but files. */
public final class Imports {
    /** How many files a file may import, those that its imports import included. */
    public static final int FILES_MAX = 200;

    /** Where a class path or a workspace can keep files. Everything else might be far away. */
    private static final Set<String> SCHEMES =
            Set.of("file", "archive", "jar", "jrt", "platform", "bundleresource", "bundleentry");

    private Imports() {}

    /** What the import leads to; {@code null} where its path is missing. */
    public static ImportTarget follow(Import statement) {
        Resource from = statement.eResource();
        if (statement.getPath() == null || from == null || from.getResourceSet() == null) {
            return null;
        }
        ImportPath path = ImportPath.parse(statement.getPath());
        return path.problem() != null
                ? ImportTarget.none(path.problem())
                : load(path.uri(), from.getURI(), from.getResourceSet());
    }

    /** The files that the file imports itself, each once and in source order, as far as they can be read. */
    public static List<LwktFile> filesOf(LwktFile file) {
        if (file == null) {
            return List.of();
        }
        return file.getImports().stream()
                .map(Imports::follow)
                .filter(Objects::nonNull)
                .map(ImportTarget::file)
                .filter(it -> it != null && it != file)
                .distinct()
                .toList();
    }

    /**
     * Whatever the file imports, and what that imports, the file itself left out: every file behind those that it imports,
     * unless they go in a circle. What could not be read is there with its URI. Never many more than {@link #FILES_MAX}.
     */
    public static List<ImportTarget> closure(Resource resource) {
        Map<URI, ImportTarget> found = new LinkedHashMap<>();
        collect(resource, found, new LinkedHashSet<>());
        found.remove(resource.getURI());
        return new ArrayList<>(found.values());
    }

    /** As deep as files import each other, and so at most {@link #FILES_MAX} levels. */
    private static void collect(Resource resource, Map<URI, ImportTarget> found, Set<URI> open) {
        LwktFile file = ImportTarget.fileOf(resource);
        if (file == null || !open.add(resource.getURI())) {
            return;
        }
        for (Import statement : file.getImports()) {
            if (open.size() > FILES_MAX + 1 || found.size() > FILES_MAX) {
                return;
            }
            ImportTarget target = follow(statement);
            if (target != null && target.uri() != null && !found.containsKey(target.uri())) {
                collect(target.resource(), found, open);
                found.putIfAbsent(target.uri(), target);
            }
        }
    }

    /**
     * The way on which the import comes back to the file that it stands in: that file, those between, and that file again.
     * Empty where it does not.
     */
    public static List<URI> circle(Import statement) {
        ImportTarget target = follow(statement);
        if (target == null || target.resource() == null) {
            return List.of();
        }
        List<URI> way = new ArrayList<>(List.of(statement.eResource().getURI()));
        return leadsBack(target.resource(), statement.eResource(), way, new LinkedHashSet<>()) ? way : List.of();
    }

    private static boolean leadsBack(Resource at, Resource start, List<URI> way, Set<Resource> tried) {
        way.add(at.getURI());
        if (at == start) {
            return true;
        }
        if (tried.add(at) && tried.size() <= FILES_MAX) {
            LwktFile file = ImportTarget.fileOf(at);
            for (Import statement : file == null ? List.<Import>of() : file.getImports()) {
                ImportTarget next = follow(statement);
                if (next != null && next.resource() != null && leadsBack(next.resource(), start, way, tried)) {
                    return true;
                }
            }
        }
        way.removeLast();
        return false;
    }

    /** The file, and the others that import it and that it imports, directly or not. */
    public static Set<Resource> circleAround(Resource resource) {
        Map<Resource, List<Resource>> importers = new HashMap<>();
        noteImports(resource, importers);
        for (ImportTarget target : closure(resource)) {
            if (target.resource() != null) {
                noteImports(target.resource(), importers);
            }
        }
        Set<Resource> circle = new HashSet<>();
        Deque<Resource> open = new ArrayDeque<>(List.of(resource));
        while (!open.isEmpty()) {
            Resource next = open.poll();
            if (circle.add(next)) {
                open.addAll(importers.getOrDefault(next, List.of()));
            }
        }
        return circle;
    }

    private static void noteImports(Resource importer, Map<Resource, List<Resource>> importers) {
        filesOf(ImportTarget.fileOf(importer))
                .forEach(it -> importers
                        .computeIfAbsent(it.eResource(), key -> new ArrayList<>())
                        .add(importer));
    }

    private static ImportTarget load(URI path, URI from, ResourceSet files) {
        URI uri;
        if (ClasspathUriUtil.isClasspathUri(path)) {
            uri = path;
        } else if (from.isHierarchical() && !from.isRelative() && isNear(from)) {
            uri = path.resolve(from);
        } else {
            return ImportTarget.none("this text is no file: it can import from " + ImportPath.CLASS_PATH + " alone");
        }
        try {
            String problem = problem(uri, files.getURIConverter());
            if (problem != null) {
                return ImportTarget.missing(uri, problem);
            }
            return ImportTarget.found(files.getResource(uri, true));
        } catch (RuntimeException unreadable) {
            return ImportTarget.missing(uri, "the file cannot be read");
        }
    }

    private static String problem(URI uri, URIConverter files) {
        if (!ClasspathUriUtil.isClasspathUri(uri)) {
            return isOther(uri) ? "this is no file" : files.exists(uri, null) ? null : "there is no such file";
        }
        String missing = "there is no such file on the class path";
        try {
            URI place = files.normalize(uri);
            return !ClasspathUriUtil.isClasspathUri(place) && isNear(place) && files.exists(place, null)
                    ? null
                    : missing;
        } catch (RuntimeException nowhere) {
            return missing;
        }
    }

    private static boolean isNear(URI uri) {
        return uri.scheme() != null && (SCHEMES.contains(uri.scheme()) || ClasspathUriUtil.isClasspathUri(uri));
    }

    /** A directory, or a device, which might have no end. */
    private static boolean isOther(URI uri) {
        try {
            Path path = uri.isFile() ? Path.of(uri.toFileString()) : null;
            return path != null && Files.exists(path) && !Files.isRegularFile(path);
        } catch (InvalidPathException nowhere) {
            return false;
        }
    }
}
