// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import com.google.inject.Inject;
import java.util.List;
import org.eclipse.xtext.conversion.IValueConverter;
import org.eclipse.xtext.conversion.ValueConverter;
import org.eclipse.xtext.conversion.impl.AbstractDeclarativeValueConverterService;
import org.lwkt.runtime.source.TimeText;

/** One converter for each rule of the grammar that gives a value. */
public final class LwktValueConverters extends AbstractDeclarativeValueConverterService {
    /** Properties whose names have blanks in them. */
    private static final List<String> PROPERTIES_OF_WORDS =
            List.of("ipi latency", "budget steps", "budget steps at one instant", "budget events", "budget threads");

    private static final int NUMBER_LENGTH_MAX = 100;
    private static final int TEXT_LENGTH_MAX = 4000;

    @Inject
    private Names names;

    @ValueConverter(rule = "Time")
    public IValueConverter<Long> time() {
        return new TokenConverter<>(NUMBER_LENGTH_MAX, Durations::parseNs, TimeText::of);
    }

    @ValueConverter(rule = "Integer")
    public IValueConverter<Long> integer() {
        return new TokenConverter<>(NUMBER_LENGTH_MAX, Numbers::parse, String::valueOf);
    }

    @ValueConverter(rule = "Fraction")
    public IValueConverter<Long> fraction() {
        return new TokenConverter<>(NUMBER_LENGTH_MAX, Fractions::parse, Fractions::of);
    }

    /** A number or a time, which its place tells apart. */
    @ValueConverter(rule = "Quantity")
    public IValueConverter<String> quantity() {
        return new TokenConverter<>(NUMBER_LENGTH_MAX, text -> text, text -> text);
    }

    /** The blank between two words is no part of a token. */
    @ValueConverter(rule = "PropertyName")
    public IValueConverter<String> propertyName() {
        return new TokenConverter<>(NUMBER_LENGTH_MAX, LwktValueConverters::property, text -> text);
    }

    private static String property(String glued) {
        return PROPERTIES_OF_WORDS.stream()
                .filter(it -> it.replace(" ", "").equals(glued))
                .findFirst()
                .orElse(glued);
    }

    @ValueConverter(rule = "Text")
    public IValueConverter<String> text() {
        return new TokenConverter<>(TEXT_LENGTH_MAX, Texts::parse, Texts::quote);
    }

    @ValueConverter(rule = "ID")
    public IValueConverter<String> id() {
        return names.ofId();
    }

    @ValueConverter(rule = "ValidID")
    public IValueConverter<String> validId() {
        return names.ofValidId();
    }

    @ValueConverter(rule = "ExpressionID")
    public IValueConverter<String> expressionId() {
        return names.ofExpressionId();
    }

    @ValueConverter(rule = "StatementID")
    public IValueConverter<String> statementId() {
        return names.ofStatementId();
    }

    @ValueConverter(rule = "PlainID")
    public IValueConverter<String> plainId() {
        return names.ofPlainId();
    }

    @ValueConverter(rule = "LeadingID")
    public IValueConverter<String> leadingId() {
        return names.ofLeadingId();
    }

    @ValueConverter(rule = "SysctlName")
    public IValueConverter<String> sysctlName() {
        return names.qualified();
    }

    @ValueConverter(rule = "QualifiedName")
    public IValueConverter<String> qualifiedName() {
        return names.qualified();
    }
}
