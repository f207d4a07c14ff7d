package org.parole.kit;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import org.parole.kit.format.MediaTypes;
import org.parole.kit.format.WholeList;
import org.parole.kit.page.Page;
import org.parole.kit.page.PageRequest;

/** A list of as many pages as one likes, of which one can fail, for the tests of lists that come whole. */
@ApplicationScoped
@Path("/api/v1/numbers")
@Produces(MediaType.APPLICATION_JSON)
public class NumberResource {

    /** How many pages have been asked for since it was set to 0. */
    static final AtomicInteger PAGES = new AtomicInteger();

    public record Numbered(int number, String words) {
    }

    @GET
    @Produces({MediaType.APPLICATION_JSON, MediaTypes.CSV, MediaTypes.NDJSON})
    @WholeList
    public Page<Numbered> list(@Valid @BeanParam PageRequest page,
            @QueryParam("until") @DefaultValue("450") Integer until, @QueryParam("failAt") Integer failAt) {
        PAGES.incrementAndGet();
        int first = page.cursor == null ? 0 : Integer.parseInt(page.cursor);
        if (failAt != null && first >= failAt) {
            throw new IllegalStateException("the database has gone away");
        }
        int end = Math.min(until, first + page.limit);
        List<Numbered> items = IntStream.range(first, end)
                .mapToObj(number -> new Numbered(number, "this is number " + number)).toList();
        return new Page<>(items, end < until ? Integer.toString(end) : null);
    }
}
