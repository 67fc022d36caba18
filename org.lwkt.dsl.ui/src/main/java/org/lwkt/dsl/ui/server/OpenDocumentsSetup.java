// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ui.server;

import org.eclipse.core.filebuffers.IDocumentSetupParticipant;
import org.eclipse.jface.text.IDocument;

/** Called by the workbench for each new document of our type, before there is a buffer for it. */
public final class OpenDocumentsSetup implements IDocumentSetupParticipant {
    @Override
    public void setup(IDocument document) {
        OpenDocuments.listen();
    }
}
