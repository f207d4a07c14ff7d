package org.parole.gateway.explorer;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.TreeSet;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A stretch of a document's text with what is quoted from it. Made of the windows around the quotes, which is all of a text that readers get;
 * windows that touch become one stretch. Positions are code points, as in anchors.
 *
 * @param start where it begins in the text
 * @param pieces one after the other, each wholly quoted or not at all
 */
@RegisterForReflection
public record Passage(int start, List<Piece> pieces) {

    /** Whether the text of so many code points goes on behind it. */
    public boolean endsBefore(Data length) {
        int end = start + pieces.stream().mapToInt(piece -> piece.text().codePointCount(0, piece.text().length()))
                .sum();
        return length.asNumber() != null && end < length.asNumber().intValue();
    }

    /**
     * A piece of text.
     *
     * @param text the words
     * @param quotes the ids of the quotes that it is part of; empty where it only surrounds them
     */
    public record Piece(String text, List<String> quotes) {

        /** Whether it is quoted. */
        public boolean marked() {
            return !quotes.isEmpty();
        }
    }

    /**
     * The window around a quote's anchor.
     *
     * @param quote whose it is
     * @param context before, words and after with the position of the words, as the quote-service gives it
     */
    public record Window(String quote, Data context) {
    }

    /** Joins windows into passages, in the order of the text. */
    public static List<Passage> of(List<Window> windows) {
        NavigableMap<Integer, Integer> text = new TreeMap<>();
        TreeSet<Integer> edges = new TreeSet<>();
        for (Window window : windows) {
            put(text, window.context());
            edges.add(start(window));
            edges.add(end(window));
        }
        List<Passage> passages = new ArrayList<>();
        Integer position = text.isEmpty() ? null : text.firstKey();
        while (position != null) {
            int from = position;
            int to = from;
            while (text.containsKey(to)) {
                to++;
            }
            passages.add(passage(from, to, text, edges, windows));
            position = text.ceilingKey(to);
        }
        return passages;
    }

    private static Passage passage(int from, int to, NavigableMap<Integer, Integer> text, TreeSet<Integer> edges,
            List<Window> windows) {
        List<Piece> pieces = new ArrayList<>();
        int start = from;
        while (start < to) {
            Integer edge = edges.higher(start);
            int end = edge == null || edge > to ? to : edge;
            StringBuilder words = new StringBuilder();
            text.subMap(start, end).values().forEach(words::appendCodePoint);
            pieces.add(new Piece(words.toString(), quotes(start, end, windows)));
            start = end;
        }
        return new Passage(from, pieces);
    }

    private static List<String> quotes(int start, int end, List<Window> windows) {
        return windows.stream().filter(window -> start(window) <= start && end(window) >= end)
                .sorted(Comparator.comparingInt(Passage::start)).map(Window::quote).distinct().toList();
    }

    private static void put(NavigableMap<Integer, Integer> text, Data context) {
        String before = context.text("before") == null ? "" : context.text("before");
        String all = before + context.text("words") + (context.text("after") == null ? "" : context.text("after"));
        int position = context.number("start").intValue() - before.codePointCount(0, before.length());
        for (int point : all.codePoints().toArray()) {
            text.put(position++, point);
        }
    }

    private static int start(Window window) {
        return window.context().number("start").intValue();
    }

    private static int end(Window window) {
        return window.context().number("end").intValue();
    }
}
