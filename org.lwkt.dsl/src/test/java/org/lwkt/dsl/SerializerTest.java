// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.inject.Injector;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eclipse.emf.common.util.URI;
import org.eclipse.emf.ecore.util.EcoreUtil;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.resource.XtextResourceSet;
import org.eclipse.xtext.serializer.ISerializer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lwkt.dsl.lwkt.LwktFile;

class SerializerTest {
    private final Injector injector = new LwktStandaloneSetup().createInjectorAndDoEMFRegistration();

    static Stream<String> valid() {
        return Stream.concat(
                Samples.valid().stream(),
                Stream.of("machine ^machine { } scenario \"\\\"\\\\\" on ^machine { thread ^run { schedule ^run } }"));
    }

    @ParameterizedTest
    @MethodSource("valid")
    void aTreeWithoutItsTextIsWrittenAndReadAgain(String text) throws IOException {
        LwktFile file = parse(text);
        EcoreUtil.resolveAll(file);
        LwktFile bare = EcoreUtil.copy(file);
        XtextResource empty = resource();
        empty.getContents().add(bare);
        String written = injector.getInstance(ISerializer.class).serialize(bare);
        LwktFile read = parse(written);
        EcoreUtil.resolveAll(read);
        assertTrue(EcoreUtil.equals(file, read), written);
        assertEquals(List.of(), read.eResource().getErrors());
    }

    private LwktFile parse(String text) throws IOException {
        XtextResource resource = resource();
        resource.load(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), Map.of());
        assertEquals(List.of(), resource.getErrors(), text);
        return (LwktFile) resource.getContents().get(0);
    }

    private XtextResource resource() {
        return (XtextResource)
                injector.getInstance(XtextResourceSet.class).createResource(URI.createURI("memory:/t.lwkt"));
    }
}
