package org.parole.gateway.compose;

import java.util.List;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * A view that has been written in a format of its own, such as a page or a picture.
 *
 * @param bytes as they are sent
 * @param mediaType of what
 * @param incomplete what is missing from it; empty when nothing is
 */
@RegisterForReflection
public record Written(byte[] bytes, String mediaType, List<Missing> incomplete) implements Composed {
}
