// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import com.google.inject.Binder;
import com.google.inject.name.Names;
import org.eclipse.xtext.conversion.IValueConverterService;
import org.eclipse.xtext.documentation.IEObjectDocumentationProvider;
import org.eclipse.xtext.documentation.impl.AbstractMultiLineCommentProvider;
import org.eclipse.xtext.documentation.impl.MultiLineCommentDocumentationProvider;
import org.eclipse.xtext.formatting.IIndentationInformation;
import org.eclipse.xtext.formatting.ILineSeparatorInformation;
import org.eclipse.xtext.linking.ILinkingDiagnosticMessageProvider;
import org.eclipse.xtext.parser.IParser;
import org.eclipse.xtext.parser.antlr.ISyntaxErrorMessageProvider;
import org.eclipse.xtext.resource.IDefaultResourceDescriptionStrategy;
import org.eclipse.xtext.resource.IResourceDescription;
import org.eclipse.xtext.resource.XtextResource;
import org.eclipse.xtext.validation.IResourceValidator;
import org.lwkt.dsl.conversion.LwktValueConverters;
import org.lwkt.dsl.diagnostics.LinkingMessages;
import org.lwkt.dsl.diagnostics.SyntaxMessages;
import org.lwkt.dsl.formatting2.LwktWhitespace;
import org.lwkt.dsl.imports.DeclaredObjects;
import org.lwkt.dsl.imports.ImportingFiles;
import org.lwkt.dsl.parser.GuardedLwktParser;
import org.lwkt.dsl.parser.LwktResource;
import org.lwkt.dsl.validation.LwktResourceValidator;

/** Binds the services of the language; what is not bound here is Xtext's default. */
public class LwktRuntimeModule extends AbstractLwktRuntimeModule {
    @Override
    public Class<? extends IParser> bindIParser() {
        return GuardedLwktParser.class;
    }

    @Override
    public Class<? extends XtextResource> bindXtextResource() {
        return LwktResource.class;
    }

    @Override
    public Class<? extends IValueConverterService> bindIValueConverterService() {
        return LwktValueConverters.class;
    }

    public Class<? extends ISyntaxErrorMessageProvider> bindISyntaxErrorMessageProvider() {
        return SyntaxMessages.class;
    }

    public Class<? extends ILinkingDiagnosticMessageProvider.Extended> bindILinkingDiagnosticMessageProvider() {
        return LinkingMessages.class;
    }

    public Class<? extends IResourceValidator> bindIResourceValidator() {
        return LwktResourceValidator.class;
    }

    public Class<? extends IResourceDescription.Manager> bindIResourceDescription$Manager() {
        return ImportingFiles.class;
    }

    public Class<? extends IDefaultResourceDescriptionStrategy> bindIDefaultResourceDescriptionStrategy() {
        return DeclaredObjects.class;
    }

    public Class<? extends IIndentationInformation> bindIIndentationInformation() {
        return LwktWhitespace.class;
    }

    public Class<? extends ILineSeparatorInformation> bindILineSeparatorInformation() {
        return LwktWhitespace.class;
    }

    public Class<? extends IEObjectDocumentationProvider> bindIEObjectDocumentationProvider() {
        return MultiLineCommentDocumentationProvider.class;
    }

    /** Only {@code /**} begins a doc comment. */
    public void configureDocComments(Binder binder) {
        binder.bind(String.class)
                .annotatedWith(Names.named(AbstractMultiLineCommentProvider.START_TAG))
                .toInstance("/\\*\\*");
    }
}
