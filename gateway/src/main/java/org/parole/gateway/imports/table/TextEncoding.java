package org.parole.gateway.imports.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;

/** Finds the encoding of a text from its first bytes. */
final class TextEncoding {

    private static final String WESTERN = "windows-1252";
    /** Below this, ICU itself takes its guess for a poor one. */
    private static final int CONFIDENT = 30;

    private TextEncoding() {
    }

    /**
     * An encoding, and how many bytes of a mark stand before the text.
     *
     * @param charset how the text is read
     * @param mark the length of the byte order mark, 0 where there is none
     */
    record Found(Charset charset, int mark) {
    }

    /** By the mark if there is one; else UTF-8 if the bytes are that; else what the bytes look most like. */
    static Found of(byte[] head, boolean whole) {
        if (startsWith(head, 0xEF, 0xBB, 0xBF)) {
            return new Found(StandardCharsets.UTF_8, 3);
        }
        if (startsWith(head, 0xFF, 0xFE)) {
            return new Found(StandardCharsets.UTF_16LE, 2);
        }
        if (startsWith(head, 0xFE, 0xFF)) {
            return new Found(StandardCharsets.UTF_16BE, 2);
        }
        int zerosAtEven = 0;
        int zerosAtOdd = 0;
        for (int i = 0; i < head.length; i++) {
            if (head[i] == 0) {
                zerosAtEven += i % 2 == 0 ? 1 : 0;
                zerosAtOdd += i % 2;
            }
        }
        if (zerosAtEven + zerosAtOdd > head.length / 20) {
            return new Found(zerosAtOdd > zerosAtEven ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE, 0);
        }
        return new Found(isUtf8(head, whole) ? StandardCharsets.UTF_8 : detected(head), 0);
    }

    /** As it was declared; a mark is taken off all the same. */
    static Found declared(String name, byte[] head) {
        Charset charset;
        try {
            charset = Charset.forName(name);
        } catch (IllegalArgumentException e) {
            throw new UnreadableTableException("cannot be read in the encoding '" + name + "', which is not known here",
                    e);
        }
        Found marked = of(head, true);
        return marked.mark() > 0 && charset.name().startsWith("UTF") ? marked : new Found(charset, 0);
    }

    private static boolean isUtf8(byte[] bytes, boolean whole) {
        CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        // The head may end within a character.
        return !decoder.decode(ByteBuffer.wrap(bytes), CharBuffer.allocate(bytes.length + 1), whole).isError();
    }

    private static Charset detected(byte[] head) {
        CharsetMatch match = new CharsetDetector().setText(head).detect();
        String name = match == null || match.getConfidence() < CONFIDENT || match.getName().startsWith("ISO-8859-1")
                || match.getName().startsWith("UTF") || !Charset.isSupported(match.getName())
                        ? WESTERN
                        : match.getName();
        return Charset.forName(name);
    }

    private static boolean startsWith(byte[] bytes, int... mark) {
        if (bytes.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
