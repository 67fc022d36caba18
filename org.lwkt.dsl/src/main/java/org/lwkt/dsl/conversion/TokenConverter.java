// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.conversion;

import java.util.function.Function;
import org.eclipse.xtext.conversion.ValueConverterException;
import org.eclipse.xtext.conversion.impl.AbstractNullSafeConverter;
import org.eclipse.xtext.nodemodel.INode;

/** Puts a pair of plain functions behind Xtext's interface. */
final class TokenConverter<T> extends AbstractNullSafeConverter<T> {
    private final int lengthMax;
    private final Parser<T> parser;
    private final Function<T, String> printer;

    /** @param lengthMax of the token in characters; what is longer is refused, and generated Java stays within its limits */
    TokenConverter(int lengthMax, Parser<T> parser, Function<T, String> printer) {
        this.lengthMax = lengthMax;
        this.parser = parser;
        this.printer = printer;
    }

    /** From text to value. */
    @FunctionalInterface
    interface Parser<T> {
        T parse(String text) throws MalformedValueException;
    }

    @Override
    protected T internalToValue(String string, INode node) {
        if (string.length() > lengthMax) {
            throw new ValueConverterException(
                    Quoted.text(string) + " is too long: it has " + string.length() + " characters, of at most "
                            + lengthMax,
                    node,
                    null);
        }
        try {
            return parser.parse(string);
        } catch (MalformedValueException malformed) {
            throw new MalformedTokenException(malformed, node);
        }
    }

    @Override
    protected String internalToString(T value) {
        return printer.apply(value);
    }
}
