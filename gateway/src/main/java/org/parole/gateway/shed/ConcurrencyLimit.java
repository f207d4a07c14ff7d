package org.parole.gateway.shed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * Slots for what may be under way at once, and a bounded queue in front of them. A slot that becomes free goes to the request that waits and
 * holds the fewest, so that a client that asks for much waits for itself and not others for it; and where the queue is full, the last
 * to have come of the client with the most in it makes room. Safe for many threads; calls nobody while it holds its lock.
 */
final class ConcurrencyLimit {

    private final int limit;
    private final int queue;
    private final LongSupplier clock;
    private final Map<String, Holder> holders = new HashMap<>();
    private int active;
    private int waiting;
    private long tickets;
    private long lastRelease;

    /** What one client has of it. */
    private static final class Holder {
        private final String name;
        private final Deque<Ticket> queue = new ArrayDeque<>();
        private int active;

        private Holder(String name) {
            this.name = name;
        }
    }

    /** Is told what comes of waiting: one of the two, once, on any thread. */
    interface Waiter {
        /** The slot is the waiter's now, which must release it. */
        void granted(Slot slot);

        /** There will be none. */
        void refused();
    }

    /**
     * A limit with nothing under way.
     *
     * @param limit slots
     * @param queue how many may wait for one
     * @param clock nanoseconds from any moment, never less than before
     */
    ConcurrencyLimit(int limit, int queue, LongSupplier clock) {
        this.limit = limit;
        this.queue = queue;
        this.clock = clock;
        this.lastRelease = clock.getAsLong();
    }

    /** A slot; null when all are taken. */
    synchronized Slot tryAcquire(String holder) {
        return active < limit ? take(holder(holder)) : null;
    }

    /**
     * Waits for a slot, unless too many do.
     *
     * @return by what to stop waiting; null when the waiter was refused instead, of which it is not told again
     */
    Ticket enqueue(String holder, Waiter waiter) {
        Ticket displaced = null;
        Ticket ticket;
        Slot free;
        synchronized (this) {
            Holder own = holder(holder);
            free = active < limit ? take(own) : null;
            ticket = new Ticket(own, waiter, tickets++, clock.getAsLong());
            if (free == null) {
                if (waiting >= queue) {
                    displaced = last(own.queue.size() + 1);
                    if (displaced == null) {
                        forgetIfIdle(own);
                        return null;
                    }
                    drop(displaced);
                }
                own.queue.addLast(ticket);
                waiting++;
            } else {
                ticket.waits = false;
            }
        }
        if (displaced != null) {
            displaced.waiter.refused();
        }
        if (free != null) {
            waiter.granted(free);
        }
        return ticket;
    }

    /** The last ticket of the client with the most in the queue, if it has more than this many; otherwise null. */
    private Ticket last(int many) {
        Holder most = null;
        for (Holder holder : holders.values()) {
            if (holder.queue.size() > (most == null ? many : most.queue.size())) {
                most = holder;
            }
        }
        return most == null ? null : most.queue.peekLast();
    }

    private Slot take(Holder holder) {
        active++;
        holder.active++;
        return new Slot(holder);
    }

    private Holder holder(String name) {
        return holders.computeIfAbsent(name, Holder::new);
    }

    private void forgetIfIdle(Holder holder) {
        if (holder.active == 0 && holder.queue.isEmpty()) {
            holders.remove(holder.name);
        }
    }

    private void drop(Ticket ticket) {
        if (ticket.waits && ticket.holder.queue.remove(ticket)) {
            waiting--;
        }
        ticket.waits = false;
        forgetIfIdle(ticket.holder);
    }

    /** Whose turn it is: of those who hold the fewest, the one that came first. */
    private Ticket next() {
        Ticket next = null;
        for (Holder holder : holders.values()) {
            Ticket first = holder.queue.peekFirst();
            if (first != null && (next == null || holder.active < next.holder.active
                    || holder.active == next.holder.active && first.number < next.number)) {
                next = first;
            }
        }
        return next;
    }

    /** Refuses those who have waited for longer than this. */
    void expire(long nanos) {
        List<Ticket> expired = new ArrayList<>();
        synchronized (this) {
            long now = clock.getAsLong();
            for (Holder holder : List.copyOf(holders.values())) {
                while (!holder.queue.isEmpty() && now - holder.queue.peekFirst().since > nanos) {
                    Ticket ticket = holder.queue.peekFirst();
                    drop(ticket);
                    expired.add(ticket);
                }
            }
        }
        expired.forEach(ticket -> ticket.waiter.refused());
    }

    /** How many have waited for longer than this. */
    synchronized int waitingFor(long nanos) {
        long now = clock.getAsLong();
        int many = 0;
        for (Holder holder : holders.values()) {
            for (Ticket ticket : holder.queue) {
                many += now - ticket.since > nanos ? 1 : 0;
            }
        }
        return many;
    }

    /** Whether all slots are taken and none has been released for this long. */
    synchronized boolean isStuck(long nanos) {
        return active >= limit && clock.getAsLong() - lastRelease > nanos;
    }

    /** Slots that are taken. */
    synchronized int active() {
        return active;
    }

    /** Requests that wait. */
    synchronized int waiting() {
        return waiting;
    }

    /** Clients that anything is known of. */
    synchronized int holders() {
        return holders.size();
    }

    /** A place in the queue. */
    final class Ticket {
        private final Holder holder;
        private final Waiter waiter;
        private final long number;
        private final long since;
        private boolean waits = true;

        private Ticket(Holder holder, Waiter waiter, long number, long since) {
            this.holder = holder;
            this.waiter = waiter;
            this.number = number;
            this.since = since;
        }

        /** Stops waiting; nothing, when that is over already. */
        void cancel() {
            synchronized (ConcurrencyLimit.this) {
                drop(this);
            }
        }
    }

    /** One slot, which is somebody's until it is released. */
    final class Slot {
        private Holder holder;
        private boolean released;

        private Slot(Holder holder) {
            this.holder = holder;
        }

        /** Gives the slot to the next waiting request; a second call has no effect. */
        void release() {
            Ticket next;
            Slot slot = null;
            synchronized (ConcurrencyLimit.this) {
                if (released) {
                    return;
                }
                released = true;
                active--;
                holder.active--;
                lastRelease = clock.getAsLong();
                next = next();
                if (next != null) {
                    drop(next);
                    slot = take(holder(next.holder.name));
                }
                forgetIfIdle(holder);
            }
            if (next != null) {
                next.waiter.granted(slot);
            }
        }

        /** Whether it is still somebody's. */
        boolean isHeld() {
            synchronized (ConcurrencyLimit.this) {
                return !released;
            }
        }

        /**
         * Counts it for somebody else, known better by now.
         *
         * @return false when that one holds a quarter of all slots and others wait
         */
        boolean chargeTo(String name) {
            synchronized (ConcurrencyLimit.this) {
                if (released) {
                    return true;
                }
                Holder other = holder(name);
                if (other.active >= Math.max(1, limit / 4) && waiting > other.queue.size()) {
                    forgetIfIdle(other);
                    return false;
                }
                holder.active--;
                forgetIfIdle(holder);
                other.active++;
                holder = other;
                return true;
            }
        }
    }
}
