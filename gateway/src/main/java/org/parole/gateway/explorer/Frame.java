package org.parole.gateway.explorer;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import org.parole.gateway.access.Caller;
import org.parole.gateway.access.Gate;
import org.parole.gateway.access.Role;
import org.parole.gateway.compose.Missing;
import org.parole.gateway.support.Origins;

import io.quarkus.runtime.annotations.RegisterForReflection;
import io.vertx.ext.web.RoutingContext;

/**
 * What stands around the content of every page.
 *
 * @param title of the page
 * @param description in a sentence, for search engines and previews
 * @param locale whose words it uses
 * @param path of the page, without its parameters
 * @param query its parameters without the language, as in an address; empty where there are none
 * @param api path and query of the same as JSON; null where there is no such thing
 * @param csv the address of the same as CSV; null where there is no such thing
 * @param feed the address of its Atom feed; null where it has none
 * @param origin scheme and host by which the reader came
 * @param missing what is missing from the page
 * @param editor who is signed in; null for nobody
 */
@RegisterForReflection
public record Frame(String title, String description, Locale locale, String path, String query, String api, String csv,
        String feed, String origin, List<Missing> missing, Editor editor) {

    /**
     * Who is signed in.
     *
     * @param caller whose key it is, and what it may do now
     * @param token that each of the editor's forms carries
     */
    public record Editor(Caller caller, String token) {

        /** What the key is called. */
        public String name() {
            return caller.name();
        }

        /** Whether it may add records. */
        public boolean adds() {
            return caller.may(Role.CONTRIBUTOR);
        }

        /** Whether it may correct and retract records. */
        public boolean corrects() {
            return caller.may(Role.EDITOR);
        }
    }

    /** The language as HTML names it. */
    public String lang() {
        return locale.getLanguage();
    }

    /** The same page in another language. */
    public String in(String language) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + language;
    }

    /** A page of the current request. */
    public static Frame of(RoutingContext context, String title, String description) {
        String query = context.request().query() == null
                ? ""
                : Arrays.stream(context.request().query().split("&")).filter(part -> !part.startsWith("lang="))
                        .collect(Collectors.joining("&"));
        return new Frame(title, description, Language.of(context), context.request().path(), query, null, null, null,
                origin(context), List.of(), editor(context));
    }

    private static Editor editor(RoutingContext context) {
        Session session = Session.of(context);
        return session == null ? null : new Editor(Gate.callerOf(context), session.token());
    }

    /** Scheme and host by which a reader came, as in an address. */
    public static String origin(RoutingContext context) {
        return Origins.of(context.request());
    }

    /** The whole address of the page as it was asked for, in its language. */
    public String address() {
        return origin + in(lang());
    }

    /** With a title that is known only once the page has been read. */
    public Frame named(String name) {
        return new Frame(name, description.isEmpty() ? name : description, locale, path, query, api, csv, feed, origin,
                missing, editor);
    }

    /** Where the same can be had as data. */
    public Frame as(String json, String table, String atom) {
        return new Frame(title, description, locale, path, query, json, table, atom, origin, missing, editor);
    }

    /** Of an address whose parameters may be anything, a key too, so that nothing repeats them. */
    public Frame withoutQuery() {
        return new Frame(title, description, locale, path, "", api, csv, feed, origin, missing, editor);
    }

    /** What is missing from the page. */
    public Frame without(List<Missing> parts) {
        return new Frame(title, description, locale, path, query, api, csv, feed, origin, parts, editor);
    }
}
