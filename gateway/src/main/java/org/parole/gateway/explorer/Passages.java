package org.parole.gateway.explorer;

import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.parole.gateway.compose.Composer;
import org.parole.gateway.compose.Part;
import org.parole.gateway.compose.Parts;
import org.parole.gateway.compose.Query;
import org.parole.gateway.compose.RecordTime;
import org.parole.gateway.compose.Views;
import org.parole.gateway.service.ServiceName;

import io.smallrye.mutiny.Uni;

/** Reads the surroundings of quotes in a document. */
@ApplicationScoped
public class Passages {

    private static final int MOST = 40;

    private final Composer composer;

    Passages(Composer composer) {
        this.composer = composer;
    }

    private record Asked(String quote, Part part) {
    }

    /** The passages of a document in which these quotes stand; those whose place is not known are left out. */
    public Uni<List<Passage>> of(String document, List<Data> quotes, RecordTime time, Views.Request request) {
        List<Asked> asked = new ArrayList<>();
        for (Data quote : quotes) {
            for (Data anchor : quote.list("anchors")) {
                if (anchor.number("start") != null && anchor.number("end") != null && asked.size() < MOST) {
                    String uri = time.addTo(Query.of("/api/v1/documents/" + Query.segment(document) + "/context")
                            .with("start", anchor.number("start")).with("end", anchor.number("end"))).toString();
                    asked.add(new Asked(quote.text("id"),
                            new Part("context " + asked.size(), ServiceName.QUOTES, uri)));
                }
            }
        }
        return composer.fetch(asked.stream().map(Asked::part).toList(), request.deadline(), request.caller())
                .map(parts -> Passage.of(windows(asked, parts)));
    }

    private static List<Passage.Window> windows(List<Asked> asked, Parts parts) {
        return asked.stream().filter(one -> parts.get(one.part().name()) != null)
                .map(one -> new Passage.Window(one.quote(), Data.of(parts.get(one.part().name())))).toList();
    }
}
