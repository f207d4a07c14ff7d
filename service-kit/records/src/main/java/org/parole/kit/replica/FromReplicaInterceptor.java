package org.parole.kit.replica;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Behind the framework's own interceptors: what is not allowed or not valid comes to no database at all. */
@FromReplica
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_AFTER + 900)
class FromReplicaInterceptor {

    private final ReplicaReads reads;

    FromReplicaInterceptor(ReplicaReads reads) {
        this.reads = reads;
    }

    @AroundInvoke
    Object read(InvocationContext method) throws Exception {
        return reads.answer(method::proceed);
    }
}
