package org.parole.tally.commitment;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.parole.kit.text.Names;
import org.parole.tally.count.Quantity;
import org.parole.tally.count.QuantityComparator;

/** A number as published. */
@FittingQuantity
@Schema(name = "Quantity", description = "A number as published. EXACTLY and ABOUT take one number, AT_LEAST and OVER min alone, UP_TO max alone, BETWEEN both, SOME words alone.")
public record QuantityBody(@Schema(examples = "EXACTLY") @NotNull QuantityComparator comparator,
        @Schema(examples = "100") @Min(value = 0, message = "must not be below 0") @Max(value = MOST, message = "must be at most 10,000,000") Integer min,
        @Schema(examples = "100") @Min(value = 0, message = "must not be below 0") @Max(value = MOST, message = "must be at most 10,000,000") Integer max,
        @Schema(description = "The words it was published in", examples = "100 prisoners") @Size(max = 300) String wording) {

    /** More people than any exchange has had. */
    static final long MOST = 10_000_000;

    /** One number of EXACTLY and ABOUT stands for both ends. */
    public QuantityBody {
        wording = Names.clean(wording);
        if (comparator == QuantityComparator.EXACTLY || comparator == QuantityComparator.ABOUT) {
            min = min == null ? max : min;
            max = max == null ? min : max;
        }
    }

    /** The same for the count. */
    public Quantity quantity() {
        return new Quantity(comparator, min, max, wording);
    }
}
