package org.parole.gateway.explorer.picture;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.parole.gateway.explorer.Frame;
import org.parole.kit.problem.Problem;
import org.parole.kit.problem.ProblemException;
import org.parole.kit.problem.ProblemType;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/** Tells other sites how to show a chart (oEmbed 1.0, type rich). */
@Path("/oembed")
@RegisterForReflection
public class EmbedResource {

    private static final Pattern CHART = Pattern.compile("/tallies/([a-z0-9-]+)/(embed|chart\\.svg|chart\\.png)");
    private static final int WIDTH = 860;
    private static final int HEIGHT = 560;

    /** How the chart at an address of this gateway is shown. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response get(@QueryParam("url") String url, @QueryParam("format") String format,
            @QueryParam("maxwidth") String maxWidth, @QueryParam("maxheight") String maxHeight,
            @Context RoutingContext context) {
        if (format != null && !format.equals("json")) {
            // As oEmbed has it.
            throw new ProblemException(Problem.of(ProblemType.NOT_ACCEPTABLE, "Only format=json is answered.",
                    java.util.List.of()).withStatus(501));
        }
        String origin = Frame.origin(context);
        URI address = address(url);
        Matcher path = CHART.matcher(address.getPath() == null ? "" : address.getPath());
        if (!url.startsWith(origin + "/") || !path.matches()) {
            throw ProblemException.notFound("chart at", url);
        }
        int width = least(maxWidth, "maxwidth", WIDTH);
        int height = least(maxHeight, "maxheight", HEIGHT);
        String query = address.getRawQuery() == null ? "" : "?" + address.getRawQuery();
        String frame = origin + "/tallies/" + path.group(1) + "/embed" + query;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", "1.0");
        answer.put("type", "rich");
        answer.put("provider_name", "Parole");
        answer.put("provider_url", origin + "/");
        answer.put("title", path.group(1));
        answer.put("width", width);
        answer.put("height", height);
        answer.put("html", "<iframe src=\"" + escaped(frame) + "\" width=\"" + width + "\" height=\"" + height
                + "\" loading=\"lazy\" title=\"Parole\"></iframe>");
        context.response().headers().set("Access-Control-Allow-Origin", "*").set("Cross-Origin-Resource-Policy",
                "cross-origin");
        return Response.ok(answer).build();
    }

    private static URI address(String url) {
        if (url == null) {
            throw ProblemException.invalidParameter("url", "must be the address of a chart");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw ProblemException.invalidParameter("url", "must be an address");
        }
    }

    private static int least(String value, String name, int usual) {
        if (value == null) {
            return usual;
        }
        try {
            return Math.max(1, Math.min(usual, Integer.parseInt(value)));
        } catch (NumberFormatException e) {
            throw ProblemException.invalidParameter(name, "must be a number of pixels");
        }
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
