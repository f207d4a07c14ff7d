package org.parole.gateway.imports.mapping;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Proposes what the names of outlets in a table stand for: 'Reuters via bdnews24', 'Dawn/AFP', 'Sputnik (zh)'. */
final class OutletGuess {

    private static final Set<String> AGENCIES = Set.of("afp", "ap", "associated press", "reuters", "dpa", "tass",
            "xinhua", "upi", "ansa",
            "efe", "interfax", "ria", "ria novosti", "irna", "ians", "anadolu", "aa", "kyodo", "pti", "apa",
            "ukrinform", "unian", "wam",
            "saba", "spa", "pajhwok", "tasnim", "fars", "isna", "yonhap", "agence france presse", "рейтер", "тасс",
            "риа новости",
            "интерфакс", "укринформ", "رويترز", "فرانس برس");
    private static final Pattern VIA = Pattern.compile("(?iu)(.+?)\\s+(?:via|through|über|через|par|nach)\\s+(.+)");
    private static final Pattern SLASH = Pattern.compile("(.+?)\\s*[/,;+&]\\s*(.+)");
    private static final Pattern IN_LANGUAGE = Pattern.compile("(.+?)\\s*\\(([A-Za-z]{2,3})\\)");
    private static final Pattern BROADCASTER = Pattern.compile(
            "(?iu).*(\\bTV\\b|television|radio|broadcasting|\\bBBC\\b|\\bCNN\\b|jazeera|arabiya|\\bRFE|\\bVOA\\b|deutsche welle|rundfunk|fernsehen|télévision|телеканал|قناة).*");
    private static final Pattern NEWSPAPER = Pattern.compile(
            "(?iu).*(\\btimes\\b|\\bpost\\b|\\bguardian\\b|\\bherald\\b|\\btribune\\b|\\bgazette\\b|zeitung|le monde|figaro|\\bgazeta\\b|صحيفة|روزنامه|newspaper|spiegel).*");
    private static final Pattern OFFICIAL = Pattern.compile(
            "(?iu).*(ministry|government|\\.gov|office of|министерство|وزارة|ministère|ministerium|embassy).*");
    private static final Pattern PLATFORM = Pattern
            .compile("(?iu)(twitter|x|telegram|facebook|youtube|instagram|vk|whatsapp).*");
    private static final Set<String> LANGUAGES = new TreeSet<>(List.of(Locale.getISOLanguages()));

    private final Map<String, ObjectNode> entries = new LinkedHashMap<>();

    OutletGuess(Collection<String> names) {
        names.forEach(name -> entries.put(name, entry(name)));
    }

    /** What each name in the table stands for. */
    Map<String, ObjectNode> entries() {
        return entries;
    }

    private static ObjectNode entry(String raw) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        String name = raw;
        String via = null;
        Matcher through = VIA.matcher(raw);
        Matcher slash = SLASH.matcher(raw);
        if (through.matches()) {
            // The agency wrote it; it was read at the other one.
            name = through.group(2);
            via = through.group(1);
            if (isAgency(name) && !isAgency(via)) {
                name = through.group(1);
                via = through.group(2);
            }
        } else if (slash.matches() && isAgency(slash.group(1)) != isAgency(slash.group(2))) {
            name = isAgency(slash.group(1)) ? slash.group(2) : slash.group(1);
            via = isAgency(slash.group(1)) ? slash.group(1) : slash.group(2);
        }
        Matcher language = IN_LANGUAGE.matcher(name);
        if (language.matches() && LANGUAGES.contains(language.group(2).toLowerCase(Locale.ROOT))) {
            name = language.group(1);
            entry.put("name", name).put("language", language.group(2).toLowerCase(Locale.ROOT));
        } else {
            entry.put("name", name);
        }
        String kind = kind(name);
        if (kind != null) {
            entry.put("kind", kind);
        }
        if (via != null) {
            entry.put("via", via);
        }
        return entry;
    }

    /** Whether a name is that of a news agency. */
    static boolean isAgency(String name) {
        return AGENCIES.contains(Names.key(name));
    }

    private static String kind(String name) {
        if (isAgency(name)) {
            return "WIRE";
        }
        if (PLATFORM.matcher(name).matches()) {
            return "PLATFORM";
        }
        if (OFFICIAL.matcher(name).matches()) {
            return "OFFICIAL_SITE";
        }
        return BROADCASTER.matcher(name).matches()
                ? "BROADCASTER"
                : NEWSPAPER.matcher(name).matches() ? "NEWSPAPER" : null;
    }
}
