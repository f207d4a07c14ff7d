package org.parole.tally.count;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The statements of one list: the commitment's own, or another that counts beside it. */
final class Sheet {

    final Docket docket;
    final String scope;
    final List<Statement> statements;
    private final Map<Stage, List<Statement>> byStage = new EnumMap<>(Stage.class);
    private final List<Statement> released = new ArrayList<>();
    final List<Denial> denials = new ArrayList<>();

    /** A denial and what it denies. */
    record Denial(Statement denial, List<Statement> denied) {
    }

    Sheet(Docket docket, String scope, List<Statement> statements) {
        this.docket = docket;
        this.scope = scope;
        this.statements = statements;
        for (Statement statement : statements) {
            if (statement.basis == Basis.TOTAL) {
                continue;
            }
            byStage.computeIfAbsent(statement.stage, stage -> new ArrayList<>()).add(statement);
            if (statement.stage.isRelease()) {
                released.add(statement);
            }
        }
        for (Statement denial : of(Stage.DENIED)) {
            denials.add(new Denial(denial, denied(denial)));
        }
    }

    /** What a denial is about: the same basis and days, and the same number if it names one. Verified stands. */
    private List<Statement> denied(Statement denial) {
        List<Statement> denied = new ArrayList<>();
        for (Statement statement : released) {
            if (statement.first > denial.last && statement.start() > denial.last) {
                // The rest begins later still.
                break;
            }
            boolean sameBasis = denial.basis == Basis.BATCH
                    ? statement.basis == Basis.BATCH
                    : statement.basis.isRunningTotal();
            if (!sameBasis || statement.stage == Stage.VERIFIED || statement.last < denial.start()
                    || statement.start() > denial.last || denial.hasFigure() && !denial.agreesWith(statement)) {
                continue;
            }
            denied.add(statement);
            int from = Math.max(denial.first, statement.first);
            if (statement.line == denial.line) {
                statement.withdrawnFrom = Math.min(statement.withdrawnFrom, from);
            } else {
                statement.deniedFrom = Math.min(statement.deniedFrom, from);
            }
        }
        return denied;
    }

    List<Statement> of(Stage stage) {
        return byStage.getOrDefault(stage, List.of());
    }

    /** Reported and verified. */
    List<Statement> released() {
        return released;
    }

    Standing standingOf(Stage stage) {
        return new Standing(docket, of(stage), stage.isRelease());
    }

    Standing standingOfReleases() {
        return new Standing(docket, released, true);
    }
}
