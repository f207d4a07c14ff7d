package org.parole.kit.http;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import jakarta.annotation.Priority;
import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.parole.kit.inflight.Uploads;
import org.parole.kit.problem.ProblemException;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;

/**
 * Refuses a body that does not say its length with a problem (413), as soon as more than {@code parole.body.largest} was read of it.
 * Quarkus's own limit would answer with a bare status. What says its length was refused by {@link EdgeProblems}. For requests only: Quarkus
 * would have REST clients read answers through it as well, also where there is no request.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Priority(Priorities.ENTITY_CODER - 1)
public class BodyLimit implements ReaderInterceptor {

    private final CurrentVertxRequest request;
    private final long largest;

    BodyLimit(CurrentVertxRequest request,
            @ConfigProperty(name = "parole.body.largest", defaultValue = "2M") MemorySize largest) {
        this.request = request;
        this.largest = largest.asLongValue();
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().containsKey(HttpHeaders.CONTENT_LENGTH)
                || Uploads.isUpload(request.getCurrent().request())) {
            return context.proceed();
        }
        var limited = new Limited(context.getInputStream(), largest);
        context.setInputStream(limited);
        try {
            return context.proceed();
        } catch (IOException | RuntimeException e) {
            // Readers may have made something else of the exception of the stream.
            if (limited.left < 0) {
                throw ProblemException.contentTooLarge(largest).with("Connection", "close");
            }
            throw e;
        }
    }

    private static final class Limited extends FilterInputStream {

        private long left;

        Limited(InputStream in, long largest) {
            super(in);
            this.left = largest;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            if (read >= 0) {
                count(1);
            }
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) throws IOException {
            left -= read;
            if (left < 0) {
                throw new IOException("The body is too large");
            }
        }
    }
}
