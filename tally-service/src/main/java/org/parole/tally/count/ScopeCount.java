package org.parole.tally.count;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The statements of one list, by stage: the commitment's own, or another that counts beside it. */
final class ScopeCount {

    /** The list's name, or null for the commitment's own. */
    final String scope;
    private final Statements statements;
    private final Map<Stage, List<Statement>> byStage = new EnumMap<>(Stage.class);
    private final Map<Stage, StageCount> stages = new EnumMap<>(Stage.class);
    private final List<Denials.Denial> denials;
    private final StageCount released;

    ScopeCount(Statements statements, String scope, List<Statement> ofScope) {
        this.statements = statements;
        this.scope = scope;
        List<Statement> releases = new ArrayList<>();
        for (Statement statement : ofScope) {
            if (statement.basis != Basis.TOTAL) {
                byStage.computeIfAbsent(statement.stage, stage -> new ArrayList<>()).add(statement);
                if (statement.stage.isRelease()) {
                    releases.add(statement);
                }
            }
        }
        denials = Denials.apply(of(Stage.DENIED), releases, statements);
        released = new StageCount(statements, releases, true);
    }

    List<Statement> of(Stage stage) {
        return byStage.getOrDefault(stage, List.of());
    }

    /** Reported and verified. */
    StageCount released() {
        return released;
    }

    StageCount stage(Stage stage) {
        return stages.computeIfAbsent(stage, its -> new StageCount(statements, of(its), its.isRelease()));
    }

    /** What has been denied. */
    List<Denials.Denial> denials() {
        return denials;
    }
}
