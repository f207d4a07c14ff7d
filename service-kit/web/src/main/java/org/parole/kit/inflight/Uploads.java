package org.parole.kit.inflight;

import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;

/** Which requests bring whole archives: their bodies may be large and take long, as long as they keep coming. */
public final class Uploads {

    private static final String IMPORTS = "/api/v1/imports";

    private Uploads() {
    }

    /** Whether this request brings an archive. */
    public static boolean isUpload(HttpServerRequest request) {
        return request.method() == HttpMethod.POST && IMPORTS.equals(request.path());
    }
}
