package org.parole.quote.occurrence;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import org.parole.kit.language.Folding;
import org.parole.kit.text.Names;

/**
 * The words of a quote as they are compared with those of others: folded as for the check against a text, without case, accents
 * and punctuation. In scripts that are written without spaces each character is a word.
 */
public final class Wording {

    /** Words in a row that make one shingle. */
    static final int SHINGLE = 3;
    /** How many shingles the sketch of a wording keeps: enough to meet any near copy in at least one of them. */
    static final int SKETCH = 16;

    private final String text;
    private final List<String> words;

    private Wording(List<String> words) {
        this.text = String.join(" ", words);
        this.words = List.copyOf(words);
    }

    /** The wording of a quote's content. */
    public static Wording of(String content) {
        List<String> words = new ArrayList<>();
        Folding.caseless(content).words().forEach(word -> addParts(Names.key(word), words));
        return new Wording(words.isEmpty() ? List.of(Names.key(content)) : words);
    }

    private static void addParts(String word, List<String> words) {
        int start = 0;
        for (int at = 0; at < word.length();) {
            int next = at + Character.charCount(word.codePointAt(at));
            if (Folding.isWrittenWithoutSpaces(word.codePointAt(at))) {
                if (start < at) {
                    words.add(word.substring(start, at));
                }
                words.add(word.substring(at, next));
                start = next;
            }
            at = next;
        }
        if (start < word.length()) {
            words.add(word.substring(start));
        }
    }

    /** The words in order. */
    List<String> words() {
        return words;
    }

    /** Equal for equal wordings, and practically only for those. */
    public long hash() {
        return hash(text);
    }

    /** The smallest hashes of its shingles: near copies share some of them. */
    public int[] sketch() {
        var hashes = new TreeSet<Integer>();
        for (String shingle : shingles()) {
            hashes.add((int) hash(shingle));
        }
        return hashes.stream().mapToInt(Integer::intValue).limit(SKETCH).toArray();
    }

    /** Runs of three words; the whole where there are fewer. */
    Set<String> shingles() {
        if (words.size() < SHINGLE) {
            return Set.of(text);
        }
        var shingles = new HashSet<String>();
        for (int i = 0; i + SHINGLE <= words.size(); i++) {
            shingles.add(String.join(" ", words.subList(i, i + SHINGLE)));
        }
        return shingles;
    }

    /** Runs of three letters, padded as PostgreSQL does. */
    Set<String> trigrams() {
        var trigrams = new HashSet<String>();
        for (String word : words) {
            String padded = "  " + word + " ";
            for (int i = 0; i + 3 <= padded.length(); i++) {
                trigrams.add(padded.substring(i, i + 3));
            }
        }
        return trigrams;
    }

    int wordCount() {
        return words.size();
    }

    private static long hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(Arrays.copyOf(digest, Long.BYTES)).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
