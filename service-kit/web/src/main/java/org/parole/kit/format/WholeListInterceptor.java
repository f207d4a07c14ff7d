package org.parole.kit.format;

import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Remembers how a list was asked for, so that its other pages can be had. */
@WholeList
@Interceptor
// Before the others, so that each page passes all of them.
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class WholeListInterceptor {

    @AroundInvoke
    Object remember(InvocationContext call) throws Exception {
        if (Paged.class.isAssignableFrom(call.getMethod().getReturnType())) {
            WholeLists.current().begin(call.getTarget(), call.getMethod(), call.getParameters());
        }
        return call.proceed();
    }
}
