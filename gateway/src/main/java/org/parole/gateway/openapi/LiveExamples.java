package org.parole.gateway.openapi;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.compose.Versions;
import org.parole.gateway.passthrough.Destinations;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceAnswer;
import org.parole.gateway.service.ServiceClient;
import org.parole.gateway.service.ServiceName;

import io.smallrye.mutiny.Uni;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/**
 * Replaces the placeholders of {@link Examples} by the ids and ETags of records that exist, so that each operation can be executed as
 * the document shows it. For what changes or retracts a record one is taken that was added as an example, where there is one.
 * A placeholder for which there is no record stays.
 */
@ApplicationScoped
class LiveExamples {

    private static final Pattern ETAG = Pattern.compile(Examples.ETAG_OF + "(/api/v1/[^\"\\\\]+)");
    private static final String EXAMPLE = "example";
    private static final String CHANGES = "/api/v1/quote-changes?limit=200";
    // A large database has no need of an example of an undone merger.
    private static final int MOST_PAGES = 10;
    private static final Map<String, String> LISTS = new LinkedHashMap<>();

    static {
        LISTS.put("quotes", "/api/v1/quotes?limit=200");
        LISTS.put("documents", "/api/v1/documents?limit=200");
        LISTS.put("speakers", "/api/v1/speakers?limit=200");
        LISTS.put("outlets", "/api/v1/outlets?limit=200");
        LISTS.put("reports", "/api/v1/release-reports?limit=200");
        LISTS.put("imports", "/api/v1/imports?limit=20");
        LISTS.put("parties", "/api/v1/parties?limit=200");
        LISTS.put("agreements", "/api/v1/agreements?limit=200");
        LISTS.put("commitments", "/api/v1/commitments?limit=200");
        LISTS.put("exchanges", "/api/v1/exchanges?limit=200");
    }

    private final ServiceClient services;

    LiveExamples(ServiceClient services) {
        this.services = services;
    }

    /**
     * The document as it was filled in.
     *
     * @param text its JSON
     * @param whole whether the services have said all that was asked; if not, some placeholders stay
     */
    record Filled(String text, boolean whole) {
    }

    /** Asks the services on behalf of one document, and notices what they do not say. */
    private final class Round {
        private final Deadline deadline;
        private final AtomicBoolean whole = new AtomicBoolean(true);

        private Round(Deadline deadline) {
            this.deadline = deadline;
        }

        private Uni<ServiceAnswer> get(String uri) {
            ServiceName service = Destinations.of(uri.replaceFirst("\\?.*", "")).orElseThrow();
            return services.get(service, uri, deadline, null).onFailure().recoverWithItem(() -> {
                whole.set(false);
                return new ServiceAnswer(503, MissingNode.getInstance(), null, null);
            });
        }
    }

    /** The document with examples of what there is; what the services do not say in time stays as it is. */
    Uni<Filled> fill(String document, Versions.Version version, OwnExamples.Found own, Deadline deadline) {
        Round round = new Round(deadline);
        List<String> names = List.copyOf(LISTS.keySet());
        return Uni.combine().all()
                .unis(names.stream().map(name -> round.get(LISTS.get(name))).toList())
                .with(ServiceAnswer.class, answers -> {
                    Map<String, List<JsonNode>> lists = new HashMap<>();
                    for (int i = 0; i < names.size(); i++) {
                        lists.put(names.get(i), items(answers.get(i)));
                    }
                    return lists;
                })
                .flatMap(lists -> merged(CHANGES, new LinkedHashSet<>(), MOST_PAGES, round).map(merged -> {
                    lists.put("merged", merged);
                    return lists;
                }))
                .flatMap(lists -> related(lists, round).map(relations -> {
                    Map<String, String> known = ids(lists, relations);
                    known.putAll(own.ids());
                    known.put(Examples.FRESH, EXAMPLE + "-" + (1 + version.quotes() + version.tallies() + own.keys()));
                    return replaced(document, known);
                }))
                .flatMap(filled -> withEtags(filled, round))
                .map(text -> new Filled(text, round.whole.get()));
    }

    private static List<JsonNode> items(ServiceAnswer answer) {
        return StreamSupport.stream(answer.body().path("items").spliterator(), false).toList();
    }

    /** The mergers in the feed from a page on and what undid them, as far as the feed is read for an example. */
    private Uni<List<JsonNode>> merged(String uri, Set<JsonNode> before, int pages, Round round) {
        return round.get(uri).flatMap(answer -> {
            List<JsonNode> changes = items(answer);
            changes.stream().filter(change -> change.path("kind").asText().endsWith("MERGED")).forEach(before::add);
            return changes.isEmpty() || pages == 1
                    ? Uni.createFrom().item(List.copyOf(before))
                    : merged(CHANGES + "&cursor=" + answer.body().path("next").asText(), before, pages - 1, round);
        });
    }

    /** The relations of the quotes that were added as examples, or of the first few. */
    private Uni<List<JsonNode>> related(Map<String, List<JsonNode>> lists, Round round) {
        List<JsonNode> quotes = lists.get("quotes").stream().limit(8).toList();
        if (quotes.isEmpty()) {
            return Uni.createFrom().item(List.of());
        }
        return Uni.combine().all().unis(quotes.stream()
                .map(quote -> round.get("/api/v1/quotes/" + id(quote) + "/relations")).toList())
                .with(ServiceAnswer.class, answers -> answers.stream().flatMap(answer -> items(answer).stream())
                        .distinct().toList());
    }

    private static Map<String, String> ids(Map<String, List<JsonNode>> lists, List<JsonNode> relations) {
        Map<String, String> ids = new LinkedHashMap<>();
        quotes(lists.get("quotes"), relations, ids);
        List<JsonNode> documents = lists.get("documents");
        List<String> inUse = lists.get("quotes").stream().map(quote -> quote.at("/document/id").asText()).toList();
        put(ids, "d001", documents, document -> true);
        put(ids, "d002", documents, document -> isExample(document, "url") && !inUse.contains(id(document)));
        put(ids, "d005", documents, document -> isExample(document, "url") && !inUse.contains(id(document)));
        put(ids, "d006", documents, document -> !isExample(document, "url")
                && document.path("textKind").asText().equals("EXCERPT"));
        merged(lists.get("merged"), "document", "d007", ids);
        put(ids, "d003", documents, document -> document.path("textLength").asInt() > 100);
        put(ids, "d004", documents, document -> document.path("textKind").asText().equals("EXCERPT"));
        outlets(lists, ids);
        speakers(lists, ids);
        put(ids, "1001", lists.get("imports"), job -> true);
        List<JsonNode> reports = lists.get("reports");
        put(ids, "b001", reports, report -> !report.has("dispute"));
        put(ids, "b002", reversed(reports), report -> isExample(report, "note"));
        put(ids, "b002", reversed(reports), report -> true);
        put(ids, "b003", reports, report -> report.has("dispute"));
        put(ids, "b004", reversed(reports),
                report -> report.path("basis").asText().equals("BATCH") && !report.has("release"));
        put(ids, "b005", reports, report -> report.has("release"));
        slug(ids, "expendable-party", lists.get("parties"), "party-example-", "taliban");
        slug(ids, "expendable-agreement", lists.get("agreements"), "agreement-example-", "us-taliban-2020");
        slug(ids, "expendable-exchange", lists.get("exchanges"), "exchange-example-",
                lists.get("exchanges").isEmpty()
                        ? "expendable-exchange"
                        : lists.get("exchanges").get(0).path("slug").asText());
        ids.put("exchange-with-directions",
                lists.get("commitments").stream().map(commitment -> commitment.path("exchange")
                        .asText()).filter(slug -> !slug.isEmpty()).findFirst().orElse("exchange-with-directions"));
        slug(ids, "expendable-commitment", lists.get("commitments"), "commitment-example-",
                "us-taliban-2020-taliban-prisoners");
        return ids;
    }

    private static void quotes(List<JsonNode> quotes, List<JsonNode> relations, Map<String, String> ids) {
        put(ids, "a001", quotes, quote -> true);
        put(ids, "a002", quotes, quote -> isExample(quote, "content"));
        put(ids, "a002", quotes, quote -> true);
        List<JsonNode> alone = quotes.stream().filter(quote -> quote.path("occurrences").asInt() == 1
                && quote.hasNonNull("speaker")).toList();
        for (JsonNode one : alone) {
            alone.stream().filter(other -> !id(other).equals(id(one))
                    && other.at("/speaker/id").equals(one.at("/speaker/id"))
                    && !other.at("/document/id").equals(one.at("/document/id"))).findFirst().ifPresent(other -> {
                        ids.putIfAbsent(Examples.PLACEHOLDER + "a003", id(one));
                        ids.putIfAbsent(Examples.PLACEHOLDER + "a004", id(other));
                    });
        }
        put(ids, "a005", quotes, quote -> quote.path("occurrences").asInt() > 1);
        Set<String> related = new LinkedHashSet<>();
        relations.forEach(relation -> related.add(relation.path("from").asText() + relation.path("to").asText()));
        // What responds was said last, and the list begins with that.
        for (int later = 0; later < quotes.size(); later++) {
            for (int earlier = later + 1; earlier < quotes.size(); earlier++) {
                if (!related.contains(id(quotes.get(later)) + id(quotes.get(earlier)))
                        && !ids.containsKey(Examples.PLACEHOLDER + "a006")) {
                    ids.put(Examples.PLACEHOLDER + "a006", id(quotes.get(later)));
                    ids.put(Examples.PLACEHOLDER + "a007", id(quotes.get(earlier)));
                }
            }
        }
        relations.stream().findFirst().ifPresent(relation -> {
            ids.put(Examples.PLACEHOLDER + "f001", id(relation));
            ids.put(Examples.PLACEHOLDER + "a008", relation.path("from").asText());
        });
    }

    private static void outlets(Map<String, List<JsonNode>> lists, Map<String, String> ids) {
        List<String> inUse = lists.get("documents").stream().map(document -> document.at("/outlet/id").asText())
                .toList();
        put(ids, "0001", lists.get("outlets"), outlet -> true);
        put(ids, "0002", lists.get("outlets"), outlet -> isExample(outlet, "name") && !inUse.contains(id(outlet)));
    }

    private static void speakers(Map<String, List<JsonNode>> lists, Map<String, String> ids) {
        List<JsonNode> speakers = lists.get("speakers");
        List<String> inUse = lists.get("quotes").stream().map(quote -> quote.at("/speaker/id").asText()).toList();
        List<JsonNode> examples = speakers.stream()
                .filter(speaker -> isExample(speaker, "name") && !inUse.contains(id(speaker))).toList();
        put(ids, "5001", speakers, speaker -> !examples.contains(speaker));
        put(ids, "5002", examples, speaker -> true);
        List<JsonNode> persons = new ArrayList<>(examples);
        speakers.stream().filter(speaker -> speaker.path("kind").asText().equals("PERSON")
                && !persons.contains(speaker)).forEach(persons::add);
        if (persons.size() > 1) {
            ids.put(Examples.PLACEHOLDER + "5003", id(persons.get(0)));
            // The oldest one stays longest: a younger one may come from an import that the next example undoes.
            ids.put(Examples.PLACEHOLDER + "5004", persons.stream().skip(1).map(LiveExamples::id)
                    .min(Comparator.naturalOrder()).orElseThrow());
        }
        merged(lists.get("merged"), "speaker", "5005", ids);
    }

    /** A record of a type that is merged into another one now. */
    private static void merged(List<JsonNode> changes, String type, String placeholder, Map<String, String> ids) {
        Set<String> merged = new LinkedHashSet<>();
        changes.stream().filter(change -> change.path("recordType").asText().equals(type)).forEach(change -> {
            if (change.path("kind").asText().equals("MERGED")) {
                merged.add(change.path("recordId").asText());
            } else if (change.path("kind").asText().equals("UNMERGED")) {
                merged.remove(change.path("recordId").asText());
            }
        });
        merged.stream().findFirst().ifPresent(id -> ids.put(Examples.PLACEHOLDER + placeholder, id));
    }

    private static void put(Map<String, String> ids, String placeholder, List<JsonNode> items,
            Predicate<JsonNode> fits) {
        items.stream().filter(fits).findFirst()
                .ifPresent(item -> ids.putIfAbsent(Examples.PLACEHOLDER + placeholder, id(item)));
    }

    private static void slug(Map<String, String> ids, String placeholder, List<JsonNode> items, String prefix,
            String otherwise) {
        ids.put(placeholder, items.stream().map(item -> item.path("slug").asText())
                .filter(slug -> slug.startsWith(prefix)).findFirst().orElse(otherwise));
    }

    private static List<JsonNode> reversed(List<JsonNode> items) {
        List<JsonNode> reversed = new ArrayList<>(items);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    private static boolean isExample(JsonNode item, String member) {
        return item.path(member).asText().contains(EXAMPLE);
    }

    private static String id(JsonNode item) {
        return item.path("id").asText();
    }

    /** All at once, so that nothing is replaced in what has just been put in; the longest first, as one may begin like another. */
    private static String replaced(String document, Map<String, String> known) {
        if (known.isEmpty()) {
            return document;
        }
        Pattern any = Pattern.compile(known.keySet().stream()
                .sorted(java.util.Comparator.comparingInt(String::length).reversed()).map(Pattern::quote)
                .collect(java.util.stream.Collectors.joining("|")));
        return any.matcher(document).replaceAll(found -> Matcher.quoteReplacement(known.get(found.group())));
    }

    private Uni<String> withEtags(String document, Round round) {
        Set<String> paths = new LinkedHashSet<>();
        Matcher matcher = ETAG.matcher(document);
        while (matcher.find()) {
            paths.add(matcher.group(1));
        }
        if (paths.isEmpty()) {
            return Uni.createFrom().item(document);
        }
        List<String> order = List.copyOf(paths);
        return Uni.combine().all().unis(order.stream().map(round::get).toList())
                .with(ServiceAnswer.class, answers -> {
                    Map<String, String> tags = new LinkedHashMap<>();
                    for (int i = 0; i < order.size(); i++) {
                        String tag = answers.get(i).etag();
                        if (tag != null) {
                            // With its quotation marks, which stand around the placeholder already.
                            tags.put(Examples.ETAG_OF + order.get(i), tag.replace("\"", ""));
                        }
                    }
                    return replaced(document, tags);
                });
    }
}
