// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.imports;

import com.google.inject.Inject;
import com.google.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.eclipse.emf.ecore.resource.Resource;
import org.eclipse.xtext.naming.QualifiedName;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.IResourceDescriptions;
import org.eclipse.xtext.resource.impl.DefaultResourceDescription;
import org.eclipse.xtext.resource.impl.DefaultResourceDescriptionManager;
import org.eclipse.xtext.util.IResourceScopeCache;

/**
 * Who is affected by an edit: the files that import the edited one, directly or not, whatever has changed in it. Others see
 * nothing of it.
 */
@Singleton
public class ImportingFiles extends DefaultResourceDescriptionManager {
    @Inject
    private IResourceScopeCache cache;

    @Override
    protected IResourceDescription internalGetResourceDescription(
            Resource resource, IDefaultResourceDescriptionStrategy strategy) {
        return new Description(resource, strategy, cache);
    }

    @Override
    public boolean isAffected(IResourceDescription.Delta delta, IResourceDescription candidate) {
        return importedBy(candidate).contains(name(delta.getUri().toString()));
    }

    @Override
    public boolean isAffected(
            Collection<IResourceDescription.Delta> deltas,
            IResourceDescription candidate,
            IResourceDescriptions context) {
        Set<QualifiedName> imported = importedBy(candidate);
        return deltas.stream().anyMatch(it -> imported.contains(name(it.getUri().toString())));
    }

    private static Set<QualifiedName> importedBy(IResourceDescription candidate) {
        Set<QualifiedName> imported = new HashSet<>();
        candidate.getImportedNames().forEach(imported::add);
        return imported;
    }

    private static QualifiedName name(String uri) {
        return QualifiedName.create(uri);
    }

    /** Its imported names are the URIs of files, of those that are not there too: they may come. */
    private static final class Description extends DefaultResourceDescription {
        Description(Resource resource, IDefaultResourceDescriptionStrategy strategy, IResourceScopeCache cache) {
            super(resource, strategy, cache);
        }

        @Override
        public Iterable<QualifiedName> getImportedNames() {
            List<QualifiedName> names = new ArrayList<>();
            Imports.closure(getResource()).forEach(it -> names.add(name(it.uri().toString())));
            return names;
        }
    }
}
