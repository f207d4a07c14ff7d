package org.parole.gateway.testing;

import java.util.List;
import java.util.Map;

import org.parole.kit.dev.PostgresTestResource;

import io.quarkus.test.junit.QuarkusTestProfile;

/**
 * A gateway with a database of its own and settings that go before those of {@link StubbedServices}, for tests in this process and for
 * those of what is packaged: there, what a resource sets would go before what a profile overrides.
 */
public abstract class StubbedProfile implements QuarkusTestProfile {

    private final String database;
    private final Map<String, String> settings;

    protected StubbedProfile(String database, Map<String, String> settings) {
        this.database = database;
        this.settings = settings;
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(PostgresTestResource.class, Map.of("database", database)),
                new TestResourceEntry(StubbedServices.class, settings));
    }
}
