package org.parole.gateway.compose;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.parole.gateway.access.Caller;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceName;
import org.parole.kit.page.CursorKeys;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Merges two lists with a cursor each into one order, with one request to each list for a page. It requests a page of each list and takes
 * the first items of both, but none from beyond the end of a page while that list continues. Of a page that was taken in part, the cursor
 * keeps the beginning and the key of the last item taken; the next request fetches the page again and skips the items already taken. A list
 * that is missing keeps its place, so nothing of it is lost.
 */
public final class PagedMerge {

    /** How many texts a {@link Position} is in a cursor. */
    public static final int KEYS = 3;

    private static final int MOST = 200;

    private final Composer composer;
    private final FeedPages pages;
    private final int limit;
    private final Deadline deadline;
    private final Caller caller;

    /** Pages of at most {@code limit} items of lists that are no feeds, for this caller. */
    public PagedMerge(Composer composer, int limit, Deadline deadline, Caller caller) {
        this(composer, null, limit, deadline, caller);
    }

    /** Pages of at most {@code limit} items, for this caller, with what was read of feeds before. */
    public PagedMerge(Composer composer, FeedPages pages, int limit, Deadline deadline, Caller caller) {
        this.composer = composer;
        this.pages = pages;
        this.limit = limit;
        this.deadline = deadline;
        this.caller = caller;
    }

    /**
     * How far a list has been taken.
     *
     * @param cursor where the page begins that was not taken to its end; empty for the list's beginning
     * @param last the key of the last item taken; empty when none was
     * @param taken how many of that page were taken
     */
    public record Position(String cursor, String last, int taken) {

        /** Nothing taken yet. */
        public static final Position BEGINNING = new Position("", "", 0);

        /** As it stands in a cursor, from its first text on. */
        public static Position of(List<String> keys, int from) {
            long taken = CursorKeys.number(keys.get(from + 2));
            return new Position(keys.get(from), keys.get(from + 1), (int) Math.max(0, Math.min(MOST, taken)));
        }

        /** As it stands in a cursor. */
        public List<String> keys() {
            return List.of(cursor, last, Integer.toString(taken));
        }
    }

    /**
     * A list that takes part.
     *
     * @param name the part's name, should it be missing
     * @param service who has it
     * @param uri the list without limit and cursor
     * @param endless whether it has a {@code next} for ever, as a feed has
     * @param position how far it has been taken
     * @param key by what its items are ordered, ascending, no two alike
     */
    public record Source(String name, ServiceName service, String uri, boolean endless, Position position,
            Function<JsonNode, String> key) {
    }

    /**
     * An item with the list that it comes from.
     *
     * @param source the list's name
     * @param key by what it is ordered
     * @param value the item
     */
    public record Item(String source, String key, JsonNode value) {
    }

    /**
     * A page of the merged list.
     *
     * @param items the items in order
     * @param positions how far each list is taken now, in the order of the sources
     * @param more whether there is more that was not taken
     * @param missing what could not be had
     */
    public record Page(List<Item> items, List<Position> positions, boolean more, List<Missing> missing) {

        /** All positions as they stand in a cursor. */
        public List<String> keys() {
            return positions.stream().flatMap(position -> position.keys().stream()).toList();
        }
    }

    /** What a list answered: what is new on the page, and whether the list goes on after it. */
    private record Answered(Source source, List<Item> fresh, int size, String next, boolean goesOn) {

        /** Up to where this page tells all that its list has. */
        private boolean reaches(String key, String end) {
            return !goesOn || key.compareTo(end) <= 0;
        }
    }

    /** The next page of both; 503 when neither can be had. */
    public Uni<Page> of(Source first, Source second) {
        List<Source> sources = List.of(first, second);
        Map<String, JsonNode> found = new HashMap<>();
        List<Part> toRead = new ArrayList<>();
        for (Source source : sources) {
            Part part = part(source);
            Optional<JsonNode> known = isOfFeed(source) ? pages.find(part, caller) : Optional.empty();
            known.ifPresentOrElse(page -> found.put(source.name(), page), () -> toRead.add(part));
        }
        return composer.fetch(toRead, deadline, caller).map(parts -> {
            sources.stream().filter(source -> parts.get(source.name()) != null).forEach(source -> {
                JsonNode page = parts.get(source.name());
                found.put(source.name(), page);
                if (isOfFeed(source) && page.path("items").size() >= asked(source)) {
                    pages.keep(part(source), caller, page);
                }
            });
            return page(sources, found, parts);
        });
    }

    /** Of a feed always the most, so that the page is the same however much of it has been taken. */
    private int asked(Source source) {
        return isOfFeed(source) ? MOST : Math.min(MOST, limit + source.position().taken());
    }

    private boolean isOfFeed(Source source) {
        return pages != null && source.endless();
    }

    private Part part(Source source) {
        String cursor = source.position().cursor();
        return new Part(source.name(), source.service(), Query.of(source.uri()).with("limit", asked(source))
                .with("cursor", cursor.isEmpty() ? null : cursor).toString());
    }

    private Page page(List<Source> sources, Map<String, JsonNode> found, Parts parts) {
        List<Answered> answers = sources.stream().filter(source -> found.containsKey(source.name()))
                .map(source -> answered(source, found.get(source.name()))).toList();
        if (answers.isEmpty()) {
            throw parts.unavailable();
        }
        List<Item> taken = take(answers);
        List<Position> positions = new ArrayList<>();
        boolean more = false;
        for (Source source : sources) {
            Answered answer = answers.stream().filter(one -> one.source() == source).findFirst().orElse(null);
            positions.add(answer == null ? source.position() : after(answer, taken));
            more |= answer == null || answer.goesOn() || count(taken, source) < answer.fresh().size();
        }
        return new Page(taken, positions, more, parts.missing());
    }

    private Answered answered(Source source, JsonNode page) {
        List<Item> fresh = new ArrayList<>();
        JsonNode items = page.path("items");
        for (JsonNode item : items) {
            String key = source.key().apply(item);
            if (key.compareTo(source.position().last()) > 0) {
                fresh.add(new Item(source.name(), key, item));
            }
        }
        String next = page.path("next").textValue();
        boolean goesOn = next != null && (!source.endless() || items.size() >= asked(source));
        return new Answered(source, fresh, items.size(), next, goesOn);
    }

    private List<Item> take(List<Answered> answers) {
        List<Item> all = new ArrayList<>();
        answers.forEach(answer -> all.addAll(answer.fresh()));
        all.removeIf(item -> !answers.stream().allMatch(answer -> answer.reaches(item.key(), end(answer))));
        // Stable, so that the first list comes first among equals.
        all.sort((a, b) -> a.key().compareTo(b.key()));
        return List.copyOf(all.subList(0, Math.min(limit, all.size())));
    }

    private static String end(Answered answer) {
        return answer.fresh().isEmpty()
                ? answer.source().position().last()
                : answer.fresh().get(answer.fresh().size() - 1).key();
    }

    private static int count(List<Item> items, Source source) {
        return (int) items.stream().filter(item -> item.source().equals(source.name())).count();
    }

    private static Position after(Answered answer, List<Item> taken) {
        Position before = answer.source().position();
        int count = count(taken, answer.source());
        String last = count == 0 ? before.last() : answer.fresh().get(count - 1).key();
        boolean toTheEnd = count == answer.fresh().size();
        if (toTheEnd && answer.next() != null) {
            return new Position(answer.next(), last, 0);
        }
        return new Position(before.cursor(), last, Math.min(MOST, answer.size() - answer.fresh().size() + count));
    }
}
