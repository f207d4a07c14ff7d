package org.parole.quote.imports;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import org.parole.kit.problem.ProblemException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Documents with annotations of brat out of a zip archive: of each document a line with its text, and a line for each of its quotations.
 * No entry is ever written to disk; names that lead out of the archive are refused.
 */
final class BratSource implements LineSource {

    private static final int MOST_ENTRIES = 400_000;
    private static final int MOST_KINDS = 50;
    private static final int MOST_TIMES = 250;
    private static final long ANY_WAY = 64L << 20;
    private static final String TEXT = ".txt";
    private static final String ANNOTATIONS = ".ann";

    private final ObjectMapper mapper;
    private final Path file;
    private final long most;
    private final ZipFile zip;
    private final PieceBuilder pieces = new PieceBuilder();
    private final Map<String, ZipEntry> texts = new TreeMap<>();
    private final Map<String, ZipEntry> annotations = new TreeMap<>();
    private final Map<String, Long> passedOver = new TreeMap<>();
    private Iterator<Map.Entry<String, ZipEntry>> left;
    private BratDocuments documents;
    private long unpacked;

    private BratSource(ObjectMapper mapper, Path file, long most) throws IOException {
        this.mapper = mapper;
        this.file = file;
        this.most = most;
        this.zip = new ZipFile(file.toFile());
    }

    static LineSource open(ObjectMapper mapper, InputStream plain, long most, String expected) throws IOException {
        Path file = Files.createTempFile("brat", ".zip");
        BratSource source = null;
        try {
            Files.copy(plain, file, StandardCopyOption.REPLACE_EXISTING);
            source = new BratSource(mapper, file, most);
            source.sort();
            return source;
        } catch (ZipException | EOFException | IllegalArgumentException e) {
            Files.deleteIfExists(file);
            throw ProblemException.invalidBody("", "is not in the format brat, which has " + expected);
        } catch (IOException | RuntimeException e) {
            if (source != null) {
                source.close();
            }
            Files.deleteIfExists(file);
            throw e;
        }
    }

    @Override
    public void close() throws IOException {
        zip.close();
        Files.deleteIfExists(file);
    }

    private void sort() throws IOException {
        if (zip.size() > MOST_ENTRIES) {
            throw ProblemException.invalidBody("", "is an archive of more than " + MOST_ENTRIES + " entries");
        }
        ZipEntry table = null;
        for (ZipEntry entry : Collections.list(zip.entries())) {
            String name = entry.getName();
            String base = name.substring(name.lastIndexOf('/') + 1);
            if (entry.isDirectory()) {
                continue;
            }
            if (leadsOut(name)) {
                refuse(name, 0, "has a name that leads out of the archive", "");
            } else if (name.startsWith("__MACOSX/") || base.startsWith(".")) {
                passOver("hidden files", 1);
            } else if (base.equals(BratDocuments.NAME)) {
                table = table == null || name.length() < table.getName().length() ? entry : table;
            } else if (name.endsWith(TEXT)) {
                addOnce(texts, entry);
            } else if (name.endsWith(ANNOTATIONS)) {
                addOnce(annotations, entry);
            } else {
                passOver("files that are neither .txt nor .ann", 1);
            }
        }
        if (annotations.isEmpty()) {
            throw ProblemException.invalidBody("", "must have files that end with .ann");
        }
        if (table == null) {
            throw ProblemException.invalidBody("/" + BratDocuments.NAME,
                    "must be in the archive: a table with the columns document (* for all), publishedAt, outlet and language, because brat has no place for them");
        }
        byte[] bytes = read(table);
        if (bytes == null) {
            throw ProblemException.invalidBody("/" + BratDocuments.NAME,
                    "must have at most " + LineBlocks.LONGEST_LINE + " bytes");
        }
        documents = BratDocuments.of(bytes,
                table.getName().substring(0, table.getName().length() - BratDocuments.NAME.length()));
        for (String name : texts.keySet()) {
            if (!annotations.containsKey(name)) {
                passOver("texts without annotations", 1);
            }
        }
        left = annotations.entrySet().iterator();
    }

    private void addOnce(Map<String, ZipEntry> entries, ZipEntry entry) {
        if (entries.putIfAbsent(BratDocuments.withoutEnding(entry.getName()), entry) != null) {
            refuse(entry.getName(), 0, "is twice in the archive", "");
        }
    }

    private static boolean leadsOut(String name) {
        return name.startsWith("/") || name.contains("\\") || name.matches("[A-Za-z]:.*")
                || List.of(name.split("/")).contains("..") || name.chars().anyMatch(Character::isISOControl);
    }

    @Override
    public LineBlocks.Piece next() throws IOException {
        try {
            while (left.hasNext() && !pieces.isFull()) {
                Map.Entry<String, ZipEntry> one = left.next();
                document(one.getKey(), one.getValue());
            }
        } catch (ZipException | EOFException e) {
            throw ProblemException.malformed("The archive is broken. Nothing of it was imported.");
        }
        return pieces.take();
    }

    @Override
    public List<String> passedOver() {
        List<String> told = new ArrayList<>();
        passedOver.forEach((kind, count) -> told.add(count + " " + kind));
        if (told.size() > MOST_KINDS) {
            int others = told.size() - MOST_KINDS;
            told.subList(MOST_KINDS, told.size()).clear();
            told.add("and " + others + " other kinds");
        }
        return told;
    }

    private void document(String name, ZipEntry entry) throws IOException {
        ZipEntry textEntry = texts.get(name);
        if (textEntry == null) {
            refuse(entry.getName(), 0, "has no text: " + name + TEXT + " is not in the archive", "");
            return;
        }
        byte[] lines = read(entry);
        byte[] bytes = read(textEntry);
        if (lines == null || bytes == null) {
            refuse((lines == null ? entry : textEntry).getName(), 0,
                    "is longer than " + LineBlocks.LONGEST_LINE + " bytes", "");
            return;
        }
        BratFile annotated = BratFile.of(lines);
        BratText text;
        try {
            text = BratText.of(bytes, List.copyOf(annotated.mentions().values()));
        } catch (CharacterCodingException e) {
            refuse(textEntry.getName(), 0, "must be UTF-8: its " + annotated.mentions().size()
                    + " annotations are not read", "");
            return;
        }
        var quotes = new BratQuotes(annotated, text);
        quotes.unknown().forEach(this::passOver);
        quotes.defects().stream().sorted(java.util.Comparator.comparingInt(BratFile.Defect::line))
                .forEach(defect -> refuse(entry.getName(), defect.line(), defect.reason(), defect.raw()));
        if (quotes.quotations().isEmpty()) {
            passOver("documents without quotations", 1);
            return;
        }
        Map<String, String> said = documents.of(name);
        pieces.add(json(line(name, said, text)));
        for (BratQuotes.Quotation quotation : quotes.quotations()) {
            pieces.add(json(line(name, said.getOrDefault("language", "und"), quotation, text)));
        }
    }

    private ObjectNode line(String name, Map<String, String> said, BratText text) {
        ObjectNode line = mapper.createObjectNode().put("document", name + TEXT);
        line.put("citation", name + TEXT);
        said.forEach(line::put);
        return line.put("text", text.kept());
    }

    private ObjectNode line(String name, String language, BratQuotes.Quotation quotation, BratText text) {
        List<BratText.Span> spans = text.joined(quotation.mention().spans());
        ObjectNode line = mapper.createObjectNode()
                .put("quotation", name + ANNOTATIONS + "#" + quotation.mention().id())
                .put("line", quotation.mention().line()).put("document", name + TEXT).put("language", language)
                .put("kind", quotation.kind().name())
                .put("content", String.join(" … ", spans.stream().map(span -> content(quotation, text.at(span)))
                        .toList()))
                .put("cue", quotation.cue());
        if (quotation.speaker() != null) {
            line.putObject("speaker").put("words", quotation.speaker().words())
                    .put("kind", quotation.speaker().kind() == null ? null : quotation.speaker().kind().name())
                    .put("wikidataId", quotation.speaker().item()).put("isName", quotation.speaker().isName());
        }
        ArrayNode anchors = line.putArray("anchors");
        for (BratText.Span span : spans) {
            BratText.Span position = text.position(span);
            anchors.addObject().put("exact", text.at(span)).put("prefix", text.before(span))
                    .put("suffix", text.after(span)).put("start", position.start()).put("end", position.end());
        }
        return line;
    }

    private static String content(BratQuotes.Quotation quotation, String passage) {
        return BratText.oneLine(quotation.kind() == org.parole.quote.quote.QuoteKind.DIRECT
                ? QuotationMarks.without(passage)
                : passage);
    }

    private byte[] json(ObjectNode line) throws IOException {
        return mapper.writeValueAsBytes(line);
    }

    /** An entry's bytes; null where they are more than are taken. */
    private byte[] read(ZipEntry entry) throws IOException {
        byte[] bytes;
        try (InputStream in = zip.getInputStream(entry)) {
            bytes = in.readNBytes(LineBlocks.LONGEST_LINE + 1);
        }
        unpacked += bytes.length;
        if (unpacked > most || unpacked > ANY_WAY && unpacked > Files.size(file) * MOST_TIMES) {
            throw ProblemException
                    .contentTooLarge(Math.min(most, Math.max(ANY_WAY, Files.size(file) * MOST_TIMES)));
        }
        return bytes.length > LineBlocks.LONGEST_LINE ? null : bytes;
    }

    private void refuse(String entry, int line, String reason, String raw) {
        pieces.refuse("/" + entry.replace("~", "~0").replace("/", "~1") + (line == 0 ? "" : "/" + line), reason,
                (raw.isEmpty() ? entry : raw).getBytes(StandardCharsets.UTF_8));
    }

    private void passOver(String kind, long count) {
        passedOver.merge(kind, count, Long::sum);
    }
}
