package org.parole.tally.commitment;

import java.util.OptionalInt;

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
@Schema(name = "Quantity", description = "A number as published. EXACTLY and ABOUT take one number, AT_LEAST and OVER only min, UP_TO only max, BETWEEN both, and SOME only a wording.")
public record QuantityBody(
        @Schema(description = "How the number is to be read", examples = "EXACTLY") @NotNull QuantityComparator comparator,
        @Schema(description = "Its lower end, in people; none with UP_TO and SOME", examples = "100") @Min(value = 0, message = "must not be below 0") @Max(value = MOST, message = "must be at most 10,000,000") @Nullable Integer min,
        @Schema(description = "Its upper end, in people; none with AT_LEAST, OVER and SOME", examples = "100") @Min(value = 0, message = "must not be below 0") @Max(value = MOST, message = "must be at most 10,000,000") @Nullable Integer max,
        @Schema(description = "The published words", examples = "100 prisoners") @Size(max = 300) @Nullable String wording,
        @Schema(description = "Whether the figure is round or vague ('more than some 300'). Always true with ABOUT and SOME, never with EXACTLY") @Nullable Boolean approximate,
        @Schema(description = "With SOME: the minimum that the words stand for, by the codebook's table ('dozens' are 24 or more). Parole computes it and ignores a value in the request. Absent for words that are not in the table") @Nullable Integer floor) {

    /** More people than any exchange has had. */
    static final long MOST = 10_000_000;

    /** One number of EXACTLY and ABOUT stands for both ends; what follows from the words is filled in. */
    public QuantityBody {
        wording = Names.clean(wording);
        if (comparator == QuantityComparator.EXACTLY || comparator == QuantityComparator.ABOUT) {
            // What cannot be a number is left where the client put it, so that no field is named that it did not send.
            min = min == null && isNumber(max) ? max : min;
            max = max == null && isNumber(min) ? min : max;
        }
        approximate = comparator == QuantityComparator.ABOUT || comparator == QuantityComparator.SOME
                || comparator != QuantityComparator.EXACTLY && Boolean.TRUE.equals(approximate) ? Boolean.TRUE : null;
        floor = comparator == QuantityComparator.SOME ? floorOf(wording) : null;
    }

    private static boolean isNumber(Integer end) {
        return end != null && end >= 0 && end <= MOST;
    }

    private static Integer floorOf(String wording) {
        OptionalInt floor = VagueWords.floorOf(wording);
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
