package org.parole.kit.dev;

import java.nio.file.AccessDeniedException;
import java.util.Locale;

/** What is wrong with a disk, in words that say what to do. */
final class DiskTrouble {

    private static final String FULL = "the disk is full. Make room on it, or choose a directory on another one with --data";
    private static final String READ_ONLY = "the directory cannot be written to. Make it writable for this user, or choose "
            + "another one with --data";

    private DiskTrouble() {
    }

    /** What is wrong with the disk; null where something else is wrong. */
    static String of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
            if (message.contains("no space left") || message.contains("disk quota exceeded")) {
                return FULL;
            }
            if (message.contains("read-only file system") || message.contains("permission denied")
                    || cause instanceof AccessDeniedException) {
                return READ_ONLY;
            }
        }
        return null;
    }

    /** What a failure means, in one sentence. */
    static String inWords(Throwable failure) {
        String disk = of(failure);
        return disk == null
                ? String.valueOf(failure.getMessage()).lines().findFirst().orElse("for no known reason")
                : disk;
    }
}
