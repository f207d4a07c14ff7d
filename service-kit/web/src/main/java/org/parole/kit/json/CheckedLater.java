package org.parole.kit.json;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A body that its resource checks by hand: what cannot be bound is left out of it and told by {@link UnboundErrors}, so that the
 * resource can tell it together with what it finds itself. A resource that takes such a body must ask for them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface CheckedLater {
}
