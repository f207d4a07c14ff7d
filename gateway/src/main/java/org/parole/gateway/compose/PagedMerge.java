package org.parole.gateway.compose;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

import org.parole.gateway.access.Caller;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceName;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One list out of two, each with a cursor of its own, in one order. Of each list a page is asked for; the first so many of both
 * are taken; and of a page that was taken in part, that part is asked for again, because only the service can say where the
 * list goes on after it. A list that cannot be had now stays where it is, so that nothing of it is lost.
 */
public final class PagedMerge {

    private final Composer composer;
    private final int limit;
    private final Deadline deadline;
    private final Caller caller;

    /** Pages of so many items, for this caller. */
    public PagedMerge(Composer composer, int limit, Deadline deadline, Caller caller) {
        this.composer = composer;
        this.limit = limit;
        this.deadline = deadline;
        this.caller = caller;
    }

    /**
     * A list that takes part.
     *
     * @param name the part's name, should it be missing
     * @param service who has it
     * @param uri the list without limit and cursor
     * @param cursor where it goes on; empty for its beginning
     * @param key by what its items are ordered, ascending
     */
    public record Source(String name, ServiceName service, String uri, String cursor, Function<JsonNode, String> key) {

        private Part page(int limit) {
            Query query = Query.of(uri).with("limit", limit).with("cursor", cursor.isEmpty() ? null : cursor);
            return new Part(name, service, query.toString());
        }
    }

    /**
     * An item with the list that it comes from.
     *
     * @param source the list's name
     * @param value the item
     */
    public record Item(String source, String key, JsonNode value) {
    }

    /**
     * A page of the merged list.
     *
     * @param cursors where each list goes on, in the order of the sources
     */
    public record Page(List<Item> items, List<String> cursors, List<Missing> missing) {
    }

    /** The next page of both; 503 when neither can be had. */
    public Uni<Page> of(Source first, Source second) {
        List<Source> sources = List.of(first, second);
        return composer.fetch(sources.stream().map(source -> source.page(limit)).toList(), deadline, caller)
                .flatMap(pages -> {
                    if (sources.stream().noneMatch(source -> pages.get(source.name()) != null)) {
                        return Uni.createFrom().failure(pages.unavailable());
                    }
                    List<Item> taken = take(sources, pages);
                    List<Part> inPart = sources.stream().filter(source -> {
                        int count = count(taken, source);
                        return count > 0 && count < size(pages, source);
                    }).map(source -> source.page(count(taken, source))).toList();
                    return composer.fetch(inPart, deadline, caller)
                            .map(again -> page(sources, pages, taken, inPart, again));
                });
    }

    private List<Item> take(List<Source> sources, Parts pages) {
        List<Item> all = new ArrayList<>();
        for (Source source : sources) {
            if (pages.get(source.name()) != null) {
                pages.get(source.name()).path("items")
                        .forEach(item -> all.add(new Item(source.name(), source.key().apply(item), item)));
            }
        }
        // Stable, so that each list keeps its own order among equals.
        all.sort((a, b) -> a.key().compareTo(b.key()));
        return all.subList(0, Math.min(limit, all.size()));
    }

    private static int count(List<Item> items, Source source) {
        return (int) items.stream().filter(item -> item.source().equals(source.name())).count();
    }

    private static int size(Parts pages, Source source) {
        return pages.get(source.name()) == null ? 0 : pages.get(source.name()).path("items").size();
    }

    private static Page page(List<Source> sources, Parts pages, List<Item> taken, List<Part> inPart, Parts again) {
        List<Item> items = new ArrayList<>(taken);
        List<String> cursors = new ArrayList<>();
        List<Missing> missing = new ArrayList<>(pages.missing());
        missing.addAll(again.missing());
        for (Source source : sources) {
            boolean partly = inPart.stream().anyMatch(part -> part.name().equals(source.name()));
            JsonNode answer = partly ? again.get(source.name()) : pages.get(source.name());
            if (answer == null || count(taken, source) == 0 && size(pages, source) > 0) {
                // Not had, or nothing of it taken yet: it goes on where it was.
                cursors.add(source.cursor());
                if (answer == null) {
                    items.removeIf(item -> item.source().equals(source.name()));
                }
            } else {
                cursors.add(answer.path("next").asText(source.cursor()));
            }
        }
        return new Page(items, cursors, missing);
    }
}
