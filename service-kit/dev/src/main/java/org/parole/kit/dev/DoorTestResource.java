package org.parole.kit.dev;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The database of {@link PostgresTestResource} behind a {@link Door}. */
public class DoorTestResource extends PostgresTestResource {

    // A system property, because Quarkus loads this class more than once.
    private static final String STATE = "parole.test.door";
    private static final Pattern PORT = Pattern.compile(":(\\d+)/");

    /** The database goes away: all connections are lost and new ones are refused. */
    public static void shut() {
        System.setProperty(STATE, Door.State.SHUT.name());
    }

    /** The database takes connections and does not answer. */
    public static void silence() {
        System.setProperty(STATE, Door.State.SILENT.name());
    }

    /** The database is there again. */
    public static void open() {
        System.clearProperty(STATE);
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> configuration = super.start();
        String url = configuration.get("quarkus.datasource.jdbc.url");
        Matcher port = PORT.matcher(url);
        if (!port.find()) {
            throw new IllegalStateException("No port in " + url);
        }
        Door door = new Door(Integer.parseInt(port.group(1)),
                () -> Door.State.valueOf(System.getProperty(STATE, Door.State.OPEN.name())));
        configuration.put("quarkus.datasource.jdbc.url", port.replaceFirst(":" + door.port() + "/"));
        return configuration;
    }
}
