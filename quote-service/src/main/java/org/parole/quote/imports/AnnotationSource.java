package org.parole.quote.imports;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * Annotations out of an array, an AnnotationPage, an AnnotationCollection with its pages in it, or several of these after each other: one a
 * line, in constant memory. The number of a line is the number of the annotation in the file.
 */
final class AnnotationSource implements LineSource {

    private static final int HEAD = 1 << 20;
    private static final int LOOKED_AT = 20;
    private static final int SHOWN = 40_000;
    private static final int MOST_PAGES_NAMED = 5;

    private final ObjectMapper mapper;
    private final JsonParser parser;
    private final PieceBuilder pieces = new PieceBuilder();
    private final List<String> passedOver = new ArrayList<>();
    /** How many arrays and pages are open around the parser's place. */
    private int depth;
    private boolean isOver;

    private AnnotationSource(ObjectMapper mapper, InputStream in) throws IOException {
        this.mapper = mapper;
        this.parser = mapper.getFactory().createParser(in);
    }

    /** A file of annotations: in lines where one of its first lines is an annotation, else as JSON of any layout. */
    static LineSource open(ObjectMapper mapper, InputStream plain) throws IOException {
        byte[] head = plain.readNBytes(HEAD);
        var whole = new SequenceInputStream(new ByteArrayInputStream(head), plain);
        return hasAnnotationOnALine(mapper, head) ? new LineBlocks(whole) : new AnnotationSource(mapper, whole);
    }

    private static boolean hasAnnotationOnALine(ObjectMapper mapper, byte[] head) {
        String text = new String(head, StandardCharsets.UTF_8);
        List<String> lines = text.lines().map(String::strip).filter(line -> line.startsWith("{")).limit(LOOKED_AT)
                .toList();
        return lines.stream().anyMatch(line -> {
            try {
                return AnnotationFormat.isAnnotation(mapper.readTree(line));
            } catch (IOException e) {
                return false;
            }
        });
    }

    @Override
    public LineBlocks.Piece next() throws IOException {
        try {
            while (!isOver && !pieces.isFull()) {
                step();
            }
        } catch (JsonParseException | CharConversionException | StreamConstraintsException e) {
            String place = e instanceof JsonParseException broken
                    ? " The error is at line " + broken.getLocation().getLineNr() + ", column "
                            + broken.getLocation().getColumnNr() + "."
                    : "";
            throw ProblemException.malformed(
                    "The file is neither one annotation a line nor valid JSON in UTF-8." + place
                            + " Nothing of it was imported.");
        }
        return pieces.take();
    }

    @Override
    public List<String> passedOver() {
        return passedOver;
    }

    private void step() throws IOException {
        JsonToken token = parser.nextToken();
        if (token == null) {
            isOver = true;
        } else if (token == JsonToken.END_ARRAY) {
            depth--;
        } else if (token == JsonToken.START_ARRAY && depth == 0) {
            depth++;
        } else if (depth > 0) {
            record();
        } else if (token == JsonToken.START_OBJECT) {
            root();
        } else {
            record();
        }
    }

    /** An object that stands for itself: an annotation, or a page or a collection, whose items are read as they come. */
    private void root() throws IOException {
        var kept = new Bounded();
        boolean hasItems = false;
        try (JsonGenerator copy = mapper.getFactory().createGenerator((OutputStream) kept)) {
            copy.writeStartObject();
            while (parser.nextToken() != JsonToken.END_OBJECT) {
                if (parser.currentToken() == null) {
                    return;
                }
                String name = parser.currentName();
                JsonToken value = parser.nextToken();
                if (name.equals("items") && value == JsonToken.START_ARRAY) {
                    hasItems = true;
                    items();
                } else if (name.equals("first") && value == JsonToken.START_OBJECT) {
                    hasItems = true;
                    root();
                } else {
                    copy.writeFieldName(name);
                    copyValue(copy, kept);
                }
            }
            copy.writeEndObject();
        }
        if (kept.isOver) {
            refuseTooLong(kept);
            return;
        }
        JsonNode object = mapper.readTree(kept.toByteArray());
        tellOfOtherPages(object);
        if (!hasItems && !object.path("first").isTextual()) {
            pieces.add(kept.toByteArray());
        }
    }

    private void items() throws IOException {
        while (parser.nextToken() != JsonToken.END_ARRAY && parser.currentToken() != null) {
            record();
        }
    }

    /** Pages that are only named are other files: nothing is fetched. */
    private void tellOfOtherPages(JsonNode object) {
        for (String field : List.of("first", "next")) {
            JsonNode page = object.path(field);
            String address = page.isTextual() ? page.textValue() : page.path("id").asText(null);
            if (address != null && passedOver.size() < MOST_PAGES_NAMED) {
                passedOver.add("The page " + (address.length() > 200 ? address.substring(0, 200) + "…" : address)
                        + " is another file, which was not fetched");
            }
        }
    }

    private void record() throws IOException {
        var kept = new Bounded();
        try (JsonGenerator copy = mapper.getFactory().createGenerator((OutputStream) kept)) {
            copyValue(copy, kept);
        }
        if (kept.isOver) {
            refuseTooLong(kept);
        } else {
            pieces.add(kept.toByteArray());
        }
    }

    private void refuseTooLong(Bounded kept) {
        pieces.refuse("", "is longer than " + LineBlocks.LONGEST_LINE + " bytes",
                Arrays.copyOf(kept.toByteArray(), SHOWN));
    }

    /** Copies a value, token by token, so that a record that is far too long needs no memory. */
    private void copyValue(JsonGenerator copy, Bounded into) throws IOException {
        int open = 0;
        do {
            if (!into.isOver) {
                copy.copyCurrentEvent(parser);
                copy.flush();
            }
            open += parser.currentToken().isStructStart() ? 1 : parser.currentToken().isStructEnd() ? -1 : 0;
        } while (open > 0 && parser.nextToken() != null);
    }

    /** Keeps as many bytes as a line may have. */
    private static final class Bounded extends ByteArrayOutputStream {

        private boolean isOver;

        @Override
        public synchronized void write(byte[] bytes, int offset, int length) {
            isOver |= size() + length > LineBlocks.LONGEST_LINE;
            if (!isOver) {
                super.write(bytes, offset, length);
            }
        }

        @Override
        public synchronized void write(int one) {
            write(new byte[]{(byte) one}, 0, 1);
        }
    }
}
