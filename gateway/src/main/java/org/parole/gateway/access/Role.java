package org.parole.gateway.access;

import java.util.Arrays;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What a caller may do; each role includes those before it. */
public enum Role {
    /** Reads, with a limit of its own. */
    READER,
    /** Adds records. */
    CONTRIBUTOR,
    /** Revises, merges, groups and retracts. */
    EDITOR,
    /** Manages keys and imports. */
    ADMIN;

    /** The role as it stands in tokens and in the API: lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of this word. */
    public static Role of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    /** This role and all that it includes, as words. */
    public Set<String> included() {
        return Arrays.stream(values()).filter(role -> role.ordinal() <= ordinal()).map(Role::word)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The highest role among these words; null when there is none. Words that are no role are passed over. */
    public static Role highest(Collection<String> words) {
        Role highest = null;
        for (Role role : values()) {
            if (words.contains(role.word())) {
                highest = role;
            }
        }
        return highest;
    }
}
