// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.random;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.AbstractElement;
import org.eclipse.xtext.IGrammarAccess;
import org.eclipse.xtext.resource.IResourceFactory;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.serializer.ISerializer;
import org.lwkt.dsl.Compilation;
import org.lwkt.dsl.Compiler;
import org.lwkt.dsl.Diagnostic;
import org.lwkt.dsl.LwktStandaloneSetup;
import org.lwkt.dsl.lwkt.LwktFile;

/** Random programs without mistakes. A seed whose text has one is passed over. */
final class RandomPrograms {
    /** One of them. */
    record Program(long seed, String text, Compilation compilation) {
        @Override
        public String toString() {
            return "seed " + seed + ":\n" + text;
        }
    }

    private static final Injector INJECTOR = new LwktStandaloneSetup().createInjectorAndDoEMFRegistration();

    private final List<Program> programs = new ArrayList<>();
    private final Map<String, Integer> mistakes = new TreeMap<>();
    private int drawn;

    /** @param count of those without mistakes */
    RandomPrograms(int count) {
        Map<AbstractElement, Integer> used = new HashMap<>();
        while (programs.size() < count) {
            String text = RandomProgram.text(
                    INJECTOR.getInstance(IGrammarAccess.class).getGrammar(), drawn, used);
            Compilation compilation = Compiler.compile(text);
            if (compilation.hasErrors()) {
                compilation.diagnostics().stream()
                        .filter(Diagnostic::isError)
                        .forEach(it -> mistakes.merge(it.message().replaceAll("'.*?'|\\d+", "_"), 1, Integer::sum));
            } else {
                programs.add(new Program(drawn, text, compilation));
            }
            drawn++;
        }
    }

    List<Program> all() {
        return programs;
    }

    /** How many seeds were tried. */
    int drawn() {
        return drawn;
    }

    /** What was wrong with those that were passed over, and how often. */
    Map<String, Integer> mistakes() {
        return mistakes;
    }

    GrammarCoverage coverage() {
        GrammarCoverage coverage = emptyCoverage();
        programs.forEach(it -> coverage.add(parse(it.text())));
        return coverage;
    }

    static GrammarCoverage emptyCoverage() {
        return new GrammarCoverage(INJECTOR.getInstance(IGrammarAccess.class).getGrammar());
    }

    /** With everything resolved. */
    static LwktFile parse(String text) {
        XtextResource resource = resource();
        try {
            resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        if (!resource.getErrors().isEmpty()) {
            throw new AssertionError(resource.getErrors() + "\n" + text);
        }
        EcoreUtil.resolveAll(resource);
        return (LwktFile) resource.getContents().get(0);
    }

    /** The text that the serializer makes of a tree without one. */
    static String serialize(LwktFile file) {
        LwktFile bare = EcoreUtil.copy(file);
        resource().getContents().add(bare);
        return INJECTOR.getInstance(ISerializer.class).serialize(bare);
    }

    private static XtextResource resource() {
        XtextResourceSet files = INJECTOR.getInstance(XtextResourceSet.class);
        files.setClasspathURIContext(RandomPrograms.class.getClassLoader());
        files.getLoadOptions().put(XtextResource.OPTION_ENCODING, StandardCharsets.UTF_8.name());
        // Not by the resource set, which asks the factory of whoever came last.
        XtextResource resource = (XtextResource)
                INJECTOR.getInstance(IResourceFactory.class).createResource(URI.createURI("memory:/t.lwkt"));
        files.getResources().add(resource);
        return resource;
    }
}
