package org.parole.gateway.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.net.SocketAddress;

class CostTest {

    @ParameterizedTest
    @CsvSource({"GET, /api/v1/quotes/1, , 1", "HEAD, /api/v1/quotes, , 1", "GET, /api/v1/quotes, application/json, 1",
            "GET, /api/v1/quotes, text/csv, 10", "GET, /api/v1/tallies, application/x-ndjson, 10",
            "GET, /api/v1/dossiers/a, , 5", "GET, /api/v1/timeline, , 5", "GET, /api/v1/changes, , 5",
            "GET, /api/v1/speakers/1/record, , 5", "GET, /api/v1/tallies/series, , 5", "POST, /api/v1/quotes, , 5",
            "PATCH, /api/v1/quotes/1, , 5", "DELETE, /api/v1/keys/1, , 5", "POST, /api/v1/intake, , 5",
            "GET, /api/, , 1", "GET, /api/v1/, , 1"})
    void what_is_more_work_costs_more(String method, String path, String accept, int units) {
        assertThat(Cost.of(HttpMethod.valueOf(method), path, accept, null)).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"/api/v1/quotes, 1, 1", "/api/v1/quotes, 50, 1", "/api/v1/quotes, 51, 2", "/api/v1/quotes, 200, 4",
            "/api/v1/timeline, 200, 20", "/api/v1/quotes, 0, 1", "/api/v1/quotes, -5, 1", "/api/v1/quotes, many, 1",
            "/api/v1/quotes, 99999999999, 1"})
    void a_list_costs_by_its_rows(String path, String limit, int units) {
        assertThat(Cost.of(HttpMethod.GET, path, null, limit)).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({"192.0.2.7, 192.0.2.7", "2001:db8:0:1:2:3:4:5, 2001:db8:0:1::/64",
            "2001:db8:0:1:ffff:3:4:5, 2001:db8:0:1::/64", "2001:db8:0:2:2:3:4:5, 2001:db8:0:2::/64",
            "::1, 0:0:0:0::/64"})
    void an_address_of_ipv6_counts_as_its_network(String address, String holder) throws Exception {
        assertThat(Addresses.holder(SocketAddress.inetSocketAddress(
                new java.net.InetSocketAddress(java.net.InetAddress.getByName(address), 1)))).isEqualTo(holder);
    }
}
