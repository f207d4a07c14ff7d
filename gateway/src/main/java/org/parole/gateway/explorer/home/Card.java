package org.parole.gateway.explorer.home;

import java.util.List;

import org.parole.gateway.explorer.Data;
import org.parole.gateway.explorer.Direction;

import io.quarkus.runtime.annotations.RegisterForReflection;

/**
 * An agreement or exchange on the first page.
 *
 * @param data as the API gives it
 * @param title what it is called
 * @param link the address of its page
 * @param directions who frees whom
 * @param tallied whether its tallies are there
 */
@RegisterForReflection
public record Card(Data data, String title, String link, List<Direction> directions, boolean tallied) {
}
