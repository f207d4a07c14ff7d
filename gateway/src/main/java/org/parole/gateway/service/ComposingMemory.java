package org.parole.gateway.service;

import java.util.concurrent.atomic.AtomicLong;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.kit.inflight.InFlight;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.common.vertx.VertxContext;
import io.vertx.core.Context;
import io.vertx.core.Vertx;

/**
 * Counts what the services have answered for views that are being put together: as trees they take several times as much, and a heap
 * is soon full of the parts of a few large views.
 */
@ApplicationScoped
public class ComposingMemory {

    private static final String REQUEST = ComposingMemory.class.getName();

    private final long most;
    private final AtomicLong taken = new AtomicLong();

    ComposingMemory(ServicesConfig config, MeterRegistry metrics) {
        this.most = config.composing().map(MemorySize::asLongValue).orElse(Runtime.getRuntime().maxMemory() / 16);
        metrics.gauge("parole.composing.bytes", taken);
    }

    /** From here on, what is asked for in this context is for this request. */
    public static void isFor(InFlight request) {
        Vertx.currentContext().putLocal(REQUEST, request);
    }

    /** What one part takes, until the request that it is for is answered. */
    Part begin() {
        Context context = Vertx.currentContext();
        // What is asked for by the gateway itself, such as the ends of the feeds, runs in a context that belongs to no request.
        boolean ofRequest = context != null && VertxContext.isDuplicatedContext(context);
        return new Part(ofRequest ? context.getLocal(REQUEST) : null);
    }

    /** One part of a view. */
    final class Part {
        private final InFlight request;
        private final AtomicLong bytes = new AtomicLong();
        private volatile boolean over;

        private Part(InFlight request) {
            this.request = request;
        }

        /** Takes room for more of it; false where there is none, unless it is the only one. */
        boolean grow(int by) {
            if (over) {
                return false;
            }
            if (taken.addAndGet(by) > most && taken.get() > bytes.get() + by) {
                taken.addAndGet(-by);
                return false;
            }
            bytes.addAndGet(by);
            return true;
        }

        /** It is whole, and stays until its request is answered. */
        void whole() {
            if (request == null) {
                giveBack();
            } else {
                request.whenAnswered(this::giveBack);
            }
        }

        /** Gives its room back; twice is once. */
        void giveBack() {
            over = true;
            taken.addAndGet(-bytes.getAndSet(0));
        }
    }
}
