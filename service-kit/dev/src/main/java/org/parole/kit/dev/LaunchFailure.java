package org.parole.kit.dev;

/** Why the suite cannot run, in words for the person who typed the command. */
final class LaunchFailure extends RuntimeException {

    LaunchFailure(String message) {
        super(message);
    }
}
