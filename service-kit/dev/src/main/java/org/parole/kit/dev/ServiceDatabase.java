package org.parole.kit.dev;

/**
 * What a service needs to reach its own database.
 *
 * @param jdbcUrl
 *            where it is
 * @param application
 *            the role the service works as: it reads and writes rows, and cannot change tables
 * @param migration
 *            the role that owns the database and runs the migrations
 */
public record ServiceDatabase(String jdbcUrl, Role application, Role migration) {

    /** A login of the database. */
    public record Role(String name, String password) {

        /** Without the password, so that it can be logged. */
        @Override
        public String toString() {
            return name;
        }
    }
}
