// SPDX-License-Identifier: BSD-3-Clause
package org.lwkt.dsl;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import org.lwkt.dsl.diagnostics.IssueCodes;

/** The text of a file, or the reason why its bytes are none. */
final class SourceBytes {
    private static final byte[] UTF8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] UTF16_LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] UTF16_BIG_MARK = {(byte) 0xFE, (byte) 0xFF};

    private final String fileName;
    private boolean marked;
    private String text;
    private Diagnostic problem;

    private SourceBytes(String fileName) {
        this.fileName = fileName;
    }

    static SourceBytes decode(String fileName, byte[] bytes) {
        SourceBytes source = new SourceBytes(fileName);
        if (startsWith(bytes, UTF16_LITTLE_MARK) || startsWith(bytes, UTF16_BIG_MARK)) {
            source.problem = source.error(1, 1, "this file is UTF-16: save it as UTF-8");
        } else {
            source.marked = startsWith(bytes, UTF8_MARK);
            int start = source.marked ? UTF8_MARK.length : 0;
            source.decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
        }
        return source;
    }

    /** Without a byte-order mark; {@code null} where there is a problem. */
    String text() {
        return text;
    }

    /** As the bytes of a file that is like this one, byte-order mark included. */
    byte[] encode(String other) {
        return ((marked ? "\uFEFF" : "") + other).getBytes(StandardCharsets.UTF_8);
    }

    /** {@code null} where the bytes are a text. */
    Diagnostic problem() {
        return problem;
    }

    private void decode(ByteBuffer bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer chars = CharBuffer.allocate(bytes.remaining());
        CoderResult result = decoder.decode(bytes, chars, true);
        String decoded = chars.flip().toString();
        if (!result.isError()) {
            text = decoded;
            return;
        }
        int line = 1 + (int) decoded.chars().filter(c -> c == '\n').count();
        int column = decoded.length() - decoded.lastIndexOf('\n');
        problem = error(
                line,
                column,
                String.format(
                        Locale.ROOT,
                        "this file is not UTF-8: byte 0x%02X cannot stand here",
                        bytes.get(bytes.position())));
    }

    private Diagnostic error(int line, int column, String message) {
        return new Diagnostic(Severity.ERROR, fileName, line, column, line, column + 1, message, IssueCodes.ENCODING);
    }

    private static boolean startsWith(byte[] bytes, byte[] prefix) {
        return bytes.length >= prefix.length && Arrays.equals(bytes, 0, prefix.length, prefix, 0, prefix.length);
    }
}
