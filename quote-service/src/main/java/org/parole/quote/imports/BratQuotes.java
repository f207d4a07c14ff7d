package org.parole.quote.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

import org.parole.quote.quote.QuoteKind;
import org.parole.quote.speaker.SpeakerKind;

/**
 * The quotations that the annotations of a document make, each with its speaker and its cue, and what cannot be taken. Nothing is dropped
 * without being counted.
 */
final class BratQuotes {

    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they", "i", "we", "you", "who", "which",
            "that",
            "his", "her", "their", "its", "him", "them", "one", "this", "these", "those");

    private final BratFile file;
    private final BratText text;
    private final List<BratFile.Defect> defects;
    private final Map<String, BratFile.Mention> usable = new LinkedHashMap<>();
    private final Set<String> triggers = new HashSet<>();
    private final Map<String, Set<String>> speakers = new HashMap<>();
    private final Map<String, Set<String>> cues = new HashMap<>();
    private final Map<String, Set<String>> same = new HashMap<>();
    private final Map<String, Long> unknown = new TreeMap<>();
    private final List<Quotation> quotations = new ArrayList<>();

    /** Who says it: {@code kind} is null where the annotations do not tell, so that the words are a candidate's name or a role. */
    record Source(String words, SpeakerKind kind, String item, boolean isName) {
    }

    /** A quotation; speaker and cue may be null. */
    record Quotation(BratFile.Mention mention, QuoteKind kind, Source speaker, String cue) {
    }

    BratQuotes(BratFile file, BratText text) {
        this.file = file;
        this.text = text;
        this.defects = new ArrayList<>(file.defects());
        file.events().forEach(event -> triggers.add(event.trigger()));
        file.mentions().values().forEach(this::check);
        file.relations().forEach(this::link);
        file.events().forEach(this::link);
        file.equivalences().forEach(ids -> ids.forEach(id -> together(ids.get(0), id)));
        usable.values().stream().filter(this::isQuote).forEach(this::read);
        countAttributes();
        if (file.notes() > 0) {
            unknown.merge("notes of annotators", file.notes(), Long::sum);
        }
    }

    List<Quotation> quotations() {
        return quotations;
    }

    List<BratFile.Defect> defects() {
        return defects;
    }

    /** What has no use here, by kind, with how often it comes. */
    Map<String, Long> unknown() {
        return unknown;
    }

    private void check(BratFile.Mention mention) {
        String type = BratNames.key(mention.type());
        if (!isKnown(type) && !triggers.contains(mention.id())) {
            unknown.merge("annotations of the type '" + mention.type() + "'", 1L, Long::sum);
            return;
        }
        int end = mention.spans().stream().mapToInt(BratText.Span::end).max().orElseThrow();
        if (end > text.length()) {
            refuse(mention.line(), mention.raw(),
                    "ends at " + end + ", and the text has " + text.length() + " characters");
        } else if (!text.has(mention)) {
            refuse(mention.line(), mention.raw(), "says '" + shown(mention.words())
                    + "', and the text has '" + shown(text.words(mention.spans())) + "' there");
        } else {
            usable.put(mention.id(), mention);
        }
    }

    private static boolean isKnown(String type) {
        return BratNames.QUOTES.contains(type) || BratNames.SPEAKERS.contains(type) || BratNames.CUES.contains(type);
    }

    private static String shown(String words) {
        String line = BratText.oneLine(words);
        return line.codePointCount(0, line.length()) <= 80
                ? line
                : line.substring(0, line.offsetByCodePoints(0, 80)) + "…";
    }

    private void refuse(int line, String raw, String reason) {
        defects.add(new BratFile.Defect(line, raw, reason));
    }

    private boolean is(String id, Set<String> types) {
        BratFile.Mention mention = file.mentions().get(id);
        return mention != null && types.contains(BratNames.key(mention.type()));
    }

    private boolean isQuote(BratFile.Mention mention) {
        return BratNames.QUOTES.contains(BratNames.key(mention.type()));
    }

    /** Whether everything that a line refers to is in the file; else the line is refused. */
    private boolean hasAll(int line, String raw, List<String> ids) {
        for (String id : ids) {
            if (!file.mentions().containsKey(id) && file.events().stream().noneMatch(event -> event.id().equals(id))) {
                refuse(line, raw, "refers to " + id + ", which is not in the file");
                return false;
            }
        }
        return true;
    }

    private void link(BratFile.Link relation) {
        if (!hasAll(relation.line(), relation.raw(), List.of(relation.from(), relation.to()))) {
            return;
        }
        String type = BratNames.key(relation.type());
        String from = trigger(relation.from());
        String to = trigger(relation.to());
        if (BratNames.SAME.contains(type) && is(from, BratNames.SPEAKERS) && is(to, BratNames.SPEAKERS)) {
            together(from, to);
        } else if (BratNames.SPEAKER_RELATIONS.contains(type) && (attach(from, to, BratNames.SPEAKERS, speakers)
                || attach(to, from, BratNames.SPEAKERS, speakers))) {
            return;
        } else if (!BratNames.CUE_RELATIONS.contains(type) && !BratNames.SPEAKER_RELATIONS.contains(type)
                || !attach(from, to, BratNames.CUES, cues) && !attach(to, from, BratNames.CUES, cues)) {
            unknown.merge("relations of the type '" + relation.type() + "'", 1L, Long::sum);
        }
    }

    /** Of an event, what it is told by. */
    private String trigger(String id) {
        return file.events().stream().filter(event -> event.id().equals(id)).map(BratFile.Event::trigger).findFirst()
                .orElse(id);
    }

    /** A cue can have the speaker, and the quote the cue. */
    private boolean attach(String to, String what, Set<String> types, Map<String, Set<String>> found) {
        if (is(what, types) && (is(to, BratNames.QUOTES) || is(to, BratNames.CUES))) {
            found.computeIfAbsent(to, none -> new LinkedHashSet<>()).add(what);
            return true;
        }
        return false;
    }

    private void link(BratFile.Event event) {
        List<String> ids = new ArrayList<>(List.of(event.trigger()));
        event.parts().forEach(part -> ids.add(part.getValue()));
        if (!hasAll(event.line(), event.raw(), ids)) {
            return;
        }
        List<String> quotes = ids.stream().map(this::trigger).filter(id -> is(id, BratNames.QUOTES)).toList();
        if (quotes.isEmpty()) {
            unknown.merge("events of the type '" + event.type() + "' without a quotation", 1L, Long::sum);
            return;
        }
        for (String quote : quotes) {
            for (Map.Entry<String, String> part : event.parts()) {
                if (quotes.contains(trigger(part.getValue()))) {
                    continue;
                }
                String role = BratNames.key(part.getKey());
                if (BratNames.SPEAKER_RELATIONS.contains(role) && is(part.getValue(), BratNames.SPEAKERS)) {
                    speakers.computeIfAbsent(quote, none -> new LinkedHashSet<>()).add(part.getValue());
                } else if (BratNames.CUE_RELATIONS.contains(role) && is(part.getValue(), BratNames.CUES)) {
                    cues.computeIfAbsent(quote, none -> new LinkedHashSet<>()).add(part.getValue());
                } else {
                    unknown.merge("parts of events with the role '" + part.getKey() + "'", 1L, Long::sum);
                }
            }
            if (!quotes.contains(event.trigger()) && (is(event.trigger(), BratNames.CUES)
                    || BratNames.EVENTS.contains(BratNames.key(event.type())))) {
                cues.computeIfAbsent(quote, none -> new LinkedHashSet<>()).add(event.trigger());
            }
        }
    }

    private void together(String one, String other) {
        Set<String> all = new LinkedHashSet<>(same.getOrDefault(one, Set.of(one)));
        all.addAll(same.getOrDefault(other, Set.of(other)));
        all.forEach(id -> same.put(id, all));
    }

    private void read(BratFile.Mention quote) {
        try {
            Set<String> told = new LinkedHashSet<>(cues.getOrDefault(quote.id(), Set.of()));
            Set<String> said = new LinkedHashSet<>(speakers.getOrDefault(quote.id(), Set.of()));
            if (said.isEmpty()) {
                told.forEach(cue -> said.addAll(speakers.getOrDefault(cue, Set.of())));
            }
            List<BratFile.Mention> cue = told.stream().map(id -> usable(id, "cue")).toList();
            quotations.add(new Quotation(quote, kind(quote), speaker(said),
                    cue.isEmpty() ? null : BratText.oneLine(text.words(text.joined(cue.get(0).spans())))));
        } catch (RefusedRowException e) {
            refuse(quote.line(), quote.raw(), e.error().detail());
        }
    }

    private BratFile.Mention usable(String id, String what) {
        BratFile.Mention mention = usable.get(id);
        if (mention == null) {
            throw new RefusedRowException("", "has the " + what + " " + id + ", which is refused (line "
                    + file.mentions().get(id).line() + ")");
        }
        return mention;
    }

    private QuoteKind kind(BratFile.Mention quote) {
        Set<QuoteKind> kinds = new LinkedHashSet<>();
        add(kinds, BratNames.quoteKind(BratNames.key(quote.type())));
        attributes(quote, BratNames.QUOTE_ATTRIBUTES, word -> add(kinds, BratNames.quoteKind(word)));
        if (kinds.size() > 1) {
            throw new RefusedRowException("", "is said to be " + String.join(" and ",
                    kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList()));
        }
        if (!kinds.isEmpty()) {
            return kinds.iterator().next();
        }
        List<BratText.Span> spans = text.joined(quote.spans());
        List<QuoteKind> marked = spans.stream()
                .map(span -> QuotationMarks.kindOf(text.at(span), text.before(span), text.after(span))).distinct()
                .toList();
        return marked.size() == 1 ? marked.get(0) : QuoteKind.MIXED;
    }

    /** What attributes say: their values, or their names where they have none. */
    private void attributes(BratFile.Mention mention, Set<String> names, Consumer<String> take) {
        file.attributesOf(mention.id()).forEach((name, value) -> {
            if (names.contains(BratNames.key(name))) {
                take.accept(BratNames.key(value.isEmpty() ? name : value));
            }
        });
    }

    private static <T> void add(Set<T> all, T one) {
        if (one != null) {
            all.add(one);
        }
    }

    /** The one speaker; of several mentions of the same one, that which says the most about it. */
    private Source speaker(Set<String> ids) {
        if (ids.isEmpty()) {
            return null;
        }
        String first = ids.iterator().next();
        for (String id : ids) {
            if (!same.getOrDefault(first, Set.of(first)).contains(id)) {
                throw new RefusedRowException("", "has the speakers " + first + " and " + id
                        + ": a quote has one, unless they are told to be the same");
            }
            usable(id, "speaker");
        }
        return same.getOrDefault(first, Set.of(first)).stream().map(usable::get)
                .filter(mention -> mention != null && BratNames.SPEAKERS.contains(BratNames.key(mention.type())))
                .map(this::source)
                .max(Comparator.comparing((Source source) -> source.isName())
                        .thenComparing(source -> source.kind() != null).thenComparing(source -> source.item() != null))
                .orElse(null);
    }

    private Source source(BratFile.Mention mention) {
        Set<SpeakerKind> kinds = new LinkedHashSet<>();
        attributes(mention, BratNames.SPEAKER_ATTRIBUTES, word -> add(kinds, BratNames.speakerKind(word)));
        if (kinds.isEmpty()) {
            add(kinds, BratNames.speakerKind(BratNames.key(mention.type())));
        }
        if (kinds.size() > 1) {
            throw new RefusedRowException("", "has the speaker " + mention.id() + ", which is said to be "
                    + String.join(" and ", kinds.stream().map(kind -> kind.name().toLowerCase(Locale.ROOT)).toList()));
        }
        BratFile.Item item = file.itemOf(mention.id());
        String wikidata = item != null && BratNames.key(item.base()).startsWith("wikidata")
                && item.id().matches("Q[1-9]\\d{0,11}") ? item.id() : null;
        String words = item != null && item.name() != null && !item.name().isBlank()
                ? item.name().strip()
                : BratText.oneLine(text.words(text.joined(mention.spans())));
        return new Source(words, kinds.isEmpty() ? null : kinds.iterator().next(), wikidata, isName(words));
    }

    /** Whether words may be a name: not a pronoun, and not all in small letters. */
    private static boolean isName(String words) {
        return !PRONOUNS.contains(words.toLowerCase(Locale.ROOT))
                && words.codePoints().anyMatch(one -> Character.isLetter(one) && !Character.isLowerCase(one));
    }

    private void countAttributes() {
        file.attributes().forEach((id, named) -> named.keySet().forEach(name -> {
            String key = BratNames.key(name);
            boolean isUsed = is(id, BratNames.QUOTES) && BratNames.QUOTE_ATTRIBUTES.contains(key)
                    || is(id, BratNames.SPEAKERS) && BratNames.SPEAKER_ATTRIBUTES.contains(key);
            if (!isUsed) {
                unknown.merge("attributes with the name '" + name + "'", 1L, Long::sum);
            }
        }));
    }
}
