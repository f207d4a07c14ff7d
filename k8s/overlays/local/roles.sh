#!/bin/sh
# Run once by the image's entry point, on the empty server: for each service a database, the role that owns it, and the role that
# reads and writes rows.
set -eu
make() {
    psql -v ON_ERROR_STOP=1 --username postgres --dbname postgres -v database="$1" -v owner="$2" -v owner_password="$3" \
        -v application="$4" -v application_password="$5" <<'SQL'
CREATE ROLE :"owner" LOGIN PASSWORD :'owner_password';
CREATE ROLE :"application" LOGIN PASSWORD :'application_password';
CREATE DATABASE :"database" OWNER :"owner";
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO :"application";
SQL
}
make quotes "$QUOTES_OWNER" "$QUOTES_OWNER_PASSWORD" "$QUOTES_APP" "$QUOTES_APP_PASSWORD"
make tallies "$TALLIES_OWNER" "$TALLIES_OWNER_PASSWORD" "$TALLIES_APP" "$TALLIES_APP_PASSWORD"
make gateway "$GATEWAY_OWNER" "$GATEWAY_OWNER_PASSWORD" "$GATEWAY_APP" "$GATEWAY_APP_PASSWORD"
