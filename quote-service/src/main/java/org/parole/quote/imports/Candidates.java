package org.parole.quote.imports;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import org.parole.kit.text.Names;

import com.fasterxml.jackson.databind.JsonNode;

/** Reads Quotebank's probabilities: pairs of a name and a number. */
final class Candidates {

    /** The name that stands for no speaker. */
    static final String NOBODY = "None";
    private static final int MOST = 20;

    private Candidates() {
    }

    /** The most probable of those who may have said it, at most {@value #MOST}. */
    static List<Row.Candidate> of(JsonNode probabilities, String pointer) {
        if (!probabilities.isMissingNode() && !probabilities.isNull()) {
            Fields.requireArray(probabilities, pointer);
        }
        List<Row.Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < probabilities.size(); i++) {
            JsonNode pair = probabilities.get(i);
            if (!pair.isArray() || pair.size() != 2) {
                throw new RefusedRowException(pointer + "/" + i, "must be a pair of a name and a probability");
            }
            String name = Fields.text(pair.get(0), pointer + "/" + i + "/0");
            if (!name.equals(NOBODY)) {
                candidates.add(new Row.Candidate(name, probability(pair.get(1), pointer + "/" + i + "/1")));
            }
        }
        candidates.sort(Comparator.comparing(Row.Candidate::confidence).reversed());
        Set<String> names = new HashSet<>();
        candidates.removeIf(candidate -> !names.add(Names.key(candidate.name())));
        return List.copyOf(candidates.subList(0, Math.min(MOST, candidates.size())));
    }

    private static BigDecimal probability(JsonNode value, String pointer) {
        try {
            String text = value.isTextual() ? value.textValue() : value.asText();
            if (text.length() <= 40) {
                var probability = new BigDecimal(text);
                if (probability.signum() >= 0 && probability.compareTo(BigDecimal.ONE) <= 0) {
                    return probability;
                }
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number that is no probability.
        }
        throw new RefusedRowException(pointer, "must be a probability from 0 to 1");
    }
}
