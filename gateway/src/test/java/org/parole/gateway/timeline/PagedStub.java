package org.parole.gateway.timeline;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;

import org.parole.gateway.testing.StubService;

/** A list as the services have it: in an order, with cursors that stay good while rows are added. */
final class PagedStub {

    private final ConcurrentNavigableMap<String, String> items = new ConcurrentSkipListMap<>();

    /** Adds an item at its place. */
    void add(String key, String json) {
        items.put(key, json);
    }

    /** The keys of all items in order. */
    List<String> keys() {
        return List.copyOf(items.keySet());
    }

    /** Answers pages, and now and then, where there is something to draw from, a fault. */
    StubService.Answer answer(Random faults) {
        return (request, out) -> {
            if (faults != null && faults.nextInt(4) == 0) {
                return StubService.json(503, "{\"status\":503}", "Retry-After: 1").write(request, out);
            }
            int limit = Integer.parseInt(parameter(request.target(), "limit", "50"));
            Map<String, String> rest = items.tailMap(parameter(request.target(), "cursor", ""), false);
            List<Map.Entry<String, String>> page = rest.entrySet().stream().limit(limit).toList();
            String next = rest.size() > page.size() ? '"' + page.get(page.size() - 1).getKey() + '"' : "null";
            String json = page.stream().map(Map.Entry::getValue).collect(Collectors.joining(",", "{\"items\":[", "]"));
            return StubService.json(200, json + ",\"next\":" + next + "}").write(request, out);
        };
    }

    private static String parameter(String target, String name, String otherwise) {
        for (String pair : target.replaceFirst("[^?]*[?]?", "").split("&")) {
            if (pair.startsWith(name + "=")) {
                return URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8);
            }
        }
        return otherwise;
    }
}
