// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.parser;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.eclipse.emf.ecore.InternalEObject;
import org.lwkt.dsl.diagnostics.LinkingResource;
import org.lwkt.dsl.lwkt.Element;
import org.lwkt.dsl.lwkt.LwktFile;

/** A file of the language. Of one that is larger than the {@link ParserGuard} takes, only so much is read that it sees that. */
public class LwktResource extends LinkingResource {
    /** No character of UTF-8 has more bytes. */
    private static final int BYTES_PER_CHAR = 4;

    private static final int BYTES_MAX = BYTES_PER_CHAR * (ParserGuard.CHARS_MAX + 1);

    @Override
    protected void doLoad(InputStream in, Map<?, ?> options) throws IOException {
        super.doLoad(new ByteArrayInputStream(in.readNBytes(BYTES_MAX)), options);
    }

    /** Other files refer to declarations alone: to find the path of every object in the tree is a third of what an edit costs a server. */
    @Override
    protected void unloaded(InternalEObject object) {
        if (object instanceof LwktFile || object instanceof Element) {
            super.unloaded(object);
        } else {
            object.eAdapters().clear();
        }
    }
}
