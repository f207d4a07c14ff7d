package org.parole.tally.language;

import java.util.Locale;
import java.util.Set;

/** How the name of a claimant or outlet stands in a sentence: whether an English one takes an article, and its number. */
final class ClaimantNames {

    /** Nouns that make a name of several words a description: 'the Security Council', 'the White House'. */
    private static final Set<String> DESCRIBE = Set.of("administration", "alliance", "army", "assembly", "authority",
            "board", "bureau", "cabinet", "coalition", "commission", "committee", "council", "court", "crescent",
            "cross", "delegation", "department", "directorate", "embassy", "emirate", "federation", "front",
            "government", "headquarters", "house", "jirga", "kingdom", "league", "ministry", "mission", "movement",
            "nations", "observatory", "office", "opposition", "palace", "parliament", "party", "presidency", "regime",
            "republic",
            "secretariat", "service", "statement", "states", "union");
    /** Names of one word that take an article. */
    private static final Set<String> ALONE = Set.of("army", "coalition", "commission", "committee", "council",
            "government", "houthis", "kremlin", "ministry", "navy", "opposition", "pentagon", "taliban", "vatican");
    private static final Set<String> PLURAL = Set.of("authorities", "bishops", "commanders", "delegates", "diplomats",
            "elders", "families", "fighters", "forces", "houthis", "mediators", "militants", "negotiators", "observers",
            "officers", "officials", "parents", "peacekeepers", "rebels", "relatives", "representatives", "sources",
            "spokesmen", "spokespeople", "taliban", "villagers");

    private ClaimantNames() {
    }

    /** The name as it stands within an English sentence: 'the Taliban', 'Taliban officials'. */
    static String withArticle(String name) {
        String[] words = description(name).split(" ");
        String head = words[words.length - 1].toLowerCase(Locale.ROOT);
        String first = words[0].toLowerCase(Locale.ROOT);
        boolean hasOne = first.equals("the") || first.equals("a") || first.equals("an") || name.contains("\u2019s ")
                || name.contains("'s ");
        boolean takesOne = words.length == 1 ? ALONE.contains(head) : DESCRIBE.contains(head);
        return takesOne && !hasOne ? "the " + name : name;
    }

    /** Whether several people go by the name: 'the Taliban deny', 'Afghan officials say'. */
    static boolean isPlural(String name) {
        String description = description(name);
        return PLURAL.contains(description.substring(description.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT));
    }

    /** A name without what is said after it: 'Ministry of Defence' is a ministry. */
    private static String description(String name) {
        return name.strip().split(" (of|for|in|on|at|to) |[,(]", 2)[0].strip();
    }
}
