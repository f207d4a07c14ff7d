package org.parole.kit.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.IntPredicate;

/** Words and what they mean, for finding the longest word that begins at a place. */
final class Trie<V> {

    /** What was found: its meaning, and where it ends. */
    record Found<V>(V value, int end) {
    }

    private final Map<Character, Trie<V>> next = new HashMap<>();
    private V value;

    /** Adds a word; the first meaning of a word stays. */
    void add(String word, V meaning) {
        Trie<V> node = this;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.computeIfAbsent(word.charAt(i), key -> new Trie<>());
        }
        if (node.value == null && node != this) {
            node.value = meaning;
        }
    }

    /** Adds a word or changes its meaning. */
    void put(String word, V meaning) {
        add(word, meaning);
        Trie<V> node = this;
        for (int i = 0; i < word.length(); i++) {
            node = node.next.get(word.charAt(i));
        }
        node.value = meaning;
    }

    /** What a word means, or null. */
    V get(String word) {
        Trie<V> node = this;
        for (int i = 0; i < word.length() && node != null; i++) {
            node = node.next.get(word.charAt(i));
        }
        return node == null ? null : node.value;
    }

    /** The longest word that begins at a place and ends where it may, or null. */
    Found<V> longest(String text, int from, IntPredicate mayEnd) {
        return longest(text, from, (meaning, end) -> mayEnd.test(end));
    }

    /** All words that begin at a place, the longest first. */
    List<Found<V>> all(String text, int from) {
        List<Found<V>> found = new ArrayList<>();
        Trie<V> node = this;
        for (int at = from; at < text.length(); at++) {
            node = node.next.get(text.charAt(at));
            if (node == null) {
                break;
            }
            if (node.value != null) {
                found.add(0, new Found<>(node.value, at + 1));
            }
        }
        return found;
    }

    /** The longest word that begins at a place and with this meaning ends where it may, or null. */
    Found<V> longest(String text, int from, BiPredicate<V, Integer> mayEnd) {
        Trie<V> node = this;
        Found<V> found = null;
        for (int at = from; at < text.length(); at++) {
            node = node.next.get(text.charAt(at));
            if (node == null) {
                break;
            }
            if (node.value != null && mayEnd.test(node.value, at + 1)) {
                found = new Found<>(node.value, at + 1);
            }
        }
        return found;
    }
}
