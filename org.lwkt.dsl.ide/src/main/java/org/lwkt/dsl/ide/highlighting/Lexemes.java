// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl.ide.highlighting;

import java.util.ArrayList;
import java.util.List;
import org.antlr.runtime.ANTLRStringStream;
import org.antlr.runtime.CommonToken;
import org.antlr.runtime.Token;
import org.lwkt.dsl.ide.contentassist.antlr.internal.InternalLwktLexer;

/** Cuts a text with the lexer that is generated from the grammar. Needs nothing else, so an editor may ask as it draws. */
public final class Lexemes {
    private Lexemes() {}

    /** In order, without overlaps; names, punctuation and white space are left out. */
    public static List<Lexeme> of(String text) {
        List<Lexeme> lexemes = new ArrayList<>();
        InternalLwktLexer lexer = new InternalLwktLexer(new ANTLRStringStream(text));
        for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
            Lexeme.Kind kind = kind(token);
            if (kind != null) {
                int start = ((CommonToken) token).getStartIndex();
                lexemes.add(new Lexeme(start, ((CommonToken) token).getStopIndex() + 1 - start, kind));
            }
        }
        return lexemes;
    }

    /** {@code null} for what has no colour. */
    private static Lexeme.Kind kind(Token token) {
        return switch (token.getType()) {
            case InternalLwktLexer.RULE_ML_COMMENT, InternalLwktLexer.RULE_SL_COMMENT -> Lexeme.Kind.COMMENT;
            case InternalLwktLexer.RULE_STRING, InternalLwktLexer.RULE_UNCLOSED_STRING -> Lexeme.Kind.TEXT;
            case InternalLwktLexer.RULE_NUMBER -> Lexeme.Kind.NUMBER;
            case InternalLwktLexer.RULE_ID, InternalLwktLexer.RULE_WS, InternalLwktLexer.RULE_ANY_OTHER -> null;
            default -> Character.isLetter(token.getText().charAt(0)) ? Lexeme.Kind.KEYWORD : null;
        };
    }
}
