package org.parole.gateway.health;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;
import org.parole.gateway.service.Deadline;
import org.parole.gateway.service.ServiceHttp;
import org.parole.gateway.service.ServiceName;

import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpMethod;

/**
 * Says what behind the gateway is away. It stays ready all the same: with one service it answers half of the questions, and
 * with none it still says so properly, which no load balancer does better.
 */
@Readiness
@ApplicationScoped
public class Degradation implements AsyncHealthCheck {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final ServiceHttp http;
    private final DataSource database;
    private final Vertx vertx;

    Degradation(ServiceHttp http, DataSource database, Vertx vertx) {
        this.http = http;
        this.database = database;
        this.vertx = vertx;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        Future<String> quotes = stateOf(ServiceName.QUOTES);
        Future<String> tallies = stateOf(ServiceName.TALLIES);
        // A probe waits for a limited time only, and a silent database would occupy a thread for longer.
        Future<String> own = vertx.executeBlocking(this::stateOfDatabase, false)
                .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS).otherwise("does not answer in time");
        return Uni.createFrom().completionStage(Future.join(quotes, tallies, own).map(all -> {
            HealthCheckResponseBuilder response = HealthCheckResponse.named("behind the gateway").up();
            response.withData(ServiceName.QUOTES.toString(), quotes.result());
            response.withData(ServiceName.TALLIES.toString(), tallies.result());
            response.withData("keys and intakes", own.result());
            boolean whole = quotes.result().equals("up") && tallies.result().equals("up") && own.result().equals("up");
            return response.withData("degraded", !whole).build();
        }).toCompletionStage());
    }

    /** Any answer will do: whether the service itself is well is its own readiness' to say. */
    private Future<String> stateOf(ServiceName service) {
        Deadline deadline = Deadline.in(PATIENCE);
        return http.request(service, HttpMethod.GET, "/api/v1/", deadline).compose(request -> {
            long timer = vertx.setTimer(deadline.millisLeft(), id -> request.reset());
            return request.send().compose(response -> response.body()).onComplete(done -> vertx.cancelTimer(timer));
        }).map("up").recover(failure -> Future
                .succeededFuture(
                        ServiceHttp.failure(service, failure).getMessage().replace("The " + service + " ", "")));
    }

    private String stateOfDatabase() {
        try (Connection connection = database.getConnection()) {
            return connection.isValid((int) PATIENCE.toSeconds()) ? "up" : "cannot be reached";
        } catch (SQLException e) {
            return "cannot be reached";
        }
    }
}
