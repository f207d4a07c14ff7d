package org.parole.kit.http;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The address under which the world reaches the API: from the configuration ({@code parole.public-url}), else as the gateway
 * says that it was asked, else as this service was asked itself.
 */
@ApplicationScoped
public class PublicAddress {

    /** How the gateway tells a service under which address it was asked. */
    public static final String HEADER = "Parole-Public-Url";

    private static final Pattern ADDRESS = Pattern
            .compile("https?://[A-Za-z0-9._:\\[\\]-]{1,255}(?:/[A-Za-z0-9._~-]{1,100}){0,10}/?");

    private final Optional<String> configured;

    PublicAddress(@ConfigProperty(name = "parole.public-url") Optional<String> configured) {
        this.configured = configured.filter(url -> !url.isBlank());
    }

    /** Whether it can be the beginning of addresses: a scheme, a host and nothing that would be markup anywhere. */
    public static boolean isOne(String address) {
        return ADDRESS.matcher(address).matches();
    }

    /** The beginning of public addresses, up to the path, without a slash at its end. */
    public URI base(HttpHeaders headers, UriInfo uri) {
        String address = configured.or(() -> Optional.ofNullable(headers.getHeaderString(HEADER))
                .filter(PublicAddress::isOne)).orElse(uri.getBaseUri().toString());
        return URI.create(address.endsWith("/") ? address.substring(0, address.length() - 1) : address);
    }

    /** The address of the request itself, as the world would ask it. */
    public UriBuilder request(HttpHeaders headers, UriInfo uri) {
        URI asked = uri.getRequestUri();
        URI base = base(headers, uri);
        return UriBuilder.fromUri(base + asked.getRawPath()
                + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery()));
    }
}
