-- The application looks up at its start whether the schema is the one that it knows. Flyway makes this table itself, before the
-- default privileges are set.
grant select on flyway_schema_history to "${app_role}";
