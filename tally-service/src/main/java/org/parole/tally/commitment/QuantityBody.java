package org.parole.tally.commitment;

import jakarta.annotation.Nullable;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.QuantityComparator;
import org.parole.tally.count.VagueWords;

/**
 * A number as published.
 *
 * @param approximate true with ABOUT and SOME, never with EXACTLY, else as the client says; null where it is not
 * @param floor how many the words of SOME stand for at the least by the table of vague words, in people; null for other words
 */
@FittingQuantity
@Schema(name = "Quantity", description = "A number as published. EXACTLY and ABOUT take one number, AT_LEAST and OVER min alone, UP_TO max alone, BETWEEN both, SOME words alone.")
public record QuantityBody(
        @Schema(description = "How the number is to be read", examples = "EXACTLY") @NotNull QuantityComparator comparator,
        @Schema(description = "Its lower end, in people; none with UP_TO and SOME", examples = "100") @Min(value = 0, message = "must not be below 0") @Max(value = MOST, message = "must be at most 10,000,000") @Nullable Integer min,
        @Schema(description = "Its upper end, in people; none with AT_LEAST, OVER and SOME", examples = "100") @Min(value = 0, message = "must not be below 0") @Max(value = MOST, message = "must be at most 10,000,000") @Nullable Integer max,
        @Schema(description = "The words it was published in", examples = "100 prisoners") @Size(max = 300) @Nullable String wording,
        @Schema(description = "Whether it is a round or vague figure ('more than some 300'); always with ABOUT and SOME, never with EXACTLY") @Nullable Boolean approximate,
        @Schema(description = "With SOME: how many the words stand for at the least by the codebook's table ('dozens' are 24 or more); computed, whatever is sent; absent for words that the table does not have") @Nullable Integer floor) {

    /** More people than any exchange has had. */
    static final long MOST = 10_000_000;

    /** One number of EXACTLY and ABOUT stands for both ends; what follows from the words is filled in. */
    public QuantityBody {
        wording = Names.clean(wording);
        if (comparator == QuantityComparator.EXACTLY || comparator == QuantityComparator.ABOUT) {
            min = min == null ? max : min;
            max = max == null ? min : max;
        }
        approximate = comparator == QuantityComparator.ABOUT || comparator == QuantityComparator.SOME
                || comparator != QuantityComparator.EXACTLY && Boolean.TRUE.equals(approximate) ? Boolean.TRUE : null;
        floor = comparator == QuantityComparator.SOME ? floorOf(wording) : null;
    }

    private static Integer floorOf(String wording) {
        var floor = VagueWords.floorOf(wording);
        return floor.isPresent() ? Integer.valueOf(floor.getAsInt()) : null;
    }

    /** A number with nothing said about how round it is. */
    public QuantityBody(QuantityComparator comparator, Integer min, Integer max, String wording) {
        this(comparator, min, max, wording, null, null);
    }

    /** The same for the count. */
    public Quantity quantity() {
        return new Quantity(comparator, min, max, wording);
    }
}
