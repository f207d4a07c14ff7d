package org.parole.tally.commitment;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A quantity that has the numbers which its comparator takes. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = FittingQuantity.Check.class)
public @interface FittingQuantity {

    /** Never seen: each field has its own. */
    String message() default "is not a quantity";

    /** As Bean Validation demands. */
    Class<?>[] groups() default {};

    /** As Bean Validation demands. */
    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Check implements ConstraintValidator<FittingQuantity, QuantityBody> {
        @Override
        public boolean isValid(QuantityBody quantity, ConstraintValidatorContext context) {
            if (quantity == null || quantity.comparator() == null) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            Integer min = quantity.min();
            Integer max = quantity.max();
            boolean fine = switch (quantity.comparator()) {
                case EXACTLY,
                        ABOUT ->
                    demand(context, min != null || max != null, "min", "must be given with " + quantity.comparator())
                            && demand(context, min == null || max == null || min.equals(max), "max",
                                    "must equal min, or be absent, with "
                                            + quantity.comparator());
                case AT_LEAST, OVER ->
                    demand(context, min != null, "min", "must be given with " + quantity.comparator())
                            & demand(context, max == null, "max", "must be absent with " + quantity.comparator());
                case UP_TO -> demand(context, max != null, "max", "must be given with UP_TO")
                        & demand(context, min == null, "min", "must be absent with UP_TO");
                case BETWEEN -> demand(context, min != null, "min", "must be given with BETWEEN")
                        & demand(context, max != null, "max", "must be given with BETWEEN")
                        && demand(context, min <= max, "max", "must not be below min");
                case SOME -> demand(context, min == null, "min", "must be absent with SOME")
                        & demand(context, max == null, "max", "must be absent with SOME")
                        & demand(context, quantity.wording() != null && !quantity.wording().isBlank(), "wording",
                                "must not be blank with SOME");
            };
            return fine;
        }

        private static boolean demand(ConstraintValidatorContext context, boolean holds, String field, String message) {
            if (!holds) {
                context.buildConstraintViolationWithTemplate(message).addPropertyNode(field).addConstraintViolation();
            }
            return holds;
        }
    }
}
