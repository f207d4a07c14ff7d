package org.parole.kit.replica;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.interceptor.InterceptorBinding;

/**
 * A replica may answer this, where there is one: a method of a resource that reads and does nothing else, and that comes out the
 * same when it is called twice. How it goes on is told by {@link ReplicaReads}.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface FromReplica {
}
