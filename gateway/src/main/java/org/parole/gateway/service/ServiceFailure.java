package org.parole.gateway.service;

import java.time.Duration;

import org.parole.kit.problem.ProblemException;

/** A service did not give an answer that can be used. Says so in words that a client may read. */
public class ServiceFailure extends RuntimeException {

    /** How it failed. */
    public enum Kind {
        /** No connection could be made. */
        UNREACHABLE("cannot be reached"),
        /** No whole answer by the deadline. */
        SLOW("did not answer in time"),
        /** It failed so often that the gateway does not ask it for a moment. */
        RESTING("failed repeatedly and gets no requests for a moment"),
        /** It says itself that it has too much to do. */
        OVERLOADED("has too many requests in progress"),
        /** Its database has no room left; it still reads. */
        FULL("has no room left on the disk of its database"),
        /** It failed: a 5xx, or an answer that is cut off or makes no sense. */
        BROKEN("sent an invalid answer"),
        /** It refused what the gateway asked, which only happens when the two do not fit together. */
        REFUSED("refused the gateway's request");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private final ServiceName service;
    private final Kind kind;
    private final Duration retryAfter;
    private final boolean mayBeDone;

    /** A failure of this kind. */
    public ServiceFailure(ServiceName service, Kind kind) {
        this(service, kind, Duration.ofSeconds(2), null);
    }

    /** A failure of this kind, with what lies behind it for the logs. */
    public ServiceFailure(ServiceName service, Kind kind, Throwable cause) {
        this(service, kind, Duration.ofSeconds(2), cause);
    }

    /** A failure of this kind, with when the service said to come back. */
    public ServiceFailure(ServiceName service, Kind kind, Duration retryAfter, Throwable cause) {
        this(service, kind, retryAfter, kind == Kind.SLOW || kind == Kind.BROKEN, cause);
    }

    /** The service is overloaded or answered 503. It may have done what it was asked for: its database can be lost during the commit. */
    static ServiceFailure unavailable(ServiceName service, Duration retryAfter) {
        return new ServiceFailure(service, Kind.OVERLOADED, retryAfter, true, null);
    }

    private ServiceFailure(ServiceName service, Kind kind, Duration retryAfter, boolean mayBeDone, Throwable cause) {
        super("The " + service + " " + kind.words, cause);
        this.service = service;
        this.kind = kind;
        this.retryAfter = retryAfter;
        this.mayBeDone = mayBeDone;
    }

    /** This failure of the second try of a request whose first try had failed as well. */
    ServiceFailure after(ServiceFailure first) {
        return first.mayBeDone && !mayBeDone ? new ServiceFailure(service, kind, retryAfter, true, getCause()) : this;
    }

    /** Which service. */
    public ServiceName service() {
        return service;
    }

    /** How it failed. */
    public Kind kind() {
        return kind;
    }

    /** Whether the service may have done all the same what it was asked for, in this try or in one before it. */
    public boolean mayBeDone() {
        return mayBeDone;
    }

    /** When it may be worth another try. */
    public Duration retryAfter() {
        return retryAfter;
    }

    /** The failure in a sentence. */
    public String sentence() {
        return getMessage() + ".";
    }

    /** The failure as the client's answer. */
    public ProblemException asProblem() {
        return kind == Kind.FULL
                ? ProblemException.storageFull()
                : ProblemException.unavailable(sentence(), retryAfter);
    }

    /** The failure as the answer to a write of which nothing has been done. */
    public ProblemException asProblemOfNothingWritten() {
        return kind == Kind.FULL
                ? ProblemException.storageFull()
                : ProblemException.unavailable(sentence() + " Nothing was written.", retryAfter);
    }

    /** The failure of a write as the client's answer: it may have been done. */
    public ProblemException asProblemOfWrite() {
        if (kind == Kind.FULL) {
            return ProblemException.storageFull();
        }
        String more = mayBeDone
                ? " It is not known whether it was written. Send the request again with the same Idempotency-Key, or check first."
                : " Nothing was written.";
        return ProblemException.unavailable(sentence() + more, retryAfter);
    }
}
